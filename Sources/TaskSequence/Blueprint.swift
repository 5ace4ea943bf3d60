import XMLTree

/// What a new step is made of, before it is written the way a file writes its steps.
package struct Blueprint: Sendable {
  /// A variable of the new step.
  package struct Variable: Sendable {
    package var name: String
    package var property: String?
    package var isHidden: Bool
    package var value: String

    package init(name: String, property: String?, isHidden: Bool = false, value: String) {
      self.name = name
      self.property = property
      self.isHidden = isHidden
      self.value = value
    }
  }

  /// Nil for MDT's plain command lines.
  package var type: String?
  package var isChildSequence = false
  package var name: String
  package var description = ""
  package var action: String
  package var successCodes: String
  package var runIn: String?
  package var variables: [Variable]
  /// Other attributes that repeat a variable.
  package var attributes: [String: String] = [:]

  package init(
    type: String?, name: String, action: String, successCodes: String, runIn: String?,
    variables: [Variable]
  ) {
    self.type = type
    self.name = name
    self.action = action
    self.successCodes = successCodes
    self.runIn = runIn
    self.variables = variables
  }
}

extension SequenceDocument {
  /// Adds a step at a place, written as the file writes its others; the focus goes to it.
  /// - Throws: when a value cannot stand in XML, or the place is gone.
  @_spi(Edits) public func adding(
    _ blueprint: Blueprint, at destination: Destination
  ) throws(Refusal) -> Edit {
    for value in [blueprint.name, blueprint.description, blueprint.action] {
      try Self.check(value)
    }
    var copy = self
    let pieces: [Piece]
    do {
      pieces = try copy.tree.parseFragment(Array(xml(of: blueprint).utf8))
    } catch {
      throw Refusal("the step cannot be written: \(error.reason)")
    }
    return try copy.inserting(pieces, at: destination, verb: "Added")
  }

  /// The XML of a new step, on lines of its own where the file indents.
  package func xml(of blueprint: Blueprint) -> String {
    let name = blueprint.isChildSequence ? "subtasksequence" : "step"
    var xml = XMLText()
    xml.open(name, attributes(of: blueprint))
    let isActionFirst = isActionFirst(in: blueprint)
    if isActionFirst { appendAction(of: blueprint, to: &xml) }
    appendVariables(of: blueprint, to: &xml)
    if !isActionFirst { appendAction(of: blueprint, to: &xml) }
    xml.close(name, habits)
    return xml.string
  }

  /// The attributes the file's steps of that sort usually have, in their order.
  private func attributes(of blueprint: Blueprint) -> [(name: String, value: String)] {
    var values = [
      "name": blueprint.name, "description": blueprint.description,
      "successCodeList": blueprint.successCodes, "retryCount": "0", "runFromNet": "false",
      "startIn": "",
    ]
    // A step of the other product is no model for this one's own.
    for name in ProductTable.shared.strange(to: dialect).attributes { values[name] = nil }
    values.merge(blueprint.attributes) { $1 }
    values["type"] = blueprint.type
    values["runIn"] = blueprint.runIn
    if habits.spellsFalse { (values["disable"], values["continueOnError"]) = ("false", "false") }
    let order =
      attributeOrder(of: blueprint) ?? habits.stepAttributes(isTyped: blueprint.type != nil)
    return order.compactMap { name in values[name].map { (name, $0) } }
  }

  /// The attributes the file's steps of that very type have most often, in their order; nil when it
  /// has none.
  private func attributeOrder(of blueprint: Blueprint) -> [String]? {
    mostFrequent(among: blueprint) { $0.element.attributes.map(\.name) }
  }

  /// Whether the action stands first in most of the file's steps of that very type, else in most of
  /// its steps.
  private func isActionFirst(in blueprint: Blueprint) -> Bool {
    mostFrequent(among: blueprint) { node in
      let parts = node.element.elements.map(\.name)
      guard let action = parts.firstIndex(of: "action"),
        let list = parts.firstIndex(of: "defaultVarList")
      else { return nil }
      return action < list
    } ?? habits.putsActionFirst(isTyped: blueprint.type != nil)
  }

  /// How many steps of a type tell how a file writes them.
  private static let limit = 200

  /// What most steps of a new step's type answer, of the first of them where there are very many; of
  /// two answers as frequent the first.
  private func mostFrequent<Answer: Hashable>(
    among blueprint: Blueprint, _ answer: (TaskNode) -> Answer?
  ) -> Answer? {
    var counts: [Answer: (count: Int, place: Int)] = [:]
    var seen = 0
    sequence.walk { node, _ in
      guard seen < Self.limit else { return false }
      guard node.kind == (blueprint.isChildSequence ? .childSequence : .step),
        blueprint.isChildSequence || node.isOf(type: blueprint.type), let answer = answer(node)
      else { return true }
      seen += 1
      let place = counts[answer]?.place ?? counts.count
      counts[answer] = ((counts[answer]?.count ?? 0) + 1, place)
      return true
    }
    return counts.max { ($0.value.count, $1.value.place) < ($1.value.count, $0.value.place) }?.key
  }

  private func appendAction(of blueprint: Blueprint, to xml: inout XMLText) {
    xml.open("action", [])
    xml.text(blueprint.action, newline: habits.newline)
    xml.close("action", habits)
  }

  private func appendVariables(of blueprint: Blueprint, to xml: inout XMLText) {
    guard !blueprint.variables.isEmpty || blueprint.type != nil else { return }
    xml.open("defaultVarList", [])
    for variable in blueprint.variables { xml.variable(variable, habits) }
    xml.close("defaultVarList", asOneTag: blueprint.variables.isEmpty, habits)
  }
}

extension XMLText {
  /// Writes a variable the way a file writes its others.
  mutating func variable(_ variable: Blueprint.Variable, _ habits: Habits) {
    var attributes = [(name: "name", value: variable.name)]
    if let property = variable.property { attributes.append(("property", property)) }
    if variable.isHidden { attributes.append(("hidden", "true")) }
    open("variable", attributes)
    text(variable.value, newline: habits.newline)
    close("variable", asOneTag: variable.value.isEmpty && !habits.spellsEmptyVariables, habits)
  }
}

extension Habits {
  /// The attributes of a new step, in order: those most of the file's steps with or without a type
  /// have, else what the field's tools write.
  func stepAttributes(isTyped: Bool) -> [String] {
    attributeOrders[.step]?.first { $0.contains("type") == isTyped && $0.contains("name") }
      ?? (isMDT
        ? (isTyped
          ? [
            "type", "name", "description", "disable", "continueOnError", "runIn", "successCodeList",
          ]
          : ["name", "disable", "continueOnError", "successCodeList", "description", "startIn"])
        : [
          "type", "name", "description", "runIn", "successCodeList", "retryCount", "runFromNet",
        ])
  }
}
