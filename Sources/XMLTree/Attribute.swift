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
    position = value
    while bytes[position] != quote { position += 1 }
    defer { position += 1 }
    return AttributeSpan(
      whole: whole..<position + 1, name: name..<nameEnd, value: value..<position)
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

  func span(of name: String) -> AttributeSpan? {
    let wanted = name.utf8
    for span in AttributeScanner(self)
    where span.name.count == wanted.count && source.bytes[span.name].elementsEqual(wanted) {
      return span
    }
    return nil
  }
}
