import Testing

@testable import XMLTree

/// What is wrong with a document's inner order: nothing, or a sentence.
///
/// Ids are unique, bounds tell the truth, `isContiguous` does, no run of characters is empty or
/// follows another, and the output reads back as the same tree, node for node and byte for byte.
func broken(_ document: Document) -> String? {
  var seen: Set<NodeID> = []
  if let fault = broken(document.root, &seen) { return fault }
  if seen.contains(where: { $0.number >= document.ids.next }) { return "an id is yet to be given" }
  let elements = document.nodes.compactMap(\.element)
  if elements.count != 1 || elements.first !== document.root {
    return "the root is not among nodes"
  }
  let output = document.serialized()
  do throws(ParseFailure) {
    let again = try Document(parsing: output)
    if again.serialized() != output { return "the output does not serialise to itself" }
    return difference(document.nodes, again.nodes)
  } catch {
    return "the output is refused at \(error.line):\(error.column): \(error.reason)"
  }
}

private func broken(_ element: Element, _ seen: inout Set<NodeID>) -> String? {
  guard seen.insert(element.id).inserted else { return "id \(element.id.number) is there twice" }
  let number = element.id.number
  var (lowest, highest) = (number, number)
  var hadCharacters = false
  let (start, end) = (element.startTag, element.endTag)
  var parts = Array(element.source.bytes[Int(start.lowerBound)..<Int(start.upperBound)])
  for child in element.children {
    if case .characters(let slice) = child {
      if slice.count == 0 { return "an empty run of characters in \(number)" }
      if hadCharacters { return "two runs of characters side by side in \(number)" }
      hadCharacters = true
    } else {
      hadCharacters = false
    }
    if let inner = child.element {
      if let fault = broken(inner, &seen) { return fault }
      lowest = min(lowest, inner.lowest)
      highest = max(highest, inner.highest)
    }
    child.append(to: &parts)
  }
  if lowest != element.lowest || highest != element.highest {
    return
      "bounds of \(number) are \(element.lowest)...\(element.highest), not \(lowest)...\(highest)"
  }
  parts += element.source.bytes[Int(end.lowerBound)..<Int(end.upperBound)]
  if parts != element.serialized() { return "\(number) is not contiguous and says it is" }
  return nil
}

/// How two trees differ: not at all, or a sentence.
///
/// Ids do not count, spelling does.
func difference(_ left: [Node], _ right: [Node]) -> String? {
  guard left.count == right.count else { return "\(left.count) nodes against \(right.count)" }
  for (one, other) in zip(left, right) {
    switch (one, other) {
    case (.element(let one), .element(let other)):
      if one.name != other.name { return "<\(one.name)> against <\(other.name)>" }
      if one.attributes != other.attributes { return "other attributes in <\(one.name)>" }
      if !one.text.utf8.elementsEqual(other.text.utf8) { return "other text in <\(one.name)>" }
      if let inside = difference(one.children, other.children) { return inside }
    case (.characters(let one), .characters(let other)), (.cdata(let one), .cdata(let other)),
      (.markup(let one), .markup(let other)):
      if one.bytes != other.bytes { return "other bytes: \(one.bytes) against \(other.bytes)" }
    default: return "nodes of another kind"
    }
  }
  return nil
}
