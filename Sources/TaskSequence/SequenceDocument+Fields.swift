package import XMLTree

/// Writing several variables of a step at once, as a form does.
extension SequenceDocument {
  /// Sets variables and takes others away; those a step lacks are added where its list has their
  /// like, and what the step states twice follows.
  ///
  /// - Parameters:
  ///   - isSorted: Whether a list is in the order of its properties; new variables stand last
  ///     otherwise.
  ///   - label: What happened, for the history.
  /// - Throws: when no node can hold variables, or a value cannot stand in XML.
  @_spi(Edits) public func writing(
    _ variables: [Blueprint.Variable], removing gone: [String] = [], on ids: Set<NodeID>,
    isSorted: Bool, knowing knowledge: any StepKnowledge, label: String
  ) throws(Refusal) -> Edit {
    for variable in variables { try Self.check(variable.name + variable.value) }
    let fit = nodes(ids).filter { $0.kind != .group && $0.kind != .sequence }
    guard !fit.isEmpty else { throw Refusal("only a step has such fields") }
    var changed = tree
    for node in fit {
      let lost = node.variables.filter { gone.contains($0.name) }.map(\.element.id)
      if !lost.isEmpty { changed = changed.removing(Set(lost)).document }
      for variable in variables where node.variable(variable.name) == nil {
        changed = adding(variable, to: node, isSorted: isSorted, changed)
      }
    }
    let twins = Twins(dialect: dialect, knowledge: knowledge)
    let old = Dictionary(uniqueKeysWithValues: fit.map { ($0.id, $0) })
    var notes: [String] = []
    changed = changed.rewriting(Set(fit.map(\.id))) { element in
      guard let before = old[element.id] else { return element }
      let set = variables.reduce(element) { element, variable in
        element.settingVariable(variable.name, to: variable.value, newline: habits.newline)
      }
      guard set !== before.element else { return set }
      let (result, note) = twins.follow(from: before, to: set, habits: habits)
      if let note { notes.append(note) }
      return result
    }
    return Edit(document: try edited(changed), label: label, notes: notes)
  }

  private func adding(
    _ variable: Blueprint.Variable, to node: TaskNode, isSorted: Bool, _ tree: Document
  ) -> Document {
    var tree = tree
    let list = Self.listName(node.kind)
    if tree.element(node.id)?.elements.contains(where: { $0.name == list }) != true {
      tree = insert("<\(list)></\(list)>", into: node, variableListSlot(node), tree)
    }
    guard let element = tree.element(node.id)?.elements.first(where: { $0.name == list }) else {
      return tree
    }
    let property = (variable.property ?? variable.name).unicodeScalars
    let next = element.elements.first {
      property.lexicographicallyPrecedes(($0.attribute("property") ?? "").unicodeScalars)
    }
    let slot: Slot = isSorted ? next.map { .before($0.id) } ?? .last : .last
    return insert(variableXML(variable), into: element.id, slot, tree)
  }
}
