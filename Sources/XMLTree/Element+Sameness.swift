extension Document {
  /// Whether both are the same elements in a file of the same bytes.
  ///
  /// Costs a look at what the two do not share.
  package func isSame(as other: Document) -> Bool {
    encoding == other.encoding && hasByteOrderMark == other.hasByteOrderMark
      && nodes.count == other.nodes.count
      && zip(nodes, other.nodes).allSatisfy { $0.isSame(as: $1) }
  }
}

extension Element {
  /// Whether both are the same element with the same bytes.
  ///
  /// Costs a look at what the two do not share.
  package func isSame(as other: Element) -> Bool {
    if self === other { return true }
    guard id == other.id, byteCount == other.byteCount, isTagged(as: other),
      bytes(of: endTag) == other.bytes(of: other.endTag)
    else { return false }
    let (mine, others) = (children, other.children)
    return mine.count == others.count && zip(mine, others).allSatisfy { $0.isSame(as: $1) }
  }

  /// Whether both have the same name and attributes, spelled with the same bytes.
  package func isTagged(as other: Element) -> Bool {
    bytes(of: startTag) == other.bytes(of: other.startTag)
  }
}

extension Node {
  fileprivate func isSame(as other: Node) -> Bool {
    switch (self, other) {
    case (.element(let one), .element(let two)): one.isSame(as: two)
    case (.characters(let one), .characters(let two)), (.cdata(let one), .cdata(let two)),
      (.markup(let one), .markup(let two)):
      one.bytes == two.bytes
    default: false
    }
  }
}
