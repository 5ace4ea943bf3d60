/// A text to look for in values, ignoring case.
///
/// Values are searched as they are spelled wherever that is safe, so that looking through a long file
/// makes no strings: about a nanosecond for each byte.
package struct Needle: Sendable {
  let folded: [UInt8]
  /// Whether it is ASCII alone, so that raw bytes may be compared.
  let isPlain: Bool

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
    let special = bytes.span.firstIndex(
      of: UInt8(ascii: "&"), 0x0D, 0x0D, from: range.lowerBound, to: range.upperBound)
    guard isPlain, special == range.upperBound else { return isFound(in: value()) }
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
    let capital = UInt8(ascii: "a")...UInt8(ascii: "z") ~= first ? first & 0xDF : first
    let end = range.upperBound - folded.count + 1
    var start = range.lowerBound
    while true {
      start = bytes.firstIndex(of: first, capital, capital, from: start, to: end)
      guard start < end else { return false }
      var length = 1
      while length < folded.count, Self.fold(bytes[start + length]) == folded[length] {
        length += 1
      }
      if length == folded.count { return true }
      start += 1
    }
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
