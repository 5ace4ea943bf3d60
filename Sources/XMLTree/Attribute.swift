/// Where one attribute stands inside its start tag; offsets count from the start of the source.
struct AttributeSpan {
  /// From the white space before the name to the closing quote.
  var whole: Range<Int>
  var name: Range<Int>
  /// Between the quotes.
  var value: Range<Int>
}

/// Walks the attributes of a start tag that is known to be well-formed.
struct AttributeScanner: IteratorProtocol, Sequence {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ element: Element) {
    bytes = element.source.bytes
    position = Int(element.startTag.lowerBound) + 1 + Int(element.nameLength)
    end = Int(element.startTag.upperBound)
  }

  mutating func next() -> AttributeSpan? {
    let whole = position
    var position = whole
    defer { self.position = position }
    let bytes = bytes.span
    while isSpace(bytes[position]) { position += 1 }
    guard bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "/") else {
      return nil
    }
    let name = position
    while bytes[position] != UInt8(ascii: "="), !isSpace(bytes[position]) { position += 1 }
    let nameEnd = position
    while bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "'") {
      position += 1
    }
    let quote = bytes[position]
    let value = position + 1
    let valueEnd = bytes.firstIndex(of: quote, quote, quote, from: value, to: end)
    position = valueEnd + 1
    return AttributeSpan(whole: whole..<position, name: name..<nameEnd, value: value..<valueEnd)
  }
}

/// One attribute with its value as a person reads it; equal when the bytes of both are.
package struct Attribute: Equatable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  package static func == (left: Attribute, right: Attribute) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8)
      && left.value.utf8.elementsEqual(right.value.utf8)
  }
}

extension Element {
  /// All attributes in the order of the file, values with references resolved.
  package var attributes: [Attribute] {
    AttributeScanner(self).map { span in
      Attribute(
        String(decoding: source.bytes[span.name], as: UTF8.self),
        Spelling.attribute.value(of: source.bytes[span.value]))
    }
  }

  /// The value of an attribute, references resolved; nil when it is not written.
  package func attribute(_ name: String) -> String? {
    span(of: name).map { Spelling.attribute.value(of: source.bytes[$0.value]) }
  }

  /// Whether an attribute is written and has that value.
  package func hasAttribute(_ name: String, _ value: String) -> Bool {
    guard let span = span(of: name) else { return false }
    let spelled = source.bytes[span.value]
    if Spelling.attribute.isSpelledOut(spelled) { return source.bytes.has(value, at: span.value) }
    return Spelling.attribute.value(of: spelled).utf8.elementsEqual(value.utf8)
  }

  /// The value of an attribute as it is spelled, references not resolved; nil when it is not written.
  package func spelledAttribute(_ name: String) -> ArraySlice<UInt8>? {
    span(of: name).map { source.bytes[$0.value] }
  }

  /// Calls `visit` with the names and the values of all attributes as they are spelled, in the order of
  /// the file.
  package func forEachAttribute(
    _ visit: (_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Void
  ) {
    let bytes = source.bytes
    for span in AttributeScanner(self) { visit(bytes[span.name], bytes[span.value]) }
  }

  /// Whether an attribute is written.
  package func hasAttribute(_ name: String) -> Bool { span(of: name) != nil }

  func span(of name: String) -> AttributeSpan? {
    AttributeScanner(self).first { source.bytes.has(name, at: $0.name) }
  }
}

extension [UInt8] {
  /// Whether the bytes at a place are those of a text.
  fileprivate func has(_ text: String, at place: Range<Int>) -> Bool {
    var text = text
    return text.withUTF8 { wanted in
      guard wanted.count == place.count else { return false }
      for index in 0..<wanted.count where self[place.lowerBound + index] != wanted[index] {
        return false
      }
      return true
    }
  }
}
