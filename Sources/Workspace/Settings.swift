package import Appearance
import Glibc
package import Screen
import Storage

/// The user's configuration, keys and themes, read at the start and when they have changed.
///
/// What is wrong in one of them at the start is told and leaves its default; later all stays as it was.
package struct Settings {
  /// What `config.toml` says.
  package private(set) var configuration = Configuration()
  /// The keys there are, those of `keys.toml` among them.
  package private(set) var keymap: Keymap
  /// What was wrong, each with file, line and reason.
  package private(set) var faults: [String] = []
  /// Where they are; nil where there is no such place.
  package let folder: String?

  /// The keys there are without `keys.toml`, and what a key can stand for.
  private let base: Keymap
  private let commands: Set<String>
  /// The files as they were read, whether they are there or not.
  private var stamps: [FileStamp] = []
  /// Whether the user's themes are among them.
  private var watchesThemes = false

  /// Reads them.
  ///
  /// - Parameters:
  ///   - keymap: The keys there are without `keys.toml`.
  ///   - commands: What a key can stand for.
  ///   - folder: Where they are; nil where there is no such place.
  package init(
    _ keymap: Keymap, commands: Set<String>, folder: String? = Environment.configFolder
  ) {
    (self.keymap, base) = (keymap, keymap)
    self.commands = commands
    self.folder = folder
    read("config.toml") { settings, text, name throws(SettingsFault) in
      settings.configuration = try Configuration(text, file: name)
    }
    read("keys.toml") { settings, text, name throws(SettingsFault) in
      let own = settings.configuration.commands.map(\.id)
      try settings.keymap.merge(text, file: name, commands: commands.union(own))
    }
  }

  private mutating func read(
    _ name: String, _ use: (inout Settings, String, String) throws(SettingsFault) -> Void
  ) {
    guard let folder else { return }
    let path = "\(folder)/\(name)"
    guard access(path, F_OK) == 0 else {
      stamps.append(FileStamp(of: path, holding: nil))
      return
    }
    do throws(SettingsFault) {
      let bytes: [UInt8]
      do throws(FileFailure) { bytes = try AtomicFile.read(path) } catch {
        throw SettingsFault(file: path, line: nil, reason: error.reason)
      }
      stamps.append(FileStamp(of: path, holding: Fingerprint(of: bytes)))
      try use(&self, String(decoding: bytes, as: UTF8.self), path)
    } catch {
      faults.append(error.sentence)
    }
  }

  /// Whether one of the files is not as it was read, or as it was at the first look at a theme.
  package mutating func haveChanged() -> Bool {
    if !watchesThemes, let folder {
      watchesThemes = true
      for name in userThemes {
        let path = "\(folder)/themes/\(name).toml"
        guard let bytes = try? AtomicFile.read(path) else { continue }
        stamps.append(FileStamp(of: path, holding: Fingerprint(of: bytes)))
      }
    }
    return stamps.indices.contains { stamps[$0].change() != nil }
  }

  /// Reads them again; where something is wrong in one, all stays as it was.
  /// - Returns: What is wrong, each with file, line and reason.
  package mutating func reread() -> [String] {
    let new = Settings(base, commands: commands, folder: folder)
    guard new.faults.isEmpty else {
      // It is told once, until the file is another.
      (stamps, watchesThemes) = (new.stamps, false)
      return new.faults
    }
    self = new
    return []
  }

  /// The name of the theme to start with: the one that is asked for, else that of the settings.
  ///
  /// `NO_COLOR` (no-color.org) asks for a theme without colours.
  package func themeName(_ asked: String?, depth: ColorDepth) -> String {
    if let asked { return asked }
    let isPlain = Environment.variable("NO_COLOR") != nil || depth == .mono
    return isPlain ? "mono" : configuration.theme
  }

  /// The theme of that name for a terminal of that depth; the default one, and a fault, when it
  /// cannot be read.
  package mutating func theme(_ name: String?, depth: ColorDepth) -> Theme {
    do {
      return try theme(named: themeName(name, depth: depth), depth: depth)
    } catch {
      faults.append(error.sentence)
      return (try? Theme(named: "default", depth: depth)) ?? .probe
    }
  }

  /// The theme of that name for a terminal of that depth.
  package func theme(
    named name: String, depth: ColorDepth
  ) throws(SettingsFault) -> Theme {
    try Theme(named: name, depth: depth, text: themeText)
  }

  /// Writes into `config.toml` that a theme is the one to start with; all else in it stays.
  /// - Returns: The path of the file.
  package func keep(theme name: String) throws(Failure) -> String {
    guard let folder else { throw Failure("there is no folder for settings.") }
    let path = "\(folder)/config.toml"
    do throws(FileFailure) {
      let old = access(path, F_OK) == 0 ? try AtomicFile.read(path) : []
      let new: [UInt8]
      do throws(SettingsFault) {
        new = try Configuration.text(old, settingTheme: name, file: path)
      } catch {
        throw FileFailure(refusal: (error.line.map { "line \($0): " } ?? "") + error.reason)
      }
      if access(folder, F_OK) != 0 { try PrivateFolder.make(folder) }
      try AtomicFile.write(TextContent(String(decoding: new, as: UTF8.self)), to: path)
    } catch {
      throw Failure("\(path): \(error.reason).")
    }
    return path
  }

  /// Refuses a theme that was asked for by name and cannot be read.
  package func check(theme: String?) throws(Failure) {
    guard let theme else { return }
    do { _ = try Theme(named: theme, depth: .direct, text: themeText) } catch {
      throw Failure(error.sentence + ".")
    }
  }

  /// The text of a theme in the user's folder.
  package func themeText(_ name: String) -> String? {
    guard let folder, !name.contains("/"),
      let bytes = try? AtomicFile.read("\(folder)/themes/\(name).toml")
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All themes there are: the user's, then the built-in ones.
  package var themes: [(name: String, summary: String)] {
    var found: [(name: String, summary: String)] = []
    for name in userThemes + Theme.builtIn where !found.contains(where: { $0.name == name }) {
      found.append((name, Theme.summary(of: name, text: themeText)))
    }
    return found
  }

  private var userThemes: [String] {
    guard let folder else { return [] }
    return Folder.names(in: "\(folder)/themes").filter { $0.hasSuffix(".toml") }
      .map { String($0.dropLast(5)) }.sorted()
  }
}
