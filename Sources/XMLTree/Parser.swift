/// How deep elements may nest.
///
/// The deepest real sequence has 7, and libxml2 takes as many. It bounds the stack that any walk down a
/// tree needs.
package let nestingLimit = 257

/// How many attributes a tag may have.
///
/// The largest real tag has 11. Whether one is written twice takes time with the square of them.
package let attributeLimit = 1000

/// How many bytes the name of an element or an attribute may have, as in libxml2.
package let nameLimit = 50_000

/// How many elements a document may have.
///
/// The densest real sequence has one in 75 bytes, and the largest file that is read would have fewer
/// than this. It bounds the memory that a file of nothing but tiny elements needs.
package let elementLimit = 2_000_000

/// Reads one well-formed document without a DTD, as strictly as libxml2 does, in one pass over the
/// bytes and without recursion.
///
/// The bytes must be valid UTF-8 of allowed characters up to `end`: `Document` checks that first and
/// parses only the sound part, so the fault that stands first in the file is the one reported.
struct Parser {
  /// What went wrong, and where.
  struct Fault: Error {
    var offset: Int
    var reason: String
    /// Whether the bytes ended before something did.
    var ranOut = false
    /// Where what the reason names begins.
    var origin: Int?

    init(offset: Int, reason: String, ranOut: Bool = false, origin: Int? = nil) {
      self.offset = offset
      self.reason = reason
      self.ranOut = ranOut
      self.origin = origin
    }
  }

  private struct OpenElement {
    var id: UInt32
    var startTag: Range<UInt32>
    var nameLength: UInt32
    /// Where its children begin among `nodes`.
    var firstNode: Int
  }

  private let source: Source
  private let end: Int
  private var position: Int
  private var open: [OpenElement] = []
  /// The finished children of all open elements but characters, innermost last; below them the top
  /// level.
  private var nodes: [Node] = []
  private(set) var ids: IDSource
  /// The id that would be one too many.
  private let firstExcess: UInt32
  private var tag: TagReader

  init(_ source: Source, to end: Int, ids: IDSource, elements: Int = elementLimit) {
    firstExcess = ids.next + UInt32(elements)
    self.source = source
    self.end = end
    tag = TagReader(end: end)
    self.ids = ids
    position = 0
  }

  /// Reads the bytes of the source to the end and answers everything on the top level, exactly one
  /// element among it.
  mutating func parseDocument(_ bytes: Span<UInt8>) throws(Fault) -> [Node] {
    try parseDeclaration(bytes)
    var hasRoot = false
    while position < end || !open.isEmpty {
      if open.isEmpty {
        try parseOutside(bytes, &hasRoot)
      } else {
        try parseInside(bytes)
      }
    }
    guard hasRoot else { throw Fault(offset: end, reason: "there is no element; expected '<'") }
    return nodes
  }

  /// Reads elements side by side and answers them, at least one, without what is between them.
  mutating func parseFragment(_ bytes: Span<UInt8>) throws(Fault) -> [Node] {
    try parseDeclaration(bytes)
    while position < end || !open.isEmpty { try parseInside(bytes) }
    if let text = nodes.first(where: { $0.isText && !$0.isWhitespace })?.slice {
      throw Fault(offset: Int(text.start), reason: "text beside an element; expected '<'")
    }
    let elements = nodes.filter { $0.element != nil }
    guard !elements.isEmpty else {
      throw Fault(offset: end, reason: "there is no element; expected '<'")
    }
    return elements
  }

  // MARK: What stands where

  private mutating func parseDeclaration(_ bytes: Span<UInt8>) throws(Fault) {
    let next = at(bytes, position + 5)
    guard starts(bytes, with: "<?xml"), isSpace(next) || next == UInt8(ascii: "?") else { return }
    let start = position
    position = try XMLDeclaration.parse(bytes, from: start, to: end).end
    nodes.append(.markup(ByteSlice(source, start, position)))
  }

  private mutating func parseOutside(_ bytes: Span<UInt8>, _ hasRoot: inout Bool) throws(Fault) {
    let start = position
    while position < end, isSpace(bytes[position]) { position += 1 }
    if position > start {
      nodes.append(.characters(ByteSlice(source, start, position)))
      return
    }
    guard bytes[position] == UInt8(ascii: "<") else {
      throw Fault(
        offset: position,
        reason: hasRoot
          ? "text after the end of the root element; expected nothing more"
          : "text before the root element; expected '<'")
    }
    switch at(bytes, position + 1) {
    case UInt8(ascii: "/"): try parseEndTag(bytes)
    case UInt8(ascii: "?"): try parseInstruction(bytes)
    case UInt8(ascii: "!"):
      if starts(bytes, with: "<!DOCTYPE") {
        throw Fault(
          offset: position,
          reason: "a DOCTYPE is not accepted; task sequences have none, remove the declaration")
      }
      guard starts(bytes, with: "<!--") else {
        throw Fault(offset: position, reason: "expected the root element or a comment")
      }
      try parseComment(bytes)
    default:
      guard !hasRoot else {
        throw Fault(
          offset: position,
          reason: "a second element after the root element; expected nothing more")
      }
      hasRoot = true
      try parseStartTag(bytes)
    }
  }

  private mutating func parseInside(_ bytes: Span<UInt8>) throws(Fault) {
    guard position < end else {
      throw Fault(
        offset: end, reason: "the file ends inside an element; expected '</\(openName(bytes))>'",
        ranOut: true)
    }
    guard bytes[position] == UInt8(ascii: "<") else { return try parseText(bytes) }
    switch at(bytes, position + 1) {
    case UInt8(ascii: "/"): try parseEndTag(bytes)
    case UInt8(ascii: "?"): try parseInstruction(bytes)
    case UInt8(ascii: "!"):
      if starts(bytes, with: "<!--") {
        try parseComment(bytes)
      } else if starts(bytes, with: "<![CDATA[") {
        try parseSection(bytes)
      } else {
        throw Fault(offset: position, reason: "expected a comment or a CDATA section after '<!'")
      }
    default: try parseStartTag(bytes)
    }
  }

  // MARK: Tags

  private mutating func parseStartTag(_ bytes: Span<UInt8>) throws(Fault) {
    guard open.count < nestingLimit else {
      throw Fault(
        offset: position, reason: "elements nest deeper than \(nestingLimit), the deepest accepted")
    }
    guard ids.next < firstExcess else {
      throw Fault(
        offset: position, reason: "more than \(elementLimit) elements, the most accepted")
    }
    let start = position
    let isEmpty = try tag.read(bytes, at: start)
    position = tag.position
    let range = UInt32(start)..<UInt32(position)
    let id = ids.make().number
    if isEmpty {
      let element = Element(
        source: source, startTag: range, endTag: range.upperBound..<range.upperBound,
        nameLength: UInt32(tag.nameLength), isContiguous: true, id: NodeID(id), lowest: id,
        highest: id, kept: [])
      nodes.append(.element(element))
    } else {
      open.append(
        OpenElement(
          id: id, startTag: range, nameLength: UInt32(tag.nameLength),
          firstNode: nodes.count))
    }
  }

  private mutating func parseEndTag(_ bytes: Span<UInt8>) throws(Fault) {
    let start = position
    guard let element = open.popLast() else {
      throw Fault(offset: start, reason: "an end tag without a start tag; expected an element")
    }
    let name = Int(element.startTag.lowerBound) + 1
    let length = Int(element.nameLength)
    var index = start + 2 + length
    guard index < end, bytes.hasSame(length, at: start + 2, and: name) else {
      throw mismatch(bytes, start, element)
    }
    while index < end, isSpace(bytes[index]) { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: ">") else {
      throw mismatch(bytes, start, element)
    }
    position = index + 1
    let finished = Element(
      source: source, startTag: element.startTag, endTag: UInt32(start)..<UInt32(position),
      nameLength: element.nameLength, isContiguous: true, id: NodeID(element.id),
      lowest: element.id, highest: ids.next - 1, kept: takeNodes(from: element.firstNode))
    nodes.append(.element(finished))
  }

  /// The finished nodes from one on, which leave.
  private mutating func takeNodes(from first: Int) -> [Node] {
    guard nodes.count > first else { return [] }
    var taken: [Node] = []
    taken.reserveCapacity(nodes.count - first)
    // Moved one by one from the end, none is copied.
    while nodes.count > first { taken.append(nodes.removeLast()) }
    taken.reverse()
    return taken
  }

  private func mismatch(_ bytes: Span<UInt8>, _ start: Int, _ element: OpenElement) -> Fault {
    let name = text(bytes, Int(element.startTag.lowerBound) + 1, Int(element.nameLength))
    return Fault(
      offset: start, reason: "expected '</\(name)>' to close the element opened",
      origin: Int(element.startTag.lowerBound))
  }

  private func openName(_ bytes: Span<UInt8>) -> String {
    guard let element = open.last else { return "" }
    return text(bytes, Int(element.startTag.lowerBound) + 1, Int(element.nameLength))
  }

  // MARK: Everything else

  private mutating func parseText(_ bytes: Span<UInt8>) throws(Fault) {
    let start = position
    var index = start
    while true {
      index = bytes.firstIndex(
        of: UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ">"), from: index, to: end)
      guard index < end, bytes[index] != UInt8(ascii: "<") else { break }
      if bytes[index] == UInt8(ascii: "&") {
        index = try parseReference(bytes, at: index, to: end)
        continue
      }
      if index >= start + 2, bytes[index - 1] == UInt8(ascii: "]"),
        bytes[index - 2] == UInt8(ascii: "]")
      {
        throw Fault(offset: index - 2, reason: "']]>' cannot stand in text; expected ']]&gt;'")
      }
      index += 1
    }
    position = index
    // Inside an element they are the gap between two nodes.
    if open.isEmpty { nodes.append(.characters(ByteSlice(source, start, index))) }
  }

  private mutating func parseComment(_ bytes: Span<UInt8>) throws(Fault) {
    let start = position
    var index = start + 4
    while index < end {
      if bytes[index] == UInt8(ascii: "-"), at(bytes, index + 1) == UInt8(ascii: "-") {
        guard at(bytes, index + 2) == UInt8(ascii: ">") else {
          throw Fault(offset: index, reason: "'--' inside a comment; expected '-->'")
        }
        position = index + 3
        nodes.append(.markup(ByteSlice(source, start, position)))
        return
      }
      index += 1
    }
    throw Fault(offset: start, reason: "the comment is not closed; expected '-->'", ranOut: true)
  }

  private mutating func parseSection(_ bytes: Span<UInt8>) throws(Fault) {
    let start = position
    var index = start + 9
    while index + 2 < end {
      if bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "]"),
        bytes[index + 2] == UInt8(ascii: ">")
      {
        position = index + 3
        nodes.append(.cdata(ByteSlice(source, start, position)))
        return
      }
      index += 1
    }
    throw Fault(
      offset: start, reason: "the CDATA section is not closed; expected ']]>'", ranOut: true)
  }

  private mutating func parseInstruction(_ bytes: Span<UInt8>) throws(Fault) {
    let start = position
    let name = start + 2
    var index = scanName(bytes, from: name, to: end)
    guard index > name else {
      throw Fault(offset: name, reason: "expected the name of a processing instruction")
    }
    if index - name == 3, text(bytes, name, 3).lowercased() == "xml" {
      throw Fault(
        offset: start,
        reason: "an instruction named '\(text(bytes, name, 3))'; "
          + "an XML declaration can stand only at the start of the file: take out what is before it"
      )
    }
    guard isSpace(at(bytes, index)) || starts(bytes, with: "?>", at: index) else {
      throw Fault(offset: index, reason: "expected a blank or '?>' after the instruction's name")
    }
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "?"), bytes[index + 1] == UInt8(ascii: ">") {
        position = index + 2
        nodes.append(.markup(ByteSlice(source, start, position)))
        return
      }
      index += 1
    }
    throw Fault(
      offset: start, reason: "the processing instruction is not closed; expected '?>'",
      ranOut: true)
  }

  // MARK: Looking

  private func starts(_ bytes: Span<UInt8>, with text: StaticString, at offset: Int? = nil) -> Bool
  {
    let first = offset ?? position
    guard first + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where bytes[first + index] != wanted[index] { return false }
      return true
    }
  }

  private func at(_ bytes: Span<UInt8>, _ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }
}

extension Parser {
  /// What the bytes are: a whole file, or elements to be put into one.
  enum Form { case document, fragment }

  /// Reads all the bytes of a source, which `badEncoding` says were cut where they made no sense.
  /// - Throws: the fault that stands first.
  static func read(
    _ source: Source, _ form: Form, badEncoding: Fault? = nil, _ ids: inout IDSource
  ) throws(ParseFailure) -> [Node] {
    let bytes = source.bytes
    let forbidden = firstForbiddenCharacter(in: bytes)
    let cut = forbidden.map { Fault(offset: $0.offset, reason: $0.reason) } ?? badEncoding
    var parser = Parser(source, to: cut?.offset ?? bytes.count, ids: ids)
    do throws(Fault) {
      let nodes =
        switch form {
        case .document: try parser.parseDocument(bytes.span)
        case .fragment: try parser.parseFragment(bytes.span)
        }
      if let cut { throw cut }
      ids = parser.ids
      return nodes
    } catch {
      // What follows a bad byte was not parsed: whatever ran out there did so because of it.
      let isCut = cut.map { error.ranOut || $0.offset <= error.offset } ?? false
      let first = isCut ? cut ?? error : error
      throw ParseFailure(first.reason, at: first.offset, from: first.origin, in: bytes)
    }
  }
}

/// The text of some bytes, for a message; long names are cut.
func text(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> String {
  var copy: [UInt8] = []
  for index in start..<start + min(count, 60) { copy.append(bytes[index]) }
  return String(decoding: copy, as: UTF8.self) + (count > 60 ? "…" : "")
}
