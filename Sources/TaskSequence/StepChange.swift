package import XMLTree

/// What becomes of one step: variables, attributes and the command line, at the same time.
package struct StepChange: Sendable {
  /// Variables that are set, and added where the step lacks them.
  package var written: [Blueprint.Variable] = []
  /// The names of those taken away.
  package var removed: [String] = []
  package var attributes: [String: String] = [:]
  /// Nil for the one it has.
  package var action: String?

  package init() {}

  package var isEmpty: Bool {
    written.isEmpty && removed.isEmpty && attributes.isEmpty && action == nil
  }
}

extension SequenceDocument {
  /// Makes changes of steps, each by the step's id.
  ///
  /// - Parameter isSorted: Whether lists are in the order of their properties.
  /// - Throws: when a value cannot stand in XML.
  @_spi(Edits) public func making(
    _ changes: [NodeID: StepChange], isSorted: Bool
  ) throws(Refusal) -> SequenceDocument {
    var document = self
    for (id, change) in changes where !change.written.isEmpty || !change.removed.isEmpty {
      document = try document.writing(
        change.written, removing: change.removed, on: [id], isSorted: isSorted, label: ""
      ).document
    }
    let tree = document.tree.rewriting(Set(changes.keys)) { element in
      guard let change = changes[element.id], let kind = TaskNode(element)?.kind else {
        return element
      }
      let set = change.attributes.reduce(element) { element, attribute in
        element.settingAttribute(
          attribute.key, to: attribute.value, order: habits.order(of: kind, for: attribute.key))
      }
      return change.action.map { set.settingAction($0, newline: habits.newline) } ?? set
    }
    return document.replacing(tree: tree)
  }
}

extension Element {
  /// Sets the command line of a step that has one; of several the first.
  func settingAction(_ text: String, newline: [UInt8]) -> Element {
    let first = first("action")?.id
    return replacingChildren(
      children.map { child in
        guard let inner = child.element, inner.id == first else { return child }
        return .element(inner.settingText(text, newline: newline))
      })
  }

  /// Sets the text of a variable that a node has; the node as it is when it has none of that name.
  func settingVariable(_ name: String, to value: String, newline: [UInt8]) -> Element {
    let nodes = children.map { child -> Node in
      guard let list = child.element,
        list.isNamed("defaultVarList") || list.isNamed("globalVarList")
      else { return child }
      let variables = list.children.map { child -> Node in
        guard let variable = child.element, variable.isNamed("variable"),
          variable.attribute("name") == name
        else { return child }
        return .element(variable.settingText(value, newline: newline))
      }
      return .element(list.replacingChildren(variables))
    }
    return replacingChildren(nodes)
  }
}
