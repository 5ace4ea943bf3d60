import Appearance
import Widgets

/// Breaks raw XML into lines a person can read, each piece with its role; the text stays as it is
/// spelled, only where a line shows nothing but tags it is broken between them.
enum XMLLines {
  static func lines(of xml: [UInt8], limit: Int) -> [[TextPiece]] {
    var result: [[TextPiece]] = []
    for line in broken(xml, limit: limit) {
      result.append(pieces(of: line))
      if result.count == limit { break }
    }
    return result
  }

  /// The lines of some XML; one line with several tags becomes several, indented by depth.
  static func broken(_ xml: [UInt8], limit: Int = .max) -> [String] {
    var lines: [String] = []
    for line in outdented(split(xml)) {
      let text = String(decoding: line, as: UTF8.self)
      if line.count > 160, hasTagsSideBySide(line) {
        lines += brokenAtTags(text[...])
      } else {
        lines.append(text)
      }
      if lines.count >= limit { break }
    }
    return lines
  }

  private static func split(_ xml: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while true {
      let end = xml[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? xml.endIndex
      lines.append(xml[start..<end])
      guard end < xml.endIndex else { return lines }
      start = xml[end...].starts(with: [0x0D, 0x0A]) ? end + 2 : end + 1
    }
  }

  /// Takes away the indentation that all lines with tags share but the first, which begins at a tag.
  private static func outdented(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let indents = lines.dropFirst().compactMap { line in
      let indent = line.prefix(while: isBlank)
      return line[indent.endIndex...].first == UInt8(ascii: "<") ? indent : nil
    }
    guard var shared = indents.min(by: { $0.count < $1.count }), !shared.isEmpty else {
      return lines
    }
    // Without its end tag, as where the text is cut off, what is inside stays inside.
    let isClosed = lines.last?.drop(while: isBlank).starts(with: "</".utf8) == true
    if !isClosed || indents.last != shared { shared = shared.dropLast(2) }
    return lines.map { $0.starts(with: shared) ? $0.dropFirst(shared.count) : $0 }
  }

  private static func hasTagsSideBySide(_ line: ArraySlice<UInt8>) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: ">") && $1 == UInt8(ascii: "<") }
  }

  private static func brokenAtTags(_ line: Substring) -> [String] {
    var lines: [String] = []
    var depth = 0
    for piece in line.replacing("><", with: ">\n<").split(separator: "\n") {
      if piece.hasPrefix("</") { depth = max(0, depth - 1) }
      lines.append(String(repeating: "  ", count: depth) + piece)
      let isOpening =
        piece.hasPrefix("<") && !piece.hasPrefix("</") && !piece.hasSuffix("/>")
        && !piece.contains("</") && !piece.hasPrefix("<!") && !piece.hasPrefix("<?")
      if isOpening { depth += 1 }
    }
    return lines
  }

  /// Tells markup, names and values apart; good enough for a line out of its context.
  static func pieces(of line: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var role = Role.text
    var isInTag = false
    var quote: UInt8?
    let bytes = line.utf8
    var start = bytes.startIndex
    /// Ends a piece; the next one begins there.
    func flush(before end: String.Index, _ next: Role) {
      if start < end { pieces.append(TextPiece(text: String(line[start..<end]), role: role)) }
      (start, role) = (end, next)
    }
    for index in bytes.indices {
      let byte = bytes[index]
      if let open = quote {
        guard byte == open else { continue }
        quote = nil
        flush(before: bytes.index(after: index), .xmlMarkup)
      } else if isInTag, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        flush(before: index, .xmlValue)
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        flush(before: index, .xmlMarkup)
        isInTag = true
      } else if isInTag, byte == UInt8(ascii: ">") {
        flush(before: index, .xmlMarkup)
        flush(before: bytes.index(after: index), .text)
        isInTag = false
      } else if isInTag {
        let wanted: Role = isPartOfName(byte) ? .xmlName : .xmlMarkup
        if wanted != role { flush(before: index, wanted) }
      }
    }
    flush(before: bytes.endIndex, .text)
    return pieces
  }

  /// Whether a byte stands in names: letters, digits and all beyond ASCII.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
