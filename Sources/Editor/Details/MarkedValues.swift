import Conditions
import StepCatalog
import TaskSequence

/// What the marked nodes have where one field stands for all of them: values that differ are shown as
/// differing.
struct MarkedValues {
  private let nodes: [TaskNode]
  private let file: OpenFile
  private let secrecy: Secrecy
  /// The type whose form is shown.
  private let type: String?

  init(of file: OpenFile, _ secrecy: Secrecy) {
    (self.file, self.secrecy) = (file, secrecy)
    nodes = file.document.nodes(file.targets)
    type = file.subject.type
  }

  /// As many values are shown.
  private static let limit = 5

  /// Writes the values into the fields of the details where they are not all the same.
  func tell(in rows: inout [DetailRow]) {
    for index in rows.indices {
      guard var field = rows[index].field else { continue }
      if field.isSecret { tellSecret(&field) } else { tellShown(&field) }
      rows[index] = DetailRow(content: .field(field))
    }
  }

  private func tellSecret(_ field: inout DetailField) {
    guard let values = secrets(of: field), Set(values).count > 1 else { return }
    field.differing = values.map { $0.isEmpty ? "–" : Secrets.mask }
    field.shown = Secrets.mask
    field.note = "they differ"
  }

  /// What a secret field holds in each node, to be compared and not to be shown.
  private func secrets(of field: DetailField) -> [String]? {
    switch field.kind {
    case .variable(let name): nodes.map { $0.variable(name) ?? "" }
    case .step(let known):
      nodes.filter { $0.type == type }.map { $0.variable(known.variable) ?? "" }
    default: nil
    }
  }

  private func tellShown(_ field: inout DetailField) {
    guard let values = values(of: field), Set(values).count > 1 else { return }
    field.coversSecret =
      field.shown?.contains(Secrets.mask) == true || values.contains { $0.contains(Secrets.mask) }
    field.differing = values
    let few = values.prefix(Self.limit).map { $0.isEmpty ? "–" : $0 }
    field.shown = few.joined(separator: " · ") + (values.count > Self.limit ? " …" : "")
    field.note = ""
  }

  /// The value of each node that has such a field, as it may be shown; nil where nothing is to compare.
  private func values(of field: DetailField) -> [String]? {
    switch field.kind {
    case .property(let property):
      return nodes.filter { property == .name || file.document.offers(property, $0) }
        .map { property.shown($0.value(of: property) ?? "") }
    case .place:
      return nodes.filter { file.document.offers(.runIn, $0) }.map { $0.value(of: .runIn) ?? "" }
    case .toggle(let option): return nodes.map { $0.isOn(option) ? "[x]" : "[ ]" }
    case .variable(let name): return nodes.map { shown(name, of: $0) }
    case .step(let known):
      return nodes.filter { $0.type == type }.map { node in
        let value = shown(known.variable, of: node)
        guard known.kind == .flag, !value.isEmpty else { return value }
        return value.lowercased() == "true" ? "[x]" : "[ ]"
      }
    case .action: return nodes.filter { $0.action != nil }.map { $0.shownAction(secrecy) ?? "" }
    case .condition:
      return nodes.map { $0.condition?.shownText(where: secrecy.isSecret) ?? "none" }
    case .fixed where field.id == "type":
      return nodes.map { $0.typeWords(in: file.document.dialect) }
    case .fixed, .link, .newVariable, .row, .newRow, .rule, .newRule: return nil
    }
  }

  /// How many of the marked nodes are of the type whose form is shown, where that is not all of them.
  var ofType: String? {
    let count = nodes.count { $0.type == type }
    return count == nodes.count ? nil : "\(count) of \(nodes.count) marked"
  }

  /// A value in one line, secrets covered.
  private func shown(_ name: String, of node: TaskNode) -> String {
    let known = node.variables.first { $0.name.lowercased() == name.lowercased() }
    guard let known else { return "" }
    if node.hides(known.name, secrecy) { return Secrets.mask }
    let lines = node.shown(known, secrecy).split(whereSeparator: \.isNewline)
    return lines.count > 1 ? "\(lines[0]) …" : lines.first.map(String.init) ?? ""
  }
}
