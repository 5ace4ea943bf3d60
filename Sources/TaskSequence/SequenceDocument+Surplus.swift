package import XMLTree

/// Doing away with what no view of a node shows.
extension SequenceDocument {
  /// Takes a part that stands again, or an element nobody knows, away with all that is inside.
  /// - Throws: when it is not there.
  @_spi(Edits) public func removingSurplus(_ id: NodeID) throws(Refusal) -> Edit {
    let (node, surplus) = try surplus(id)
    return Edit(
      document: replacing(tree: tree.removing([id]).document),
      label: "Removed \(surplus.article) \(surplus.words) of \(Self.title(of: node))")
  }

  /// Puts what a part says that stands again into the first one, and the nodes inside an element nobody
  /// knows where that stands.
  ///
  /// A variable that the first list has stays as it is there.
  /// - Throws: when it is not there, or cannot be joined.
  @_spi(Edits) public func joiningSurplus(_ id: NodeID) throws(Refusal) -> Edit {
    let (node, surplus) = try surplus(id)
    let joined: SequenceDocument
    switch surplus.kind {
    case .again(.variables), .again(.globals): joined = joiningVariables(surplus, of: node)
    case .again(.references):
      var seen: Set<ReferenceList.Entry> = []
      let entries = ReferenceList(of: node)?.entries ?? []
      joined = listing(entries.filter { seen.insert($0).inserted })
    case .again(let part):
      throw Refusal("two \(part.words)s cannot be joined; remove one of them")
    case .unknown: joined = try releasing(surplus, in: node)
    }
    return Edit(
      document: joined,
      label: surplus.kind == .unknown
        ? "Took the nodes of \(Self.title(of: node)) out of \(surplus.words)"
        : "Joined the \(surplus.plural) of \(Self.title(of: node))")
  }

  private func surplus(_ id: NodeID) throws(Refusal) -> (TaskNode, Surplus) {
    guard let node = tree.parent(of: id).flatMap(TaskNode.init),
      let surplus = node.surplus.first(where: { $0.element.id == id })
    else { throw Refusal("it is not here any more") }
    return (node, surplus)
  }

  private func joiningVariables(_ surplus: Surplus, of node: TaskNode) -> SequenceDocument {
    let name = node.kind == .sequence ? NodePart.globals : .variables
    guard let list = node.all(name).first else { return self }
    var known = Set(list.elements.map { $0.attribute("name") ?? "" })
    let new = surplus.element.elements.filter { variable in
      known.insert(variable.attribute("name") ?? "").inserted
    }
    let (without, pieces) = tree.removing(Set(new.map(\.id)))
    return replacing(
      tree: without.removing([surplus.element.id]).document
        .inserting(pieces, into: list.id, at: .last, habit: habits.layout))
  }

  private func releasing(_ surplus: Surplus, in node: TaskNode) throws(Refusal) -> SequenceDocument
  {
    let inside = Array(surplus.element.elements)
    guard node.isContainer else { throw Refusal("no step can stand in “\(node.name)”") }
    guard surplus.element.attributes.isEmpty, !inside.isEmpty,
      inside.allSatisfy({ TaskNode($0) != nil })
    else {
      throw Refusal("\(surplus.words) holds more than steps and groups")
    }
    let (without, pieces) = tree.removing(Set(inside.map(\.id)))
    return replacing(
      tree: without.inserting(
        pieces, into: node.id, at: .before(surplus.element.id), habit: habits.layout
      ).removing([surplus.element.id]).document)
  }

  private static func title(of node: TaskNode) -> String {
    node.kind == .sequence ? "the sequence" : "“\(node.name)”"
  }
}

extension Surplus {
  fileprivate var article: String { kind == .unknown ? "the element" : "a" }

  fileprivate var plural: String {
    switch kind {
    case .again(.variables), .again(.globals): "lists of variables"
    case .again(.references): "lists of references"
    case .again, .unknown: words
    }
  }
}
