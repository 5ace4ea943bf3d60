import Basics

/// What makes the bytes of one document those of another: those between a head and a tail that stay.
package struct ByteDifference: Equatable, Sendable {
  /// How many bytes before and after stay.
  package var head = 0
  package var tail = 0
  /// What stands between them in the other document.
  package var bytes: [UInt8] = []

  package init() {}

  /// What makes one text of another.
  package init(from old: [UInt8], to new: [UInt8]) {
    (head, tail) = old.sharedEnds(with: new)
    bytes = Array(new[head..<new.count - tail])
  }
}

extension Document {
  /// What changes in the bytes, UTF-8 without a byte-order mark, from another revision to this one.
  ///
  /// Costs a look at what the two do not share. Nodes that changed are given whole, and so is all that
  /// stands between the first of them and the last.
  package func difference(from old: Document) -> ByteDifference {
    var difference = ByteDifference()
    difference.compare(old.nodes, nodes)
    return difference
  }
}

extension ByteDifference {
  /// Compares what stands between the same tags.
  fileprivate mutating func compare(_ old: [Node], _ new: [Node]) {
    let (first, last) = old.sharedEnds(with: new) { $0.isIdentical(to: $1) }
    head += new.prefix(first).reduce(0) { $0 + $1.byteCount }
    tail += new.suffix(last).reduce(0) { $0 + $1.byteCount }
    let (gone, come) = (old[first..<old.count - last], new[first..<new.count - last])
    if gone.count == 1, come.count == 1, let one = gone.first?.element,
      let other = come.first?.element
    {
      return compare(one, other)
    }
    for node in come { node.append(to: &bytes) }
  }

  private mutating func compare(_ old: Element, _ new: Element) {
    let isStartSame = old.bytes(of: old.startTag) == new.bytes(of: new.startTag)
    let isEndSame = old.bytes(of: old.endTag) == new.bytes(of: new.endTag)
    if isStartSame, isEndSame {
      head += new.startTag.count
      tail += new.endTag.count
      return compare(old.children, new.children)
    }
    let (gone, come) = (old.children, new.children)
    let isInsideSame =
      gone.count == come.count && zip(gone, come).allSatisfy { $0.isIdentical(to: $1) }
    guard isInsideSame, isEndSame else { return new.append(to: &bytes) }
    bytes += new.bytes(of: new.startTag)
    tail += new.byteCount - new.startTag.count
  }
}

extension Node {
  /// Whether both are the same element or the same bytes.
  fileprivate func isIdentical(to other: Node) -> Bool {
    switch (self, other) {
    case (.element(let one), .element(let two)): one === two
    case (.characters(let one), .characters(let two)), (.cdata(let one), .cdata(let two)),
      (.markup(let one), .markup(let two)):
      one.count == two.count && one.bytes == two.bytes
    default: false
    }
  }
}
