import Appearance
import Checks
import Conditions
import Containers
import DryRun
import References
import StepCatalog
import TaskSequence
import VariableCatalog
import XMLTree

/// Makes the lines of a node's details.
struct DetailRows {
  let file: OpenFile
  /// What was found in the node, whether it counts or not.
  private let findings: [Finding]
  private let secrecy: Secrecy
  private(set) var rows: [DetailRow] = []

  /// The details of the focused node; where others are marked, of the first of those.
  init(of file: OpenFile) {
    self.file = file
    let node = file.subject
    secrecy = file.secrecy
    findings = file.check.everything(in: node).map { $0.covered(of: node, file.secrecy) }
    if let words = Self.marked(in: file) {
      self.words(words, .statusWarning)
      rows.append(DetailRow(content: .blank))
    }
    addProperties(node)
    addVariables(node)
    if node.kind != .sequence { addOptions(node) }
    addCondition(node)
    addSurplus(node)
    addXML(node)
    if file.targets.count > 1 { MarkedValues(of: file, secrecy).tell(in: &rows) }
  }

  /// Whose values these are and where edits go, when other nodes than the focused one are marked.
  private static func marked(in file: OpenFile) -> String? {
    let marks = file.outline.marks
    guard !marks.isEmpty, marks != [file.outline.focus] else { return nil }
    if marks.contains(file.outline.focus) {
      return "Changes apply to \(marks.count) marked nodes."
    }
    let others = marks.count == 1 ? "the marked node" : "the \(marks.count) marked nodes"
    return "Values of \(others), where edits go; “\(file.focus.name)” is not marked."
  }

  // MARK: Sections

  private mutating func addProperties(_ node: TaskNode) {
    heading("Properties")
    if node.kind == .sequence {
      addSequenceNames(node)
    } else {
      property(.name, node)
      fixed("Type", node.typeWords(in: file.document.dialect), id: "type")
      property(.description, node)
    }
    if let action = node.action, node.kind != .group {
      var field = DetailField(
        id: "action", label: node.type == nil ? "Command line" : "Action", value: action,
        kind: .action)
      if let shown = node.shownAction(secrecy), shown != action { field.shown = shown }
      field.fault = findings.first { $0.place == .action }?.message
      rows.append(DetailRow(content: .field(field)))
    }
  }

  private mutating func addSequenceNames(_ node: TaskNode) {
    if file.document.dialect == .mdt {
      property(.name, node)
      property(.description, node)
    } else {
      let reason = "A ConfigMgr sequence does not hold its own name; the site does."
      field("Name", file.document.name ?? "–", .fixed(reason), id: "name")
    }
    let words =
      file.document.carrier != .bare
      ? file.document.carrier.words
      : file.document.dialect == .mdt ? "MDT task sequence" : "ConfigMgr sequence"
    fixed("File", words, id: "carrier")
    fixed("Schema", node.element.attribute("version") ?? "–", id: "version")
    fixed("Steps", "\(file.outline.stepCount)", id: "steps")
    if let list = ReferenceList(of: node) {
      fixed("References", "\(list.entries.count) objects", id: "references")
    }
  }

  private mutating func addOptions(_ node: TaskNode) {
    heading("Options")
    for option in [Property.disable, .continueOnError] {
      let label =
        option == .disable && node.kind == .group ? "Disable this group" : option.label
      field(label, node.isOn(option) ? "[x]" : "[ ]", .toggle(option), id: option.rawValue)
    }
    for option in [Property.successCodes, .runIn, .startIn, .timeout, .retryCount]
    where file.document.offers(option, node) {
      property(option, node)
    }
  }

  private mutating func addVariables(_ node: TaskNode) {
    guard node.kind != .group else { return }
    var variables = node.variables
    if let type = StepTypes.shared.type(of: node, in: file.document.dialect) {
      let few = file.targets.count > 1 ? MarkedValues(of: file, secrecy).ofType : nil
      heading(type.label + (few.map { ", \($0)" } ?? ""))
      if !type.note.isEmpty { words(type.note, .dim) }
      let form = FormRows(type, node, file.references, findings, secrecy)
      rows += form.rows
      variables = form.others
    }
    heading(node.kind == .sequence ? "Variables of the sequence" : "Other variables")
    var seen: [String: Int] = [:]
    for variable in variables {
      seen[variable.name, default: 0] += 1
      let id = "variable.\(variable.name)#\(seen[variable.name] ?? 1)"
      var field = DetailField(
        id: id, label: variable.name, value: variable.value, kind: .variable(variable.name))
      field.isSecret = node.hides(variable.name, secrecy) || node.hides(variable, secrecy)
      let shown = node.shown(variable, secrecy)
      if shown != variable.value { field.shown = shown }
      field.note = BuiltInVariables.shared.named(variable.name)?.summary ?? ""
      rows.append(DetailRow(content: .field(field)))
    }
    field("Add a variable …", "", .newVariable, id: "variable+")
  }

  private mutating func addCondition(_ node: TaskNode) {
    guard node.kind != .sequence else { return }
    heading("Condition")
    for stray in node.strays {
      let what = stray.element.isNamed("condition") ? "Another condition" : "Outside the condition"
      let shown = stray.operand?.covered(where: secrecy.isSecret)
      words("\(what): \(ConditionText.format(shown))", .fault)
    }
    let shown = node.condition.map { "if \($0.shownText(where: secrecy.isSecret))" }
    field("Its own", shown ?? "none", .condition, id: "condition")
    addReach(node)
  }

  /// Whether the node can run at all, and each group above it that decides.
  private mutating func addReach(_ node: TaskNode) {
    guard let reach = Reach(node.id, in: file.document), !reach.links.isEmpty else { return }
    words(
      reach.sentence(where: secrecy.isSecret), reach.truth == .no ? .statusWarning : .dim)
    for (index, link) in reach.links.enumerated() where link.node.id != node.id {
      let value = link.kind == .disabled ? "is disabled" : link.phrase(where: secrecy.isSecret)
      field("▸ " + link.node.name, value, .link(link.node.id), id: "reach.\(index)")
    }
  }

  /// What no other line shows.
  private mutating func addSurplus(_ node: TaskNode) {
    let surplus = node.surplus.filter { $0.kind != .again(.condition) }
    guard !surplus.isEmpty else { return }
    heading("Besides")
    for part in surplus { words(part.message(in: node).asSentence, .fault) }
  }

  private mutating func addXML(_ node: TaskNode) {
    heading("XML")
    let limit = 8 * 1024
    let xml = node.shownXML(limit, secrecy)
    for line in XMLLines.broken(xml) { rows.append(DetailRow(content: .xml(line))) }
    if xml.count == limit { words("… and more: the command “XML” shows all of it.", .dim) }
  }

  // MARK: Rows

  private mutating func heading(_ text: String) {
    if !rows.isEmpty, rows.last?.isSelectable == true { rows.append(DetailRow(content: .blank)) }
    rows.append(DetailRow(content: .heading(text)))
  }

  private mutating func words(_ text: String, _ role: Role) {
    rows.append(DetailRow(content: .words(text, role)))
  }

  private mutating func fixed(_ label: String, _ value: String, id: String) {
    field(label, value, .fixed("\(label) cannot be changed here."), id: id)
  }

  private mutating func property(_ property: Property, _ node: TaskNode) {
    let value = node.value(of: property)
    var field = DetailField(
      id: property.rawValue, label: property.label, value: property.shown(value ?? ""),
      kind: .property(property))
    if property == .runIn { field.kind = .place }
    field.fault = findings.first { $0.place == .property(property) }?.message
    field.note = note(property, value)
    rows.append(DetailRow(content: .field(field)))
  }

  private func note(_ property: Property, _ value: String?) -> String {
    switch property {
    case .runIn: return Property.places.first { $0.value == value }?.words ?? ""
    default: return value.flatMap(property.hint) ?? ""
    }
  }

  private mutating func field(
    _ label: String, _ value: String, _ kind: DetailField.Kind, id: String
  ) {
    let field = DetailField(id: id, label: label, value: value, kind: kind)
    rows.append(DetailRow(content: .field(field)))
  }
}

extension TaskNode {
  /// What it is, in words, and as the XML says it.
  func typeWords(in dialect: Dialect) -> String {
    switch kind {
    case .group: "Group"
    case .sequence: "Sequence"
    case .step, .childSequence: StepName(of: self)?.both(in: dialect) ?? ""
    }
  }
}
