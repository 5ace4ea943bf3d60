import XMLTree

/// Puts the text of new elements together, every value escaped.
package struct XMLText {
  /// What was written so far.
  package private(set) var string = ""

  package init() {}

  /// Starts an element with its attributes in that order.
  package mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    string += "<\(name)"
    for (name, value) in attributes {
      string += " \(name)=\"\(Self.bytes(Spelling.attribute.spell(value.utf8)))\""
    }
    string += ">"
  }

  /// Writes character data with the line ends of a document.
  package mutating func text(_ value: String, newline: [UInt8]) {
    string += Self.bytes(Spelling.text(newline: newline).spell(value.utf8))
  }

  /// Ends an element; as one tag with the start tag just written when asked to.
  package mutating func close(_ name: String, asOneTag: Bool = false, _ habits: Habits) {
    if asOneTag, string.hasSuffix(">") {
      string.removeLast()
      string += habits.selfClosing
    } else {
      string += "</\(name)>"
    }
  }

  /// Ends an element with a tag of its own.
  package mutating func close(_ name: String) { string += "</\(name)>" }

  private static func bytes(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
