import TOMLKit

/// The values of a TOML file, with the lines they stand on for messages.
struct SettingsFile {
  let name: String
  let text: String
  let table: TOMLTable

  /// Reads TOML text.
  /// - Throws: line and reason when it is none.
  init(name: String, text: String) throws(SettingsFault) {
    self.name = name
    self.text = text
    do throws(SettingsSyntax.Fault) { try SettingsSyntax.check(text) } catch {
      throw SettingsFault(file: name, line: error.line, reason: error.reason)
    }
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SettingsFault(file: name, line: error.source.begin.line, reason: error.description)
    } catch {
      throw SettingsFault(file: name, line: nil, reason: "\(error)")
    }
  }

  /// A fault at the line where `key` is set.
  func fault(_ reason: String, at key: String) -> SettingsFault {
    SettingsFault(file: name, line: line(of: key), reason: reason)
  }

  /// The first line that sets `key`, bare or quoted, or opens the table of that name.
  private func line(of key: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { line in
      let start = line.drop { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "'" || $0 == "[" }
      guard start.hasPrefix(key) else { return false }
      let rest = start.dropFirst(key.count).drop { $0 == " " || $0 == "\"" || $0 == "'" }
      return rest.first == "=" || rest.first == "]" || rest.first == "."
    }
    return index.map { $0 + 1 }
  }
}
