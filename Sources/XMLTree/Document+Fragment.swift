extension Document {
  /// Reads XML text that is one or several elements side by side, as pasted or built, into pieces
  /// with ids of this document.
  /// - Throws: line, column and reason of the first fault in the text.
  package mutating func parseFragment(_ text: [UInt8]) throws(ParseFailure) -> [Piece] {
    var body = text[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    if body.starts(with: Array("<?xml ".utf8)), let end = body.firstIndex(of: UInt8(ascii: ">")) {
      body = body[(end + 1)...]
    }
    let wrapper = Array("<x>".utf8)
    do {
      let whole = try Document(parsing: wrapper + body + Array("</x>".utf8))
      return whole.root.elements.map { Piece($0.renumbered(&ids)) }
    } catch {
      let shift = error.line == 1 ? wrapper.count : 0
      throw ParseFailure(
        line: error.line, column: max(1, error.column - shift), reason: error.reason)
    }
  }
}
