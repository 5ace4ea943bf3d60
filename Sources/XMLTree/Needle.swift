/// A text to look for in values, ignoring case.
///
/// Values are searched as they are spelled wherever that is safe, so that looking through a long file
/// makes no strings: about a nanosecond for each byte.
package struct Needle: Sendable {
  private let folded: [UInt8]
  /// Whether it is ASCII alone, so that raw bytes may be compared.
  private let isPlain: Bool

  /// Looks for `text`; an empty one is in everything.
  package init(_ text: String) {
    folded = Array(text.lowercased().utf8)
    isPlain = folded.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Whether a value of an attribute of the element itself has it.
  package func isFound(inAttributesOf element: Element) -> Bool {
    AttributeScanner(element).contains { span in
      isFound(in: element.source, span.value) {
        Spelling.attribute.value(of: element.source.bytes[span.value])
      }
    }
  }

  /// Whether the character data directly inside an element has it.
  package func isFound(inTextOf element: Element) -> Bool {
    guard let slice = element.plainText else { return isFound(in: element.text) }
    let range = Int(slice.start)..<Int(slice.start) + slice.count
    return isFound(in: slice.source, range) { element.text }
  }

  /// Looks in raw bytes when they spell their value plainly, else in the value.
  private func isFound(in source: Source, _ range: Range<Int>, _ value: () -> String) -> Bool {
    let bytes = source.bytes
    let isSpelledOut = bytes[range].contains { $0 == UInt8(ascii: "&") || $0 == 0x0D }
    guard isPlain, !isSpelledOut else { return isFound(in: value()) }
    return isFound(in: bytes.span, range)
  }

  /// Whether a text has it.
  package func isFound(in value: String) -> Bool {
    let bytes = Array(value.lowercased().utf8)
    return isFound(in: bytes.span, 0..<bytes.count)
  }

  private func isFound(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = folded.first else { return true }
    guard range.count >= folded.count else { return false }
    for start in range.lowerBound...range.upperBound - folded.count
    where Self.fold(bytes[start]) == first {
      var length = 1
      while length < folded.count, Self.fold(bytes[start + length]) == folded[length] {
        length += 1
      }
      if length == folded.count { return true }
    }
    return false
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
