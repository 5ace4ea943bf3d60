extension Document {
  /// Reads XML text that is one or several elements side by side, as pasted or built, into pieces
  /// with ids of this document.
  ///
  /// A declaration before and comments between them are left out.
  /// - Throws: line, column and reason of the first fault in the text; one that has no element, and
  ///   a name or comment that this document's encoding cannot write, is a fault, too.
  package mutating func parseFragment(_ text: [UInt8]) throws(ParseFailure) -> [Piece] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let source = Source(text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text)
    let elements = try Parser.read(source, .fragment, &ids).compactMap(\.element)
    for element in elements {
      guard let (offset, character) = unwritable(in: element) else { continue }
      let reason =
        "'\(character)' cannot be written in \(encoding.rawValue) outside text and values"
      throw ParseFailure(reason, at: offset, in: source.bytes)
    }
    return elements.map { Piece($0) }
  }

  /// The elements of XML text that `parseFragment` reads, of no document yet.
  /// - Throws: the first fault in the text.
  package static func elements(of text: [UInt8]) throws(ParseFailure) -> [Element] {
    var ids = IDSource()
    return try Parser.read(Source(text), .fragment, &ids).compactMap(\.element)
  }

  /// Reads XML text as `parseFragment` does, each piece with the white space before it, maybe none, as
  /// the memory of where it stood: it is moved from there, not laid out anew.
  /// - Throws: what `parseFragment` does.
  package mutating func parseRooted(_ text: [UInt8]) throws(ParseFailure) -> [Piece] {
    try parseFragment(text).map { piece in
      let (bytes, end) = (piece.element.source.bytes, Int(piece.element.startTag.lowerBound))
      var start = end
      while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
      return Piece(piece.element, lead: ByteSlice(piece.element.source, start, end))
    }
  }

  /// Where a reference would be needed and cannot stand: in names, comments and instructions.
  private func unwritable(in element: Element) -> (offset: Int, character: Unicode.Scalar)? {
    func check(_ bytes: ArraySlice<UInt8>) -> (offset: Int, character: Unicode.Scalar)? {
      encoding.firstLacking(in: bytes).map { (bytes.startIndex, $0) }
    }
    if let fault = check(element.nameBytes) { return fault }
    for span in AttributeScanner(element) {
      if let fault = check(element.source.bytes[span.name]) { return fault }
    }
    for child in element.children {
      if case .markup(let slice) = child, let fault = check(slice.bytes) { return fault }
      if let fault = child.element.flatMap(unwritable) { return fault }
    }
    return nil
  }
}
