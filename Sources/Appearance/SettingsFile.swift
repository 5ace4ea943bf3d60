import TOMLText

/// The values of a settings file, and its name for messages.
struct SettingsFile {
  let name: String
  let table: TOMLTable

  /// Reads TOML text.
  /// - Throws: line and reason when it is none.
  init(name: String, text: String) throws(SettingsFault) {
    self.name = name
    do throws(TOMLFault) { table = try TOMLTable(Array(text.utf8)) } catch {
      throw SettingsFault(file: name, error)
    }
  }

  /// A fault of a name or a value of the file.
  func fault(_ reason: String, at place: TOMLPlace) -> SettingsFault {
    SettingsFault(file: name, line: place.line, reason: reason)
  }
}

extension SettingsFault {
  /// A fault of a file.
  init(file: String, _ fault: TOMLFault) {
    self.init(file: file, line: fault.place.line, reason: fault.reason)
  }
}
