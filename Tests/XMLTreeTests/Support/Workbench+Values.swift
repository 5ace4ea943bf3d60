import TestSupport

@testable import XMLTree

extension Workbench {
  mutating func setAttribute(_ label: inout String) -> (Document, String?) {
    let index = random.below(elements.count)
    let spans = outline.attributes(of: index)
    let name =
      random.chance(70) && !spans.isEmpty ? random.pick(spans).name : "added\(random.below(3))"
    let span = spans.first { $0.name == name }
    let value = changed(span.map { Spelling.attribute.value(of: bytes[$0.value]) } ?? "")
    let order = random.chance(50) ? ["name", "added0", "type", "added2", "disable"] : []
    label = "set @\(name) of \(index) to \(value.debugDescription)"
    let next = document.rewriting([elements[index].id]) {
      $0.settingAttribute(name, to: value, order: order)
    }
    let output = next.serialized()
    let read = next.element(elements[index].id)?.attribute(name) ?? "nothing"
    if !read.utf8.elementsEqual(asRead(value).utf8) { return (next, "reads back as \(read)") }
    if let span {
      let isKept = sameOutside(span.value, output)
      return (next, isKept ? nil : "bytes outside the quotes changed")
    }
    let tag = outline.elements[index].startTag
    let inside = tag.lowerBound + 1..<tag.upperBound - 1
    let isAdded = isInsertion(from: bytes, to: output) && sameOutside(inside, output)
    return (next, isAdded ? nil : "bytes beside the new attribute changed")
  }

  mutating func removeAttribute(_ label: inout String) -> (Document, String?) {
    let index = random.below(elements.count)
    let spans = outline.attributes(of: index)
    guard !spans.isEmpty else {
      label = "remove @none of \(index)"
      let next = document.rewriting([elements[index].id]) { $0.removingAttribute("none") }
      return (next, next.root === document.root ? nil : "a new revision without a change")
    }
    let span = random.pick(spans)
    label = "remove @\(span.name) of \(index)"
    let next = document.rewriting([elements[index].id]) { $0.removingAttribute(span.name) }
    let wanted = bytes[..<span.whole.lowerBound] + bytes[span.whole.upperBound...]
    return (next, next.serialized()[...] == wanted ? nil : "other bytes than the attribute's went")
  }

  mutating func setText(_ label: inout String) -> (Document, String?) {
    let leaves = elements.indices.filter { !elements[$0].hasElements }
    let index = random.pick(leaves)
    let old = elements[index].text
    let value = changed(old)
    // Its own text, whatever line ends that has, changes nothing.
    let wanted = value.utf8.elementsEqual(old.utf8) ? old : asRead(value)
    label = "text of \(index) to \(value.debugDescription)"
    let next = document.rewriting([elements[index].id]) {
      $0.settingText(value, newline: LayoutHabit(of: document.root).lineEnd)
    }
    let read = next.element(elements[index].id)?.text ?? "nothing"
    if !read.utf8.elementsEqual(wanted.utf8) {
      return (next, "reads back as \(read.debugDescription)")
    }
    let entry = outline.elements[index]
    let place = entry.endTag.isEmpty ? entry.startTag : entry.inside
    return (next, sameOutside(place, next.serialized()) ? nil : "bytes outside the text changed")
  }

  /// Several elements rewritten at once must be what they are one after the other.
  mutating func rewriteSeveral(_ label: inout String) -> (Document, String?) {
    let ids = Set((0..<3).map { _ in random.pick(elements).id })
    label = "rewrite \(ids.map(\.number).sorted())"
    let body = { (element: Element) in element.settingAttribute("mark", to: "\(element.id.number)")
    }
    let next = document.rewriting(ids, body)
    var slow = document
    for id in ids { slow = slow.rewriting([id], body) }
    return (next, next.serialized() == slow.serialized() ? nil : "not what single edits do")
  }

  /// A value that differs from the old one a little or altogether.
  private mutating func changed(_ old: String) -> String {
    var scalars = Array(old.unicodeScalars)
    let new = (0..<random.below(3)).flatMap { _ in
      Array(
        random.pick([
          "x", "new words", "&", "<", ">", "]]>", "]", "\"", "'", "\n", "\r", "\t", "é", "😀",
          "\u{301}", "\r\n", " ", "-->",
        ]).unicodeScalars)
    }
    let from = random.below(scalars.count + 1)
    let to = random.chance(20) ? scalars.count : min(scalars.count, from + random.below(3))
    scalars.replaceSubrange((random.chance(20) ? 0 : from)..<to, with: new)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// A value as the tree hands it out: CRs before LF are part of one line end.
  private func asRead(_ value: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      while scalar == "\n", text.last == "\r" { text.removeLast() }
      text.append(scalar)
    }
    return String(text)
  }

  /// Whether `output` has the bytes of this revision before and after `place`.
  func sameOutside(_ place: Range<Int>, _ output: [UInt8]) -> Bool {
    let (head, tail) = (bytes[..<place.lowerBound], bytes[place.upperBound...])
    return output.count >= head.count + tail.count && output.starts(with: head)
      && output.suffix(tail.count) == tail
  }
}

/// Whether `new` is `old` with bytes put in at one place.
func isInsertion(from old: [UInt8], to new: [UInt8]) -> Bool {
  let head = zip(old, new).prefix { $0 == $1 }.count
  let tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
  return head + tail >= old.count && new.count >= old.count
}
