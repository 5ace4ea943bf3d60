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
    /// The text or an attribute of that name in an element that no view shows.
    case unknown(String)
  }

  /// Where a text is in the file: the element, and its attribute unless the text is its own.
  package struct Site: Hashable, Sendable {
    package let node: NodeID
    package let element: NodeID
    package let attribute: String?
  }

  package let kind: Kind
  /// The node of the outline it belongs to.
  package let node: TaskNode
  /// The node it is a text of: the same, or one inside that the outline does not show.
  package let holder: TaskNode
  package let element: Element
  private let attribute: String?

  package init(
    _ kind: Kind, _ node: TaskNode, _ element: Element, attribute: String? = nil,
    of holder: TaskNode? = nil
  ) {
    self.kind = kind
    self.node = node
    self.holder = holder ?? node
    self.element = element
    self.attribute = attribute
  }

  package var site: Site { Site(node: holder.id, element: element.id, attribute: attribute) }

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
    case .unknown(let name): name
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
  /// Calls `visit` for every text of the node, those of what no view shows after its own.
  package func forEachText(_ visit: (TextPlace) -> Void) { forEachText(in: self, visit) }

  /// The same for a node inside one of the outline.
  private func forEachText(in outer: TaskNode, _ visit: (TextPlace) -> Void) {
    func tell(_ kind: TextPlace.Kind, _ element: Element, _ attribute: String? = nil) {
      visit(TextPlace(kind, outer, element, attribute: attribute, of: self))
    }
    for (name, kind) in [
      ("name", TextPlace.Kind.name), ("description", .description), ("startIn", .startIn),
    ] where element.attribute(name) != nil {
      tell(kind, element, name)
    }
    for operand in conditions.map(\.element) + strayOperands {
      Self.forEachExpression(in: operand) { expression in
        let type = expression.attribute("type") ?? ""
        for value in expression.elements where value.isNamed("variable") {
          tell(.condition(type: type, value: value.attribute("name") ?? ""), value)
        }
      }
    }
    for variable in variables {
      tell(.variableName, variable.element, "name")
      tell(.variable(variable.name), variable.element)
    }
    for action in actions { tell(.command, action) }
    for surplus in surplus where surplus.kind == .unknown {
      forEachText(inUnknown: surplus.element, in: outer, visit)
    }
  }

  private static func forEachExpression(in parent: Element, _ visit: (Element) -> Void) {
    guard !parent.isNamed("expression") else { return visit(parent) }
    for element in parent.elements { forEachExpression(in: element, visit) }
  }

  /// Calls `visit` for the texts of an element that no view shows, unless it is one of the parts above.
  private func forEachText(
    inUnknown element: Element, in outer: TaskNode, _ visit: (TextPlace) -> Void
  ) {
    if let node = TaskNode(element) { return node.forEachTextBelow(in: outer, visit) }
    switch NodePart(element) {
    case .condition, .action: return
    case .variables where kind != .sequence: return
    default: break
    }
    forEachText(inside: element, of: outer, visit)
  }

  private func forEachTextBelow(in outer: TaskNode, _ visit: (TextPlace) -> Void) {
    forEachText(in: outer, visit)
    for child in children { child.forEachTextBelow(in: outer, visit) }
  }

  private func forEachText(
    inside element: Element, of outer: TaskNode, _ visit: (TextPlace) -> Void
  ) {
    for attribute in element.attributes {
      let kind = TextPlace.Kind.unknown(attribute.name)
      visit(TextPlace(kind, outer, element, attribute: attribute.name, of: self))
    }
    guard element.hasElements else {
      return visit(TextPlace(.unknown(element.name), outer, element, of: self))
    }
    for inner in element.elements {
      if let node = TaskNode(inner) {
        node.forEachTextBelow(in: outer, visit)
      } else {
        forEachText(inside: inner, of: outer, visit)
      }
    }
  }
}
