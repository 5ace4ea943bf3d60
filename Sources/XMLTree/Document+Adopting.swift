import Basics

/// How a file read anew becomes a revision of a document that is known already.
extension Document {
  /// The same bytes as `new`, a reading of this document after an edit, made of this document's own
  /// elements wherever they are equal.
  ///
  /// Elements keep their ids where they can be recognised: equal ones, and those that stand between
  /// equal neighbours and have the same name. Others get ids of their own. What is not equal is
  /// copied out of `new`, so that its whole file need not be kept. Costs one pass over both for every
  /// level of nesting that changed.
  package func adopting(_ new: Document) -> Document {
    guard encoding == new.encoding, hasByteOrderMark == new.hasByteOrderMark,
      nodes.count == new.nodes.count,
      zip(nodes, new.nodes).allSatisfy({ old, new in
        (old.element != nil) == (new.element != nil) && (old.element != nil || old.equals(new))
      }), root.nameBytes == new.root.nameBytes
    else {
      var fresh = new
      fresh.ids.skip(past: ids)
      let root = new.root.renumbered(&fresh.ids)
      return fresh.replacingRoot(root)
    }
    var adopted = self
    let root = root.adopting(new.root, &adopted.ids)
    return adopted.replacingRoot(root)
  }
}

extension Element {
  /// This element with the bytes of `new`, which has the same name.
  fileprivate func adopting(_ new: Element, _ ids: inout IDSource) -> Element {
    if isSpelled(as: new) { return self }
    let (old, other) = (children, new.children)
    let (head, tail) = old.sharedEnds(with: other) { $0.equals($1) }
    let middle = Self.match(
      old[head..<old.count - tail], other[head..<other.count - tail], &ids)
    return new.owned(as: id, old[..<head] + middle + old[(old.count - tail)...])
  }

  /// The nodes of `new`, made of those of `old` where they are the same ones.
  private static func match(
    _ old: ArraySlice<Node>, _ new: ArraySlice<Node>, _ ids: inout IDSource
  ) -> [Node] {
    if old.count == new.count {
      return zip(old, new).map { old, new in
        guard let before = old.element, let after = new.element,
          before.nameBytes == after.nameBytes
        else { return new.owned(&ids) }
        return .element(before.adopting(after, &ids))
      }
    }
    var known: [[UInt8]: [Element]] = [:]
    for case .element(let element) in old.reversed() {
      known[element.serialized(), default: []].append(element)
    }
    return new.map { node in
      guard let element = node.element else { return node.owned(&ids) }
      if let same = known[element.serialized()]?.popLast() { return .element(same) }
      return node.owned(&ids)
    }
  }

  /// Whether both are spelled with the same bytes; copies none of them unless they are cut
  /// differently.
  fileprivate func isSpelled(as other: Element) -> Bool {
    if self === other { return true }
    guard byteCount == other.byteCount else { return false }
    if isContiguous, other.isContiguous {
      return bytes(of: startTag.lowerBound..<endTag.upperBound)
        == other.bytes(of: other.startTag.lowerBound..<other.endTag.upperBound)
    }
    let (inner, others) = (children, other.children)
    guard inner.count == others.count else { return serialized() == other.serialized() }
    return bytes(of: startTag) == other.bytes(of: other.startTag)
      && bytes(of: endTag) == other.bytes(of: other.endTag)
      && zip(inner, others).allSatisfy { $0.equals($1) }
  }

  /// A copy with bytes of its own.
  fileprivate func owned(as id: NodeID, _ nodes: some Sequence<Node>) -> Element {
    let nodes = Array(nodes)
    let (start, end) = (Array(bytes(of: startTag)), Array(bytes(of: endTag)))
    var (lowest, highest) = (id.number, id.number)
    for case .element(let element) in nodes {
      lowest = min(lowest, element.lowest)
      highest = max(highest, element.highest)
    }
    let split = UInt32(start.count)
    return Element(
      source: Source(start + end), startTag: 0..<split, endTag: split..<split + UInt32(end.count),
      nameLength: nameLength, isContiguous: nodes.isEmpty, id: id, lowest: lowest,
      highest: highest, kept: nodes)
  }
}

extension Node {
  /// Whether both are spelled with the same bytes.
  fileprivate func equals(_ other: Node) -> Bool {
    switch (self, other) {
    case (.element(let left), .element(let right)): left.isSpelled(as: right)
    case (.characters(let left), .characters(let right)), (.cdata(let left), .cdata(let right)),
      (.markup(let left), .markup(let right)):
      left.bytes == right.bytes
    default: false
    }
  }

  /// A copy with bytes and ids of its own.
  fileprivate func owned(_ ids: inout IDSource) -> Node {
    switch self {
    case .element(let element):
      let id = ids.make()
      return .element(element.owned(as: id, element.children.map { $0.owned(&ids) }))
    case .characters(let slice): return .characters(ByteSlice(Array(slice.bytes)))
    case .cdata(let slice): return .cdata(ByteSlice(Array(slice.bytes)))
    case .markup(let slice): return .markup(ByteSlice(Array(slice.bytes)))
    }
  }
}
