/// Edits of one element. Each answers a new element with the same id, or this very one when nothing
/// changes; bytes outside the edited place are kept.
extension Element {
  /// Sets an attribute.
  ///
  /// A value that is there keeps the spelling it shares with the new one. A new attribute is put
  /// where `order`, the names in the order the file writes them, says; at the end when it does not
  /// say; with the blanks and the quotes of its neighbour. A name that XML does not allow changes
  /// nothing.
  package func settingAttribute(
    _ name: String, to value: String, order: [String] = []
  ) -> Element {
    if let span = span(of: name) {
      let quote = source.bytes[span.value.upperBound]
      let raw = source.bytes[span.value]
      let spelled = Spelling.attribute(quote: quote).respell(raw, as: value)
      return spelled[...] == raw ? self : replacingInStartTag(span.value, with: spelled)
    }
    guard isXMLName(name) else { return self }
    let spans = Array(AttributeScanner(self))
    let rank = order.firstIndex(of: name)
    let before = spans.lastIndex { span in
      guard let rank else { return true }
      let other = order.firstIndex(of: String(decoding: source.bytes[span.name], as: UTF8.self))
      return other.map { $0 < rank } ?? false
    }
    let neighbour = before.map { spans[$0] }
    let after = before.map { $0 + 1 } ?? 0
    let model = after < spans.count ? spans[after] : neighbour
    let quote = model.map { source.bytes[$0.value.upperBound] } ?? UInt8(ascii: "\"")
    let blanks =
      model.map { Array(source.bytes[$0.whole.lowerBound..<$0.name.lowerBound]) } ?? [0x20]
    let spelled = Spelling.attribute(quote: quote).spell(value.utf8)
    let place =
      neighbour?.whole.upperBound ?? (Int(startTag.lowerBound) + 1 + Int(nameLength))
    let attribute = blanks + Array(name.utf8) + [UInt8(ascii: "="), quote] + spelled + [quote]
    return replacingInStartTag(place..<place, with: attribute)
  }

  /// Takes an attribute away with the blanks before it.
  package func removingAttribute(_ name: String) -> Element {
    span(of: name).map { replacingInStartTag($0.whole, with: []) } ?? self
  }

  /// The same element around other children; one tag becomes two when there are any, and runs of
  /// characters side by side become one.
  package func replacingChildren(_ nodes: [Node]) -> Element {
    let nodes = Node.joined(nodes)
    guard isSelfClosing, !nodes.isEmpty else { return copy(children: nodes) }
    let bytes = source.bytes
    var end = Int(startTag.upperBound) - 2
    while isSpace(bytes[end - 1]) { end -= 1 }
    let start = Array(bytes[Int(startTag.lowerBound)..<end]) + [UInt8(ascii: ">")]
    let close = Array("</\(name)>".utf8)
    return copy(tags: (start, close), children: nodes)
  }

  /// The same bytes with new ids throughout, for a second copy in a document.
  package func renumbered(_ ids: inout IDSource) -> Element {
    let number = ids.make().number
    var highest = number
    let kept = kept.map { child in
      guard case .element(let element) = child else { return child }
      let copy = element.renumbered(&ids)
      highest = max(highest, copy.highest)
      return .element(copy)
    }
    return Element(
      source: source, startTag: startTag, endTag: endTag, nameLength: nameLength,
      isContiguous: isContiguous, id: NodeID(number), lowest: number, highest: highest,
      kept: kept)
  }

  // MARK: Helpers

  private func replacingInStartTag(_ place: Range<Int>, with new: [UInt8]) -> Element {
    let bytes = source.bytes
    let start =
      bytes[Int(startTag.lowerBound)..<place.lowerBound] + new
      + bytes[place.upperBound..<Int(startTag.upperBound)]
    let close = bytes[Int(endTag.lowerBound)..<Int(endTag.upperBound)]
    return copy(tags: (Array(start), Array(close)), children: children)
  }

  private func copy(
    tags: (start: [UInt8], end: [UInt8])? = nil, children nodes: [Node]
  ) -> Element {
    var (lowest, highest) = (id.number, id.number)
    for case .element(let element) in nodes {
      lowest = min(lowest, element.lowest)
      highest = max(highest, element.highest)
    }
    var (from, start, end) = (source, startTag, endTag)
    if let tags {
      from = Source(tags.start + tags.end)
      start = 0..<UInt32(tags.start.count)
      end = start.upperBound..<start.upperBound + UInt32(tags.end.count)
    }
    return Element(
      source: from, startTag: start, endTag: end, nameLength: nameLength,
      isContiguous: nodes.isEmpty && start.upperBound == end.lowerBound, id: id, lowest: lowest,
      highest: highest, kept: nodes)
  }
}
