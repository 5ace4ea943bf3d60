import Basics
import StepCatalog
@_spi(Edits) import TaskSequence
import XMLTree

/// Writes the nodes of a template as XML.
struct NodeWriter {
  let document: SequenceDocument
  let answers: [String: String]
  /// What objects are called, by their ids.
  let names: [String: String]
  private(set) var xml = ""
  /// How many nodes were written, and which of them go on after an error or are disabled.
  private var count = 0
  private var continuing: Set<Int> = []
  private var disabled: Set<Int> = []

  init(document: SequenceDocument, answers: [String: String], names: [String: String]) {
    self.document = document
    self.answers = answers
    self.names = names
  }

  private var isMDT: Bool { document.dialect == .mdt }

  /// Writes a node and those inside, as far as the answers want them.
  mutating func write(_ node: TemplateNode) throws(Refusal) {
    guard node.test?.holds(answers) ?? true else { return }
    if node.continuesOnError { continuing.insert(count) }
    if node.isDisabled { disabled.insert(count) }
    count += 1
    guard node.type != nil else { return try writeGroup(node) }
    let step = document.xml(of: try blueprint(of: node))
    // The start tag ends where the first element inside begins.
    guard let end = step.firstRange(of: "><") else { return xml += step }
    let inside = step.index(after: end.lowerBound)
    xml += step[..<inside] + condition(of: node) + step[inside...]
  }

  private mutating func writeGroup(_ node: TemplateNode) throws(Refusal) {
    var start = XMLText()
    let name = (name: "name", value: node.name)
    let about = (name: "description", value: node.about)
    start.open(
      "group",
      isMDT
        ? [name, ("disable", "false"), ("continueOnError", "false"), about, ("expand", "true")]
        : [name, about])
    xml += start.string + condition(of: node)
    for child in node.children { try write(child) }
    xml += "</group>"
  }

  private func condition(of node: TemplateNode) -> String {
    guard !node.tests.isEmpty else { return "" }
    let tests = node.tests.map { test in
      var values = [(name: "Operator", value: test.operator)]
      if !test.value.isEmpty { values.append(("Value", test.value)) }
      if isMDT {
        values.insert(("Variable", test.variable), at: 0)
      } else {
        values.append(("Variable", test.variable))
      }
      var text = XMLText()
      text.open("expression", [("type", "SMS_TaskSequence_VariableConditionExpression")])
      for (name, value) in values {
        text.open("variable", [("name", name)])
        text.text(value, newline: document.habits.newline)
        text.close("variable", document.habits)
      }
      text.close("expression", document.habits)
      return text.string
    }.joined()
    return node.isAny
      ? "<condition><operator type=\"or\">\(tests)</operator></condition>"
      : "<condition>\(tests)</condition>"
  }

  // MARK: Steps

  private func blueprint(of node: TemplateNode) throws(Refusal) -> Blueprint {
    guard let type = StepTypes.shared.type(named: node.type ?? "-", in: document.dialect) else {
      return Blueprint(
        type: node.type, name: node.name, action: node.action ?? "", successCodes: "0", runIn: nil,
        variables: [])
    }
    var values = Dictionary(
      node.values.map { ($0.name, filled($0.value, with: answers)) }, uniquingKeysWith: { $1 }
    ).filter { !$0.value.isEmpty }
    if let key = node.rows { addRows(of: key, to: &values, type) }
    var blueprint = try type.blueprint(named: node.name, values: values)
    blueprint.description = node.about
    if let action = node.action { blueprint.action = action }
    if let codes = node.successCodes { blueprint.successCodes = codes }
    if let place = node.runIn { blueprint.runIn = place }
    return blueprint
  }

  /// A row for each of several answers, with how many there are.
  private func addRows(of key: String, to values: inout [String: String], _ type: StepType) {
    guard let table = type.table, let list = table.list else { return }
    let items = (answers[key] ?? "").split(separator: ";").map {
      String($0.trimming { $0 == " " })
    }
    for (row, item) in items.enumerated() {
      for column in table.columns where column.isRequired || column.isTitle {
        values[column.inRow(row).variable] = column.isTitle ? names[item] ?? item : item
      }
    }
    for count in table.counts { values[count] = "\(items.count)" }
    values[list.variable] = items.joined(separator: ",")
  }

  // MARK: Options

  /// The document with the nodes disabled and going on that the template wants so.
  func flagging(_ document: SequenceDocument) throws(Refusal) -> SequenceDocument {
    var ids: [NodeID] = []
    document.sequence.walk { node, _ in
      ids.append(node.id)
      return true
    }
    var result = document
    for (property, places) in [(Property.continueOnError, continuing), (.disable, disabled)]
    where !places.isEmpty {
      result = try result.setting(property, to: "true", on: Set(places.map { ids[$0] })).document
    }
    return result
  }
}
