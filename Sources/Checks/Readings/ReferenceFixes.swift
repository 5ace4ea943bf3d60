import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence

extension Fix {
  /// What does away with references to an object, without another in its place: what Microsoft's
  /// editor advises for steps (Sources/TaskSequence/FACTS.md, “Broken references”), and taking an
  /// object that nothing else names off the list of references.
  @Sendable static func ofReferences(
    _ findings: [Finding], in document: SequenceDocument
  ) -> [Fix] {
    let nodes = Set(findings.map(\.node))
    guard !nodes.contains(document.sequenceID) else { return ofList(findings, in: document) }
    let paths = document.paths(of: nodes)
    let isOne = nodes.count == 1
    let steps = isOne ? "the step" : "all \(nodes.count) steps that name it"
    let isRunning = findings.contains(where: \.isActive)
    let verb = isOne ? "does" : "do"
    let delete = Fix(
      "delete \(steps)", isRunning ? .changes("what \(steps) \(verb) is done no more") : .safe,
      [RemoveNodes(paths)])
    let others = [rowsAlone(findings, in: document), delete].compactMap(\.self)
    guard isRunning else { return others }
    return others + [
      Fix(
        "disable \(steps)\(isOne ? " for now" : "")",
        .changes("what \(steps) \(verb) is not done until enabled again"), [DisableNodes(paths)])
    ]
  }

  /// Takes the rows that name the object out of steps that have other rows; nil where one has none.
  private static func rowsAlone(_ findings: [Finding], in document: SequenceDocument) -> Fix? {
    var operations: [ChangeRows] = []
    var words = ""
    for (id, findings) in Dictionary(grouping: findings, by: \.node).sorted(by: { $0.key < $1.key })
    {
      guard let node = document.node(id),
        let type = StepTypes.shared.type(of: node, in: document.dialect),
        let rows = TableRows(of: node, type), let path = document.paths(of: [id]).first
      else { return nil }
      let ids = Set(findings.flatMap(\.references).map { $0.id.lowercased() })
      let lost = rows.rows.indices.filter { row in
        rows.table.columns.contains { column in
          column.kind.referenceKind != nil
            && ids.contains(rows.rows[row][column.variable]?.lowercased() ?? "")
        }
      }
      guard !lost.isEmpty, lost.count < rows.rows.count else { return nil }
      words = lost.count == 1 ? "row \(lost[0] + 1) of \(rows.rows.count)" : "\(lost.count) rows"
      operations += lost.reversed().map { ChangeRows(.remove(row: $0 + 1), of: path) }
    }
    let steps = Set(findings.map(\.node)).count
    let title =
      steps == 1
      ? "take only this one out of the step: \(words)"
      : "take only this one out of all \(steps) steps, whose other rows stay"
    return Fix(title, .changes("what the step did with it is done no more"), operations)
  }

  /// Objects that the list names alone: it says nothing of what runs.
  private static func ofList(_ findings: [Finding], in document: SequenceDocument) -> [Fix] {
    guard findings.allSatisfy({ $0.place == .list }) else { return [] }
    let nothing = findings.flatMap(\.references).map { ($0, CatalogObject.nothing($0.kind)) }
    return [Fix("take it off the list", .safe, [UseObjects(nothing, in: document)])]
  }
}
