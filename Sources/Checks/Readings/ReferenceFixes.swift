import ObjectCatalog
import Operations
import References
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
    guard isRunning else { return [delete] }
    return [
      delete,
      Fix(
        "disable \(steps)\(isOne ? " for now" : "")",
        .changes("what \(steps) \(verb) is not done until enabled again"), [DisableNodes(paths)]),
    ]
  }

  /// Objects that the list names alone: it says nothing of what runs.
  private static func ofList(_ findings: [Finding], in document: SequenceDocument) -> [Fix] {
    guard findings.allSatisfy({ $0.place == .list }) else { return [] }
    let nothing = findings.flatMap(\.references).map { ($0, CatalogObject.nothing($0.kind)) }
    return [Fix("take it off the list", .safe, [UseObjects(nothing, in: document)])]
  }
}
