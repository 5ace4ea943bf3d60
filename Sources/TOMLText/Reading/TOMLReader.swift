/// Reads a text from its beginning to its end or its first fault.
///
/// The functions follow the grammar of TOML 1.0 (github.com/toml-lang/toml, `toml.abnf` at 1.0.0);
/// which table a line belongs to, and whether it may, is up to `TableDraft`.
struct TOMLReader {
  var cursor: TextCursor

  /// How deep lists and tables may nest: reading them, and all that is done with them later, takes
  /// stack.
  static let nestingLimit = 64

  static func nestsTooDeep(at place: TOMLPlace) -> TOMLFault {
    TOMLFault(place: place, reason: "lists and tables nest too deep, more than \(nestingLimit)")
  }

  init(_ bytes: [UInt8]) { cursor = TextCursor(bytes) }

  mutating func readDocument() throws(TOMLFault) -> TOMLTable {
    let root = TableDraft(.header, at: cursor.place, depth: 0)
    var section = root
    try skipLines()
    while !cursor.isAtEnd {
      if cursor.take("[") {
        section = try readHeader(below: root)
      } else {
        try readSetting(into: section)
      }
      cursor.skipBlanks()
      guard cursor.isAtEnd || cursor.isAtLineEnd || cursor.isAt("#") else {
        throw cursor.fault("expected the end of the line")
      }
      try skipLines()
    }
    return root.table
  }

  /// Reads a header behind its first bracket, and gives the table it opens.
  private mutating func readHeader(below root: TableDraft) throws(TOMLFault) -> TableDraft {
    let isElement = cursor.take("[")
    let path = try readPath()
    guard cursor.take("]"), !isElement || cursor.take("]") else {
      throw cursor.fault("expected '\(isElement ? "]]" : "]")'")
    }
    return isElement ? try root.addElement(path) : try root.open(path)
  }

  /// Reads a name and its value.
  mutating func readSetting(into draft: TableDraft) throws(TOMLFault) {
    let path = try readPath()
    guard cursor.take("=") else { throw cursor.fault("expected '=' after the name") }
    let table = try draft.reach(path)
    cursor.skipBlanks()
    table.add(path.last, .value(try readValue(depth: table.depth + 1)))
  }

  /// Passes blanks, line ends and comments.
  mutating func skipLines() throws(TOMLFault) {
    repeat {
      cursor.skipBlanks()
      if cursor.take("#") {
        while !cursor.isAtEnd, !cursor.isAtLineEnd { _ = try cursor.takeCharacter() }
      }
    } while cursor.takeLineEnd()
  }
}
