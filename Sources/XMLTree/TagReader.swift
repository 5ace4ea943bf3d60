/// Reads start tags, one after the other: name, attributes, `>` or `/>`.
///
/// Nothing is kept of one but where it ends.
struct TagReader {
  let end: Int
  private(set) var position = 0
  private(set) var nameLength = 0
  /// The names of this tag's attributes, to find one that is written twice; older ones after them.
  private var names: [Range<Int>] = []
  private var nameCount = 0

  init(end: Int) { self.end = end }

  /// Reads the tag whose `<` stands at `start` and answers whether it closes itself.
  mutating func read(_ bytes: Span<UInt8>, at start: Int) throws(Parser.Fault) -> Bool {
    nameCount = 0
    position = scanName(bytes, from: start + 1, to: end)
    nameLength = position - start - 1
    guard nameLength > 0 else {
      throw fault("expected the name of an element after '<'", start + 1)
    }
    try checkName(start + 1..<position)
    while true {
      let hadSpace = skipSpace(bytes)
      guard position < end else { throw fault("the tag is not closed; expected '>'", start) }
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return false
      case UInt8(ascii: "/"):
        guard position + 1 < end, bytes[position + 1] == UInt8(ascii: ">") else {
          throw fault("expected '>' after '/'", position + 1)
        }
        position += 2
        return true
      default:
        guard hadSpace else { throw fault("expected a blank, '>' or '/>'", position) }
        try readAttribute(bytes)
      }
    }
  }

  private mutating func readAttribute(_ bytes: Span<UInt8>) throws(Parser.Fault) {
    let name = position..<scanName(bytes, from: position, to: end)
    guard !name.isEmpty else {
      throw fault("expected the name of an attribute, '>' or '/>'", position)
    }
    try checkName(name)
    guard nameCount < attributeLimit else {
      throw fault(
        "the tag has more than \(attributeLimit) attributes, the most accepted", name.lowerBound)
    }
    for index in 0..<nameCount where isSame(bytes, names[index], name) {
      throw fault(
        "the attribute '\(text(bytes, name.lowerBound, name.count))' is written twice in this tag",
        name.lowerBound)
    }
    if nameCount < names.count { names[nameCount] = name } else { names.append(name) }
    nameCount += 1
    position = name.upperBound
    _ = skipSpace(bytes)
    guard position < end, bytes[position] == UInt8(ascii: "=") else {
      throw fault("expected '=' after the attribute's name", position)
    }
    position += 1
    _ = skipSpace(bytes)
    guard position < end,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else { throw fault("expected the attribute's value in quotes", position) }
    try readValue(bytes)
  }

  @inline(__always)
  private func checkName(_ name: Range<Int>) throws(Parser.Fault) {
    guard name.count > nameLimit else { return }
    throw fault(
      "a name of \(name.count) bytes; \(nameLimit) are the most accepted", name.lowerBound)
  }

  private mutating func readValue(_ bytes: Span<UInt8>) throws(Parser.Fault) {
    let quote = bytes[position]
    let start = position
    position += 1
    while true {
      position = bytes.firstIndex(
        of: quote, UInt8(ascii: "<"), UInt8(ascii: "&"), from: position, to: end)
      guard position < end else { break }
      if bytes[position] == quote {
        position += 1
        return
      }
      guard bytes[position] == UInt8(ascii: "&") else {
        throw fault("'<' cannot stand in an attribute's value; expected '&lt;'", position)
      }
      position = try parseReference(bytes, at: position, to: end)
    }
    throw fault("the attribute's value is not closed; expected the other quote", start)
  }

  @inline(__always)
  private mutating func skipSpace(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    while position < end, isSpace(bytes[position]) { position += 1 }
    return position > start
  }

  @inline(__always)
  private func isSame(_ bytes: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count
      && bytes.hasSame(left.count, at: left.lowerBound, and: right.lowerBound)
  }

  private func fault(_ reason: String, _ offset: Int) -> Parser.Fault {
    Parser.Fault(offset: offset, reason: reason, ranOut: position >= end)
  }
}

/// The end of the name that starts at `start`; `start` itself when none does.
func scanName(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var index = bytes.firstIndexOfNonLetter(from: start, to: end)
  guard index < end, isNameByte(bytes[index]) || bytes[index] >= 0x80 else { return index }
  if index == start, bytes[start] < 0x80, !isNameStart(UInt32(bytes[start])) { return start }
  while index < end {
    if isNameByte(bytes[index]) {
      index += 1
    } else if bytes[index] >= 0x80 {
      let (length, scalar) = decodeScalar(bytes, at: index)
      guard length > 0, index > start ? isNameCharacter(scalar) : isNameStart(scalar) else { break }
      index += length
    } else {
      break
    }
  }
  return index
}

/// Checks the reference whose `&` stands at `start` and answers where it ends.
func parseReference(
  _ bytes: Span<UInt8>, at start: Int, to end: Int
) throws(Parser.Fault) -> Int {
  var index = start + 1
  var name: [UInt8] = []
  while index < end, isReferenceCharacter(bytes[index]) {
    name.append(bytes[index])
    index += 1
  }
  let isClosed = index < end && bytes[index] == UInt8(ascii: ";")
  guard isClosed, referencedScalar(name[...]) != nil else {
    let spelled = "&" + String(decoding: name.prefix(30), as: UTF8.self) + (isClosed ? ";" : "")
    let expected = "expected &lt; &gt; &amp; &quot; &apos; or a character number"
    throw Parser.Fault(
      offset: start, reason: "'\(spelled)' is no reference; \(expected)", ranOut: index >= end)
  }
  return index + 1
}

/// What can stand in a reference: `#`, letters and digits.
private func isReferenceCharacter(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "#") || byte >= 0x80 || isNameCharacter(UInt32(byte))
}
