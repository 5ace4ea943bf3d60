import Glibc

/// What the program reads from its surroundings.
package enum Environment {
  /// A variable that is set and not empty.
  package static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Where the user's settings are: `$XDG_CONFIG_HOME/tsedit`, else `~/.config/tsedit`.
  package static var configFolder: String? { folder("XDG_CONFIG_HOME", ".config") }

  /// Where journals are: `$XDG_STATE_HOME/tsedit`, else `~/.local/state/tsedit`.
  package static var stateFolder: String? { folder("XDG_STATE_HOME", ".local/state") }

  private static func folder(_ name: String, _ fallback: String) -> String? {
    if let base = variable(name), base.hasPrefix("/") { return base + "/tsedit" }
    return variable("HOME").map { "\($0)/\(fallback)/tsedit" }
  }

  /// A path of the settings, where `~` stands for the user's folder.
  package static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = variable("HOME") else { return path }
    return home + path.dropFirst()
  }

  /// The program that edits long texts.
  package static var editor: String? { variable("VISUAL") ?? variable("EDITOR") }
}
