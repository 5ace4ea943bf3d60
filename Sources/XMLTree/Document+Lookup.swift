extension Document {
  /// The element of that id; nil when it is not in this revision.
  ///
  /// Looks only below elements whose ids can include it.
  package func element(_ id: NodeID) -> Element? { ancestry(of: id)?.last }

  /// The elements from the root down to the one of that id, it included.
  package func ancestry(of id: NodeID) -> [Element]? {
    var chain: [Element] = []
    return descend(root, to: id, &chain) ? chain : nil
  }

  /// The element directly around the one of that id; nil for the root.
  package func parent(of id: NodeID) -> Element? { ancestry(of: id)?.dropLast().last }

  private func descend(_ element: Element, to id: NodeID, _ chain: inout [Element]) -> Bool {
    guard element.mayContain(id) else { return false }
    chain.append(element)
    if element.id == id { return true }
    for node in element.kept {
      if case .element(let inner) = node, descend(inner, to: id, &chain) { return true }
    }
    chain.removeLast()
    return false
  }
}
