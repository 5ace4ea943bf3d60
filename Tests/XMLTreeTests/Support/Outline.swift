/// Where the elements of well-formed bytes stand: a second, simpler reader that shares no code with
/// the tree and judges it.
struct Outline {
  struct Entry {
    /// Where the white space directly before the start tag begins.
    var lead: Int
    var startTag: Range<Int>
    /// Empty for `<name/>`.
    var endTag: Range<Int>
    var depth: Int

    var whole: Range<Int> { startTag.lowerBound..<endTag.upperBound }
    var inside: Range<Int> { startTag.upperBound..<endTag.lowerBound }
  }

  let bytes: [UInt8]
  /// In document order.
  private(set) var elements: [Entry] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var open: [Int] = []
    var index = 0
    var runStart = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let start = index
      if has("<!--", at: start) {
        index = after("-->", from: start + 4)
      } else if has("<![CDATA[", at: start) {
        index = after("]]>", from: start)
      } else if has("<?", at: start) {
        index = after("?>", from: start)
      } else if has("</", at: start) {
        index = after(">", from: start)
        elements[open.removeLast()].endTag = start..<index
      } else {
        index = endOfTag(from: start)
        let isSpace = bytes[runStart..<start].allSatisfy { [9, 10, 13, 32].contains($0) }
        elements.append(
          Entry(
            lead: isSpace ? runStart : start, startTag: start..<index, endTag: index..<index,
            depth: open.count))
        if bytes[index - 2] != UInt8(ascii: "/") { open.append(elements.count - 1) }
      }
      runStart = index
    }
  }

  func parent(of index: Int) -> Int? {
    elements[..<index].lastIndex { $0.depth == elements[index].depth - 1 }
  }

  /// The attributes of an element: from the white space before the name to the quote, name, value.
  func attributes(of index: Int) -> [(whole: Range<Int>, name: String, value: Range<Int>)] {
    var found: [(Range<Int>, String, Range<Int>)] = []
    let tag = elements[index].startTag
    guard var position = bytes[tag].firstIndex(where: { isBlank($0) }) else { return [] }
    while let name = bytes[position..<tag.upperBound].firstIndex(where: { !isBlank($0) }),
      bytes[name] != UInt8(ascii: "/"), bytes[name] != UInt8(ascii: ">"),
      let quote = bytes[name...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let end = bytes[(quote + 1)...].firstIndex(of: bytes[quote])
    {
      let label = bytes[name..<quote].prefix { !isBlank($0) && $0 != UInt8(ascii: "=") }
      found.append((position..<end + 1, String(decoding: label, as: UTF8.self), quote + 1..<end))
      position = end + 1
    }
    return found
  }

  private func isBlank(_ byte: UInt8) -> Bool { [9, 10, 13, 32].contains(byte) }

  private func has(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private func after(_ text: StaticString, from start: Int) -> Int {
    var index = start
    while !has(text, at: index) { index += 1 }
    return index + text.utf8CodeUnitCount
  }

  private func endOfTag(from start: Int) -> Int {
    var index = start
    while bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 || byte == 0x27 {
        while bytes[index] != byte { index += 1 }
        index += 1
      }
    }
    return index + 1
  }
}
