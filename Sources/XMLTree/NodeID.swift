/// The name of an element for as long as its document lives: given at parse, kept when the element is
/// rewritten or moved, never given twice in one document.
package struct NodeID: Hashable, Comparable, Sendable {
  let number: UInt32

  package init(_ number: UInt32) { self.number = number }

  package static func < (left: NodeID, right: NodeID) -> Bool { left.number < right.number }
}

/// Hands out the ids of a document.
package struct IDSource: Sendable {
  var next: UInt32

  package init(next: UInt32 = 1) { self.next = next }

  package mutating func make() -> NodeID {
    defer { next += 1 }
    return NodeID(next)
  }

  /// Moves past every id the other source has given, so that branches of a history never share one.
  package mutating func skip(past other: IDSource) {
    next = max(next, other.next)
  }
}
