package import Basics
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

  /// What a text is, told apart from the others of its node together with its number among those of the
  /// same name.
  package enum Name: Hashable, Sendable {
    case name, description, startIn, command
    /// The value of a variable.
    case value(String)
    /// The name of a variable.
    case variable(String)
    /// A value of an expression of the condition, in the order of the file.
    case condition
    /// The text or an attribute in an element that no view shows.
    case element(String)

    /// The name in a word or two.
    package var words: String {
      switch self {
      case .name: "name"
      case .description: "description"
      case .startIn: "start in"
      case .command: "command line"
      case .value(let name): name
      case .variable: "variable's name"
      case .condition: "condition"
      case .element(let name): name
      }
    }
  }

  package let kind: Kind
  /// The node of the outline it belongs to.
  package let node: TaskNode
  /// The node it is a text of: the same, or one inside that the outline does not show.
  package let holder: TaskNode
  package let element: Element
  /// Whether a `%` in it may be a wildcard: a query, or a value that is compared by a pattern.
  package fileprivate(set) var isPattern = false
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

  /// The text as a person reads it, out of its encoding where it has one; made on each call.
  package var text: String { encoded?.text ?? value }

  /// What stands in the file.
  package var value: String {
    attribute.map { element.attribute($0) ?? "" } ?? element.text
  }

  /// The text with its encoding; nil where it stands there as it is.
  package var encoded: EncodedText? { mayBeEncoded ? EncodedText(value) : nil }

  /// What stands in the file for another text.
  /// - Throws: when the text cannot be encoded as the old one is.
  package func value(for text: String) throws(Refusal) -> String {
    guard let encoded else { return text }
    guard let value = encoded.value(of: text) else {
      throw Refusal("the marks ⟦ and ⟧ around the encoded part of “\(node.name)” have to stay")
    }
    return value
  }

  private var mayBeEncoded: Bool {
    switch kind {
    case .variable, .command, .unknown: break
    default: return false
    }
    guard attribute == nil, let spelled = element.spelledText else { return true }
    return EncodedText.mayBe(in: spelled.span)
  }

  /// What the text is, in a word or two.
  package var words: String { name.words }

  /// What tells it apart from others of its node.
  package var name: Name {
    switch kind {
    case .name: .name
    case .description: .description
    case .startIn: .startIn
    case .command: .command
    case .variable(let name): .value(name)
    case .variableName: .variable(value)
    case .condition: .condition
    case .unknown(let name): .element(name)
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
  /// What its variables and command lines say in an encoding.
  package var encodedTexts: [String] {
    var texts: [String] = []
    func look(_ element: Element) {
      if let spelled = element.spelledText, !EncodedText.mayBe(in: spelled.span) { return }
      if let encoded = EncodedText(element.text) { texts.append(encoded.text) }
    }
    for inner in element.elements {
      if inner.isNamed("action") { look(inner) }
      if inner.isNamed("defaultVarList") || inner.isNamed("globalVarList") {
        inner.elements.forEach(look)
      }
    }
    return texts
  }

  /// Calls `visit` for every text of the node, those of what no view shows after its own.
  package func forEachText(_ visit: (TextPlace) -> Void) { forEachText(in: self, visit) }

  /// The same for a node inside one of the outline.
  private func forEachText(in outer: TaskNode, _ visit: (TextPlace) -> Void) {
    func tell(
      _ kind: TextPlace.Kind, _ element: Element, _ attribute: String? = nil,
      isPattern: Bool = false
    ) {
      var place = TextPlace(kind, outer, element, attribute: attribute, of: self)
      place.isPattern = isPattern
      visit(place)
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
          let name = value.attribute("name") ?? ""
          let isPattern =
            name == "Query" || name == "Value" && Self.comparesPattern(expression)
          tell(.condition(type: type, value: name), value, isPattern: isPattern)
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

  /// Whether an expression holds its value against a pattern.
  private static func comparesPattern(_ expression: Element) -> Bool {
    let sign = expression.elements.first { $0.hasAttribute("name", "Operator") }?.text
    return sign?.lowercased().contains("like") ?? false
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
