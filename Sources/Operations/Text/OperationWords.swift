import Conditions

/// How texts are written in the line of an operation: as in a condition, in double quotes where they
/// could be read as something else.
enum OperationWords {
  /// The words of the language besides the verbs; a text that is one of them stands in quotes.
  static let reserved: Set<String> = [
    "after", "and", "as", "before", "command", "condition", "description", "down", "first", "from",
    "group", "in", "instead", "into", "keeping", "list", "matching", "name", "named", "none", "of",
    "option", "out", "property", "remove", "rule", "secret", "sequence", "set", "start", "to", "up",
    "value", "variable", "version", "with", "xml",
  ]

  /// A text as it is written.
  static func written(_ text: String) -> String { isBare(text) ? text : Quoting.quoted(text) }

  /// Whether a text needs no quotes.
  ///
  /// What begins with `#` or `$` gets them: in a script these begin a remark and a name.
  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "$") else {
      return false
    }
    return Quoting.isBare(text) && !reserved.contains(text.lowercased())
  }
}
