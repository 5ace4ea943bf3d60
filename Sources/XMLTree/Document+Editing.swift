/// An element on its way from one place to another.
package struct Piece: Sendable {
  package var element: Element
  /// The white space before it where it came from; nil for an element that is new or from elsewhere.
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
  /// Pieces of this document keep their bytes but for that indentation. New ones are laid out anew,
  /// as `habit` says, when it is given. Their ids must not be in the document.
  package func inserting(
    _ pieces: [Piece], into parent: NodeID, at slot: Slot, habit: LayoutHabit
  ) -> Document {
    guard !pieces.isEmpty, let chain = ancestry(of: parent), let target = chain.last else {
      return self
    }
    let layout = ChildLayout(of: target, in: chain.dropLast().last, at: slot, habit)
    return rewriting([parent]) { element in layout.insert(pieces, into: element, at: slot) }
  }

  /// A second copy of an element with ids of its own, indented as the first is.
  package mutating func duplicate(of id: NodeID) -> Piece? {
    guard let chain = ancestry(of: id), let element = chain.last else { return nil }
    let siblings = chain.dropLast().last?.children ?? []
    let index = siblings.firstIndex { $0.element?.id == id } ?? 0
    let lead = index > 0 && siblings[index - 1].isWhitespace ? siblings[index - 1].slice : nil
    return Piece(element.renumbered(&ids), lead: lead)
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
        var lead: ByteSlice?
        if let last = nodes.last, last.isWhitespace {
          lead = last.slice
          nodes.removeLast()
        }
        pieces.append(Piece(inner, lead: lead))
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
