/// An element on its way from one place to another.
package struct Piece: Sendable {
  package var element: Element
  /// The white space before it where it came from, maybe none; nil for an element that is new or from
  /// elsewhere.
  var lead: ByteSlice?

  /// A piece that comes from nowhere in particular.
  package init(_ element: Element) {
    self.element = element
    lead = nil
  }

  init(_ element: Element, lead: ByteSlice?) {
    self.element = element
    self.lead = lead
  }

  /// The bytes with the white space that was before them, from which `parseRooted` makes the same
  /// piece.
  package var rooted: [UInt8] { (lead.map { Array($0.bytes) } ?? []) + element.serialized() }

  /// The same piece without a memory of where it stood, to be laid out anew.
  package var uprooted: Piece { Piece(element) }
}

/// Where among the children of an element something is put.
package enum Slot: Equatable, Sendable {
  case before(NodeID)
  case after(NodeID)
  case first
  case last
}

/// Edits of a tree. Each answers a new document that shares all it did not touch; what is not there is
/// left out silently. Cost: the children of the elements on the way to what changes.
extension Document {
  /// Rewrites the elements of those ids in place, inner ones first.
  package func rewriting(_ ids: Set<NodeID>, _ body: (Element) -> Element) -> Document {
    let wanted = IDList(ids)
    return replacingRoot(rewrite(root, wanted, body))
  }

  /// Takes elements out, each with the white space that indents it; the pieces come in document
  /// order.
  ///
  /// What stands below an element that goes, goes with it. The root stays.
  package func removing(_ ids: Set<NodeID>) -> (document: Document, pieces: [Piece]) {
    let wanted = IDList(ids)
    var pieces: [Piece] = []
    let root = remove(from: root, wanted, &pieces)
    return (replacingRoot(root), pieces)
  }

  /// Puts elements into the element `parent`, indented as its children are.
  ///
  /// Pieces of this document keep their bytes but for that indentation, new ones are laid out anew as
  /// `habit` says. Their ids must not be in the document. A slot beside an element that is not in
  /// `parent` is the last one. Nothing changes when `fits` says no.
  package func inserting(
    _ pieces: [Piece], into parent: NodeID, at slot: Slot, habit: LayoutHabit
  ) -> Document {
    guard !pieces.isEmpty, let chain = ancestry(of: parent), let target = chain.last,
      fits(pieces, below: chain.count)
    else { return self }
    let layout = ChildLayout(of: target, in: chain.dropLast().last, at: slot, habit)
    return rewriting([parent]) { element in layout.insert(pieces, into: element) }
  }

  /// Whether elements can be put into `parent`: it is there, and they nest no deeper there than a
  /// file may.
  ///
  /// Costs a look at every element of the pieces.
  package func fits(_ pieces: [Piece], into parent: NodeID) -> Bool {
    ancestry(of: parent).map { fits(pieces, below: $0.count) } ?? false
  }

  private func fits(_ pieces: [Piece], below depth: Int) -> Bool {
    pieces.allSatisfy { depth + $0.element.height <= nestingLimit }
  }

  /// A second copy of an element with ids of its own, indented as the first is.
  package mutating func duplicate(of id: NodeID) -> Piece? {
    guard let chain = ancestry(of: id), let element = chain.last else { return nil }
    let lead = chain.dropLast().last?.lead(of: id)
    return Piece(element.renumbered(&ids), lead: lead ?? .empty)
  }

  private func rewrite(
    _ element: Element, _ wanted: IDList, _ body: (Element) -> Element
  ) -> Element {
    guard wanted.meets(element) else { return element }
    var nodes = element.children
    var hasChanged = false
    for index in nodes.indices {
      guard case .element(let inner) = nodes[index] else { continue }
      let new = rewrite(inner, wanted, body)
      if new !== inner {
        nodes[index] = .element(new)
        hasChanged = true
      }
    }
    let rewritten = hasChanged ? element.replacingChildren(nodes) : element
    return wanted.contains(element.id) ? body(rewritten) : rewritten
  }

  private func remove(
    from element: Element, _ wanted: IDList, _ pieces: inout [Piece]
  ) -> Element {
    guard wanted.meets(element) else { return element }
    var nodes: [Node] = []
    var hasChanged = false
    for node in element.children {
      guard case .element(let inner) = node else {
        nodes.append(node)
        continue
      }
      if wanted.contains(inner.id) {
        hasChanged = true
        let lead = nodes.last?.whitespace
        if lead != nil { nodes.removeLast() }
        pieces.append(Piece(inner, lead: lead ?? .empty))
      } else {
        let new = remove(from: inner, wanted, &pieces)
        hasChanged = hasChanged || new !== inner
        nodes.append(.element(new))
      }
    }
    return hasChanged ? element.replacingChildren(nodes) : element
  }
}

/// Ids in order, to be asked whether some of them can be below an element.
private struct IDList {
  let sorted: [NodeID]

  init(_ ids: Set<NodeID>) { sorted = ids.sorted() }

  func contains(_ id: NodeID) -> Bool {
    let index = firstIndex(from: id)
    return index < sorted.count && sorted[index] == id
  }

  func meets(_ element: Element) -> Bool {
    let index = firstIndex(from: NodeID(element.lowest))
    return index < sorted.count && sorted[index].number <= element.highest
  }

  private func firstIndex(from id: NodeID) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
