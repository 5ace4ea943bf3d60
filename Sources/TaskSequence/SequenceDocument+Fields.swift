package import XMLTree

/// Writing several variables of a step at once, as a form does.
extension SequenceDocument {
  /// Sets variables and takes others away; those a step lacks are added where its list has their like.
  ///
  /// Names are those of the step whatever their case.
  /// - Parameters:
  ///   - isSorted: Whether a list is in the order of its properties; new variables stand last
  ///     otherwise.
  ///   - label: What happened, for the history.
  /// - Throws: when no node can hold variables, or a value cannot stand in XML.
  @_spi(Edits) public func writing(
    _ variables: [Blueprint.Variable], removing gone: [String] = [], on ids: Set<NodeID>,
    isSorted: Bool, label: String
  ) throws(Refusal) -> Edit {
    for variable in variables { try Self.check(variable.name + variable.value) }
    let fit = nodes(ids).filter { $0.kind != .group && $0.kind != .sequence }
    guard !fit.isEmpty else { throw Refusal("only a step has such fields") }
    let gone = Set(gone.map { $0.lowercased() })
    var changed = tree
    var texts: [NodeID: [String: String]] = [:]
    for node in fit {
      let here = node.variables
      let lost = here.filter { gone.contains($0.name.lowercased()) }.map(\.element.id)
      if !lost.isEmpty { changed = changed.removing(Set(lost)).document }
      for variable in variables {
        let wanted = variable.name.lowercased()
        if let name = here.first(where: { $0.name.lowercased() == wanted })?.name {
          texts[node.id, default: [:]][name] = variable.value
        } else {
          changed = adding(variable, to: node, isSorted: isSorted, changed)
        }
      }
    }
    changed = changed.rewriting(Set(texts.keys)) { element in
      (texts[element.id] ?? [:]).reduce(element) { element, variable in
        element.settingVariable(variable.key, to: variable.value, newline: habits.newline)
      }
    }
    return Edit(document: try edited(changed), label: label)
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
    let place = PropertyOrder(variable.property ?? variable.name)
    let next = element.elements.first { place < PropertyOrder($0.attribute("property") ?? "") }
    let slot: Slot = isSorted ? next.map { .before($0.id) } ?? .last : .last
    return insert(variableXML(variable), into: element.id, slot, tree)
  }
}
