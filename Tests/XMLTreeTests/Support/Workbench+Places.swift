import TestSupport

@testable import XMLTree

extension Workbench {
  var habit: LayoutHabit { LayoutHabit(of: document.root) }

  mutating func remove(_ label: inout String) -> (Document, String?) {
    guard elements.count > 3 else { return insert(&label) }
    let chosen = Set((0..<1 + random.below(2)).map { _ in 1 + random.below(elements.count - 1) })
    label = "remove \(chosen.sorted())"
    let (next, pieces) = document.removing(Set(chosen.map { elements[$0].id }))
    var wanted = bytes
    var outermost = 0
    for index in chosen.sorted(by: >) {
      let isInside = chosen.contains {
        $0 < index && outline.elements[$0].whole.contains(outline.elements[index].whole.lowerBound)
      }
      guard !isInside else { continue }
      outermost += 1
      wanted.removeSubrange(outline.elements[index].lead..<outline.elements[index].whole.upperBound)
    }
    if pieces.count != outermost { return (next, "\(pieces.count) pieces for \(outermost)") }
    return (next, next.serialized() == wanted ? nil : "other bytes than the elements' went")
  }

  mutating func insert(_ label: inout String) -> (Document, String?) {
    let parent = random.below(elements.count)
    let slot = randomSlot(in: elements[parent])
    let fragment = Array(
      random.pick([
        "<new/>", "<step name=\"a\">\n  <action>x\ny</action>\n</step>",
        "<a><b/><!-- c --><b/></a>",
        "<a/> <b/>", "<?xml version=\"1.0\"?>\r\n<n>\r\n\t<m>t</m>\r\n</n>\r\n",
        "<m>text <i/> more</m>",
      ]).utf8)
    label = "paste \(String(decoding: fragment, as: UTF8.self)) into \(parent) \(slot)"
    var next = document
    guard let pieces = try? next.parseFragment(fragment) else { return (next, "no fragment") }
    next = next.inserting(pieces, into: elements[parent].id, at: slot, habit: habit)
    let ids = pieces.map(\.element.id)
    let known = Set(elements.map(\.id))
    if !known.isDisjoint(with: ids) { return (next, "an old id is given anew") }
    if next.element(elements[parent].id)?.elements.filter({ ids.contains($0.id) }).count
      != ids.count
    {
      return (next, "the new elements are not where they belong")
    }
    return (next, complaint(from: document, to: next, parent: elements[parent].id))
  }

  mutating func duplicate(_ label: inout String) -> (Document, String?) {
    guard elements.count > 1 else { return insert(&label) }
    let index = 1 + random.below(elements.count - 1)
    label = "duplicate \(index)"
    guard let parent = outline.parent(of: index) else { return (document, "no parent") }
    var next = document
    guard let piece = next.duplicate(of: elements[index].id) else { return (next, "no copy") }
    next = next.inserting(
      [piece], into: elements[parent].id, at: .after(elements[index].id), habit: habit)
    let entry = outline.elements[index]
    let end = entry.whole.upperBound
    let wanted = bytes[..<end] + bytes[entry.lead..<end] + bytes[end...]
    return (next, next.serialized()[...] == wanted ? nil : "the copy is not the bytes of the first")
  }

  mutating func moveWithin(_ label: inout String) -> (Document, String?) {
    let parents = elements.indices.filter { elements[$0].elements.count > 1 }
    guard !parents.isEmpty else { return insert(&label) }
    let parent = random.pick(parents)
    let children = Array(elements[parent].elements)
    let child = random.pick(children)
    let index = elements.firstIndex { $0 === child } ?? 0
    return move(index, into: parent, &label)
  }

  mutating func moveAcross(_ label: inout String) -> (Document, String?) {
    guard elements.count > 2 else { return insert(&label) }
    let index = 1 + random.below(elements.count - 1)
    let outside = elements.indices.filter {
      !outline.elements[index].whole.contains(outline.elements[$0].whole.lowerBound)
    }
    return move(index, into: random.pick(outside), &label)
  }

  private mutating func move(
    _ index: Int, into parent: Int, _ label: inout String
  ) -> (Document, String?) {
    let moved = elements[index]
    let slot = randomSlot(in: elements[parent], except: moved.id)
    label = "move \(index) into \(parent) \(slot)"
    let (without, pieces) = document.removing([moved.id])
    let next = without.inserting(pieces, into: elements[parent].id, at: slot, habit: habit)
    guard let after = next.element(moved.id) else { return (next, "the element is gone") }
    let old = Array(bytes[outline.elements[index].whole])
    if unindented(old) != unindented(after.serialized()) {
      return (next, "more than its indentation changed in the element")
    }
    return (next, complaint(from: without, to: next, parent: elements[parent].id))
  }

  /// Something put into `parent` must leave all other bytes alone; a parent without elements may
  /// itself be laid out anew.
  private func complaint(from old: Document, to new: Document, parent id: NodeID) -> String? {
    let (before, after) = (old.serialized(), new.serialized())
    if isInsertion(from: before, to: after) { return nil }
    guard let index = old.root.descendants.firstIndex(where: { $0.id == id }),
      let parent = old.element(id), !parent.hasElements
    else { return "bytes beside the element changed" }
    let entry = Outline(before).elements[index]
    let (head, tail) = (before[..<entry.whole.lowerBound], before[entry.whole.upperBound...])
    let isKept = after.starts(with: head) && after.suffix(tail.count) == tail
    let isParent = new.element(id)?.attributes == parent.attributes
    return isKept && isParent ? nil : "bytes outside the parent changed"
  }

  private mutating func randomSlot(in parent: Element, except id: NodeID? = nil) -> Slot {
    let children = parent.elements.map(\.id).filter { $0 != id }
    guard !children.isEmpty else { return random.pick([.first, .last]) }
    let child = random.pick(children)
    return random.pick([.first, .last, .before(child), .after(child), .after(child)])
  }
}

/// The bytes without the blanks that indent elements; white space that is a leaf's text stays.
func unindented(_ bytes: [UInt8]) -> [UInt8] {
  let outline = Outline(bytes)
  let leaves = outline.elements.filter { leaf in
    !leaf.endTag.isEmpty
      && !outline.elements.contains {
        leaf.inside.contains($0.startTag.lowerBound)
      }
  }
  let texts = Set(leaves.map(\.inside.lowerBound))
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    var end = index
    while end < bytes.count, [9, 10, 13, 32].contains(bytes[end]) { end += 1 }
    let isBetween =
      end > index && index > 0 && bytes[index - 1] == UInt8(ascii: ">") && end < bytes.count
      && bytes[end] == UInt8(ascii: "<") && !texts.contains(index)
    let run = bytes[index..<end]
    if isBetween, let last = run.lastIndex(where: { $0 == 10 || $0 == 13 }) {
      result += run[...last]
    } else {
      result += run
    }
    if end < bytes.count { result.append(bytes[end]) }
    index = end + 1
  }
  return result
}
