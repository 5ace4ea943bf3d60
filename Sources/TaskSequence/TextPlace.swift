package import XMLTree

/// A text that a person wrote somewhere in a sequence.
package struct TextPlace: Sendable {
  /// What the text is.
  package enum Kind: Hashable, Sendable {
    case name
    case description
    case startIn
    /// The command line of the action.
    case command
    /// The value of a variable of the node.
    case variable(String)
    /// The name of a variable of the node.
    case variableName
    /// A value of a condition's expression: the expression's type and the value's name.
    case condition(type: String, value: String)
  }

  /// Where a text is in the file: the element, and its attribute unless the text is its own.
  package struct Site: Hashable, Sendable {
    package let node: NodeID
    package let element: NodeID
    package let attribute: String?
  }

  package let kind: Kind
  package let node: TaskNode
  package let element: Element
  private let attribute: String?

  package init(_ kind: Kind, _ node: TaskNode, _ element: Element, attribute: String? = nil) {
    self.kind = kind
    self.node = node
    self.element = element
    self.attribute = attribute
  }

  package var site: Site { Site(node: node.id, element: element.id, attribute: attribute) }

  /// The text; made on each call.
  package var text: String {
    attribute.map { element.attribute($0) ?? "" } ?? element.text
  }

  /// What the text is, in a word or two.
  package var words: String {
    switch kind {
    case .name: "name"
    case .description: "description"
    case .startIn: "start in"
    case .command: "command line"
    case .variable(let name): name
    case .variableName: "variable's name"
    case .condition: "condition"
    }
  }
}

extension SequenceDocument {
  /// Calls `visit` for every text of the sequence in document order; with `ids` only for those of
  /// these nodes.
  package func forEachText(of ids: Set<NodeID>? = nil, _ visit: (TextPlace) -> Void) {
    let top = sequence
    if ids?.contains(top.id) ?? true { top.forEachText(visit) }
    top.walk { node, _ in
      if ids?.contains(node.id) ?? true { node.forEachText(visit) }
      return true
    }
  }
}

extension TaskNode {
  fileprivate func forEachText(_ visit: (TextPlace) -> Void) {
    for (name, kind) in [
      ("name", TextPlace.Kind.name), ("description", .description), ("startIn", .startIn),
    ] where element.attribute(name) != nil {
      visit(TextPlace(kind, self, element, attribute: name))
    }
    if let condition {
      Self.forEachExpression(in: condition.element) { expression in
        let type = expression.attribute("type") ?? ""
        for value in expression.elements where value.isNamed("variable") {
          let name = value.attribute("name") ?? ""
          visit(TextPlace(.condition(type: type, value: name), self, value))
        }
      }
    }
    guard kind != .group else { return }
    for variable in variables {
      visit(TextPlace(.variableName, self, variable.element, attribute: "name"))
      visit(TextPlace(.variable(variable.name), self, variable.element))
    }
    if let action = element.first("action") { visit(TextPlace(.command, self, action)) }
  }

  private static func forEachExpression(in parent: Element, _ visit: (Element) -> Void) {
    for element in parent.elements {
      element.isNamed("expression") ? visit(element) : forEachExpression(in: element, visit)
    }
  }
}
