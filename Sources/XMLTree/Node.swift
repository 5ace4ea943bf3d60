/// What can stand between two tags.
package enum Node: Sendable {
  case element(Element)
  /// Character data as it is spelled in the file, references not resolved.
  case characters(ByteSlice)
  /// A whole CDATA section with its `<![CDATA[` and `]]>`.
  case cdata(ByteSlice)
  /// A whole comment, processing instruction or XML declaration.
  case markup(ByteSlice)

  /// The element, when this is one.
  package var element: Element? {
    if case .element(let element) = self { return element }
    return nil
  }

  /// How many bytes it is spelled with, UTF-8.
  package var byteCount: Int {
    switch self {
    case .element(let element): element.byteCount
    case .characters(let slice), .cdata(let slice), .markup(let slice): slice.count
    }
  }

  /// Where it stands in its source; of an element that was changed, nowhere in particular.
  var range: Range<UInt32> {
    switch self {
    case .element(let element): element.startTag.lowerBound..<element.endTag.upperBound
    case .characters(let slice), .cdata(let slice), .markup(let slice):
      slice.start..<slice.start + slice.length
    }
  }

  /// Whether its bytes are those of its range in a source.
  func isFrom(_ source: Source) -> Bool {
    element.map { $0.isContiguous && $0.source === source } ?? (slice?.source === source)
  }

  /// Whether this is character data of nothing but white space: what indents a file.
  package var isWhitespace: Bool { whitespace != nil }

  /// The bytes, when this is character data of nothing but white space.
  var whitespace: ByteSlice? {
    if case .characters(let slice) = self, slice.isWhitespace { return slice }
    return nil
  }

  /// Whether this is character data or a CDATA section.
  package var isText: Bool {
    switch self {
    case .characters, .cdata: true
    case .element, .markup: false
    }
  }

  /// The bytes of everything but elements.
  var slice: ByteSlice? {
    switch self {
    case .element: nil
    case .characters(let slice), .cdata(let slice), .markup(let slice): slice
    }
  }
}
