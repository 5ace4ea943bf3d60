/// An element: one immutable value that knows its own tags, its children and nothing of its parent.
///
/// Both tags stand in one source, as they were read or last written. Attributes are not split until
/// somebody asks. Every element knows the bounds of all ids below it, so that a search by id looks
/// only where the id can be.
package final class Element: Sendable {
  let source: Source
  let startTag: Range<UInt32>
  /// Empty for `<name/>`.
  let endTag: Range<UInt32>
  let nameLength: UInt32
  /// Whether the bytes from the first of the start tag to the last of the end tag are the element.
  let isContiguous: Bool
  /// The element's name for life.
  package let id: NodeID
  let lowest: UInt32
  let highest: UInt32
  private let length: UInt32
  /// What stands between the tags, in order; of a contiguous element, as most are, without its
  /// characters: they are whatever stands in the gaps.
  let kept: [Node]

  init(
    source: Source, startTag: Range<UInt32>, endTag: Range<UInt32>, nameLength: UInt32,
    isContiguous: Bool, id: NodeID, lowest: UInt32, highest: UInt32, kept: [Node]
  ) {
    self.source = source
    self.startTag = startTag
    self.endTag = endTag
    self.nameLength = nameLength
    self.isContiguous = isContiguous
    self.id = id
    self.lowest = lowest
    self.highest = highest
    self.kept = kept
    length =
      isContiguous
      ? endTag.upperBound - startTag.lowerBound
      : kept.reduce(UInt32(startTag.count + endTag.count)) { $0 + UInt32($1.byteCount) }
  }

  /// How many bytes it is spelled with, UTF-8.
  package var byteCount: Int { Int(length) }

  /// What stands between the tags, in order.
  ///
  /// Costs an array of them where the element is contiguous.
  package var children: [Node] {
    guard isContiguous else { return kept }
    var children: [Node] = []
    children.reserveCapacity(2 * kept.count + 1)
    var position = startTag.upperBound
    for node in kept {
      let range = node.range
      if let gap = gap(position, range.lowerBound) { children.append(.characters(gap)) }
      children.append(node)
      position = range.upperBound
    }
    if let gap = gap(position, endTag.lowerBound) { children.append(.characters(gap)) }
    return children
  }

  /// The characters between two places of the source; nil when there are none.
  private func gap(_ start: UInt32, _ end: UInt32) -> ByteSlice? {
    start < end ? ByteSlice(source, Int(start), Int(end)) : nil
  }

  /// The characters of a contiguous element that holds nothing else.
  var plainText: ByteSlice? {
    isContiguous && kept.isEmpty ? gap(startTag.upperBound, endTag.lowerBound) : nil
  }

  /// The name between `<` and the first blank, `/` or `>`.
  package var name: String { String(decoding: nameBytes, as: UTF8.self) }

  var nameBytes: ArraySlice<UInt8> {
    let first = startTag.lowerBound + 1
    return bytes(of: first..<first + nameLength)
  }

  /// Whether the name is `name`; cheaper than comparing `name`.
  package func isNamed(_ name: StaticString) -> Bool {
    guard name.utf8CodeUnitCount == Int(nameLength) else { return false }
    let first = Int(startTag.lowerBound) + 1
    let bytes = source.bytes
    return name.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where bytes[first + index] != wanted[index] { return false }
      return true
    }
  }

  /// Whether it is written as one tag, `<name/>`.
  package var isSelfClosing: Bool { endTag.isEmpty }

  /// The child elements, in order.
  package var elements: some Collection<Element> { kept.lazy.compactMap(\.element) }

  /// The first child element of that name.
  package func first(_ name: StaticString) -> Element? {
    for node in kept {
      if case .element(let element) = node, element.isNamed(name) { return element }
    }
    return nil
  }

  /// Whether there is at least one child element.
  package var hasElements: Bool {
    for node in kept {
      if case .element = node { return true }
    }
    return false
  }

  /// The bytes of one of its tags.
  func bytes(of tag: Range<UInt32>) -> ArraySlice<UInt8> {
    source.bytes[Int(tag.lowerBound)..<Int(tag.upperBound)]
  }

  /// How many elements nest here, this one included.
  var height: Int { 1 + elements.reduce(0) { max($0, $1.height) } }

  /// The white space directly before a child element; nil when there is none.
  func lead(of id: NodeID) -> ByteSlice? {
    guard let index = kept.firstIndex(where: { $0.element?.id == id }) else { return nil }
    guard isContiguous else { return index > 0 ? kept[index - 1].whitespace : nil }
    let start = index > 0 ? kept[index - 1].range.upperBound : startTag.upperBound
    return gap(start, kept[index].range.lowerBound).flatMap { Node.characters($0).whitespace }
  }

  func mayContain(_ id: NodeID) -> Bool { lowest <= id.number && id.number <= highest }

  /// Whether an element of a document that no edit has touched is this one or in it; costs nothing.
  package func holds(_ id: NodeID) -> Bool { mayContain(id) }

  /// Every element below, in document order, this one first; `visit` answers whether to go below.
  package func walk(_ visit: (Element) -> Bool) {
    guard visit(self) else { return }
    for node in kept {
      if case .element(let element) = node { element.walk(visit) }
    }
  }
}
