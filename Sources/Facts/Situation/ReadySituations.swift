import Embedded

/// The situations that come with the program: common machines, started in common ways.
package enum ReadySituations {
  /// Their names, in the order of the list.
  package static var names: [String] { EmbeddedFile.names(in: "Situations") }

  /// What one states; nil where none has that name.
  package static func text(of name: String) -> [UInt8]? {
    EmbeddedFile.bytes(of: "Situations/\(name).toml")
  }

  /// One of them; nil where none has that name.
  package static func named(_ name: String) -> Situation? {
    text(of: name).flatMap { try? Situation(reading: $0) }
  }
}
