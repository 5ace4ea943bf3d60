/// A report that people read line by line.
package protocol LineReport {
  /// The lines, without their ends; what is from elsewhere can drive no terminal.
  var lines: [String] { get }
}

extension LineReport {
  /// All lines with their ends.
  package var text: String { lines.map { $0 + "\n" }.joined() }
}

extension Format where Content: LineReport {
  /// For people.
  package static var text: Format { lines(named: "text") }

  /// The same under another name.
  package static func lines(named name: String) -> Format { Format(name) { $0.text } }
}
