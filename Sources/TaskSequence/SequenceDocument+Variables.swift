package import XMLTree

/// Edits of variables, of steps or of the whole sequence.
extension SequenceDocument {
  /// Sets a variable that the nodes have.
  @_spi(Edits) public func settingVariable(
    _ name: String, to value: String, on ids: Set<NodeID>
  ) throws(Refusal) -> Edit {
    try Self.check(value)
    let fit = nodes(ids).filter { $0.variable(name) != nil }
    guard !fit.isEmpty else { throw Refusal("there is no variable \(name) here") }
    let changed = tree.rewriting(Set(fit.map(\.id))) { element in
      element.settingVariable(name, to: value, newline: habits.newline)
    }
    return Edit(
      document: replacing(tree: changed), label: "Set \(name) of \(Self.words(for: fit))")
  }

  /// Adds a variable to nodes that lack it, last in their list; the list is made where there is none.
  /// - Throws: when all have it already, or the name is empty.
  @_spi(Edits) public func addingVariable(
    _ name: String, property: String?, value: String, to ids: Set<NodeID>
  ) throws(Refusal) -> Edit {
    try Self.check(name + value)
    guard !name.isEmpty else { throw Refusal("a variable needs a name") }
    let candidates = nodes(ids).filter { $0.kind != .group }
    guard !candidates.isEmpty else { throw Refusal("a group has no variables of its own") }
    let fit = candidates.filter { $0.variable(name) == nil }
    guard !fit.isEmpty else { throw Refusal("there is a variable \(name) already") }
    var changed = tree
    for node in fit {
      let list = Self.listName(node.kind)
      if node.element.elements.first(where: { $0.name == list }) == nil {
        changed = insert("<\(list)></\(list)>", into: node, variableListSlot(node), changed)
      }
      guard let element = changed.element(node.id)?.elements.first(where: { $0.name == list })
      else { continue }
      let xml = variableXML(
        Blueprint.Variable(name: name, property: property ?? name, value: value))
      changed = insert(xml, into: element.id, .last, changed)
    }
    return Edit(
      document: replacing(tree: changed), label: "Added \(name) to \(Self.words(for: fit))")
  }

  /// Takes a variable away; an empty list stays.
  @_spi(Edits) public func removingVariable(_ name: String, from ids: Set<NodeID>) throws(Refusal)
    -> Edit
  {
    let fit = nodes(ids).filter { $0.variable(name) != nil }
    guard !fit.isEmpty else { throw Refusal("there is no variable \(name) here") }
    let gone = fit.flatMap { $0.variables.filter { $0.name == name }.map(\.element.id) }
    return Edit(
      document: replacing(tree: tree.removing(Set(gone)).document),
      label: "Removed \(name) from \(Self.words(for: fit))")
  }

  // MARK: XML

  static func listName(_ kind: TaskNode.Kind) -> String {
    kind == .sequence ? "globalVarList" : "defaultVarList"
  }

  /// A variable as the file writes its others.
  func variableXML(_ variable: Blueprint.Variable) -> String {
    var xml = XMLText()
    xml.variable(variable, habits)
    return xml.string
  }

  func variableListSlot(_ node: TaskNode) -> Slot {
    if node.kind == .sequence {
      return node.element.first("referenceList").map { .after($0.id) } ?? .first
    }
    guard let action = node.element.first("action") else { return .last }
    return habits.putsActionFirst(isTyped: node.type != nil)
      ? .after(action.id) : .before(action.id)
  }

  func insert(_ xml: String, into node: TaskNode, _ slot: Slot, _ tree: Document)
    -> Document
  {
    insert(xml, into: node.id, slot, tree)
  }

  func insert(_ xml: String, into id: NodeID, _ slot: Slot, _ tree: Document) -> Document {
    var copy = tree
    guard let pieces = try? copy.parseFragment(Array(xml.utf8)) else { return tree }
    return copy.inserting(pieces, into: id, at: slot, habit: habits.layout)
  }
}
