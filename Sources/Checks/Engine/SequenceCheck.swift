import Basics
package import Containers
package import ObjectCatalog
package import Operations
package import References
import StepCatalog
package import TaskSequence
package import XMLTree

/// What the chosen rules find in a document.
///
/// What was found in a node stays true as long as what it references does, so that looking again after
/// an edit costs the nodes beside what was edited and no more; rules that look wider run again whenever
/// the document changed. Only references stop a save, and `References` alone decides on that.
package struct SequenceCheck: Sendable {
  /// The references, as of the last look.
  package private(set) var references: ReferenceCheck
  private let rules: RuleSelection
  /// What was found in the sequence itself.
  private var head: [Finding] = []
  /// The nodes directly in the sequence.
  private var parts: [CheckedPart] = []
  /// What was found in each node that was seen last, to be used again.
  private var known: [NodeID: CheckedPart] = [:]
  /// What rules that look wider than a node found; nil when none was chosen.
  private var wide: WideFindings?
  private var dialect = Dialect.configurationManager
  /// Which variables the document hides: what was found in a node may quote one that another step hides.
  private var secrecy = Secrecy.byName
  /// Whether the references have looked at something else since.
  private var isStale = true

  /// - Parameters:
  ///   - catalog: What is known of objects.
  ///   - isStrict: Whether references nothing is known of count as broken.
  package init(catalog: Catalog, isStrict: Bool = false, rules: RuleSelection) {
    references = ReferenceCheck(catalog: catalog, isStrict: isStrict)
    self.rules = rules
  }

  // MARK: Looking

  /// Looks at a document.
  package mutating func look(at document: SequenceDocument) {
    // A step is read once for its references and for the rules.
    var fresh: [NodeID: [Finding]] = [:]
    let (rules, isStrict) = (rules, references.isStrict)
    let isOther = references.look(at: document) { step, references, isRunning in
      fresh[step.node.id] = NodeReading(step, references, isStrict: isStrict)
        .findings(rules.local, isRunning: isRunning)
    }
    guard isOther || isStale else { return }
    isStale = false
    dialect = document.dialect
    secrecy = Secrecy(of: document)
    head = findings(in: document.sequence, references.references(of: document.sequence))
    parts = parts(for: references.parts, parts, fresh)
    wide = nil
    guard !rules.wide.isEmpty else { return }
    let found = DocumentReading(document, references).findings(rules.wide)
    wide = WideFindings(found, in: document)
  }

  /// The edit that operations make of a document, which was looked at last.
  ///
  /// - Parameters:
  ///   - saved: The document as it is in the file.
  ///   - label: What happened, where the first operation's words are not wanted.
  /// - Throws: why one of them cannot be done; then none is.
  package mutating func applying(
    _ operations: (inout Chain) throws(Refusal) -> Void, to document: SequenceDocument,
    saved: SequenceDocument, label: String?
  ) throws(Refusal) -> Edit {
    isStale = true
    return try document.applying(keeping: &references, saved: saved, label: label, operations)
  }

  /// Lets a document pass when no reference stops a save, as `ReferenceCheck` does.
  package mutating func clear(
    _ document: SequenceDocument, as member: MemberID = .only
  ) throws(Unresolved) -> ClearedSequences {
    look(at: document)
    return try references.clear(document, as: member)
  }

  /// The parts for some nodes side by side; costs a look at what is not as it was before.
  private mutating func parts(
    for new: [ReferencePart], _ old: [CheckedPart], _ fresh: [NodeID: [Finding]]
  ) -> [CheckedPart] {
    let (head, tail) = old.sharedEnds(with: new) { $0.part === $1 }
    var parts = Array(old[..<head])
    parts.reserveCapacity(new.count)
    for part in new[head..<new.count - tail] { parts.append(self.part(for: part, fresh)) }
    parts += old[(old.count - tail)...]
    return parts
  }

  private mutating func part(
    for part: ReferencePart, _ fresh: [NodeID: [Finding]]
  ) -> CheckedPart {
    let old = known[part.id]
    if let old, old.part === part { return old }
    let inside = parts(for: part.inside, old?.inside ?? [], fresh)
    let found: [Finding] =
      if let old, old.isStill(part) { old.found } else { fresh[part.id] ?? findings(in: part) }
    let new = CheckedPart(part, found, inside: inside)
    known[part.id] = new
    return new
  }

  private func findings(in part: ReferencePart) -> [Finding] {
    TaskNode(part.element).map { findings(in: $0, part.own, isRunning: part.isActive) } ?? []
  }

  private func findings(
    in node: TaskNode, _ references: [Reference], isRunning: Bool = true
  ) -> [Finding] {
    NodeReading(StepReading(node, in: dialect), references, isStrict: self.references.isStrict)
      .findings(rules.local, isRunning: isRunning)
  }

  // MARK: What was found

  /// Everything that was found in a node, what does not count too; what stops a save first.
  package func everything(in node: TaskNode) -> [Finding] {
    own(node) + (wide?[node.id] ?? []).map { $0.covered(of: node, secrecy) }
  }

  /// What was found in a node by itself.
  private func own(_ node: TaskNode) -> [Finding] {
    let found = node.kind == .sequence ? head : part(of: node.id)?.found ?? []
    // By their names all are covered already.
    guard !found.isEmpty, secrecy != .byName else { return found }
    return found.map { $0.covered(of: node, secrecy) }
  }

  /// What was found in a node and counts; what stops a save first.
  package func findings(in node: TaskNode) -> [Finding] { everything(in: node).filter(\.isActive) }

  /// What was found of a reference, whether it counts or not; nil when nothing was.
  package func finding(of reference: Reference, in document: SequenceDocument) -> Finding? {
    document.node(reference.node).flatMap { node in
      everything(in: node).first { finding in
        finding.place == Finding.Place(reference.place)
          && finding.references.contains { $0.namesSame(as: reference) }
      }
    }
  }

  /// Everything that was found and counts, in document order; what only the sequence’s list of
  /// references names comes last.
  ///
  /// Costs the way to it.
  package func findings(of document: SequenceDocument) -> [Finding] {
    let own = findings(in: document.sequence)
    var all = own.filter { $0.place != .list }
    document.sequence.walk { node, _ in
      all += findings(in: node)
      return hasFindings(inside: node)
    }
    return all + own.filter { $0.place == .list }
  }

  /// The first problem of a node; nil when it has none.
  package func problem(of node: TaskNode) -> Finding? {
    everything(in: node).first(where: \.isProblem)
  }

  /// How many problems there are inside a container, its own left out.
  package func problemCount(inside container: TaskNode) -> Int {
    parts(inside: container).reduce(wide?.count(inside: container.id) ?? 0) { $0 + $1.problems }
  }

  /// How many problems a document has: the one number, wherever it is told.
  package func problemCount(of document: SequenceDocument) -> Int {
    problemCount(inside: document.sequence)
      + everything(in: document.sequence).count(where: \.isProblem)
  }

  /// The nodes that have a problem; costs the way to them.
  package func problemNodes(in document: SequenceDocument) -> Set<NodeID> {
    var nodes = wide?.nodes ?? []
    if problem(of: document.sequence) != nil { nodes.insert(document.sequenceID) }
    for part in parts { part.walkProblems { nodes.insert($0.part.id) } }
    return nodes
  }

  /// Whether something was found inside a container that counts, notes too.
  private func hasFindings(inside container: TaskNode) -> Bool {
    parts(inside: container).contains(where: \.hasFindings)
      || wide?.hasFindings(inside: container.id) ?? false
  }

  private func parts(inside container: TaskNode) -> [CheckedPart] {
    container.kind == .sequence ? parts : part(of: container.id)?.inside ?? []
  }

  /// What was found in a node as it is now: the one seen last may be of another revision.
  private func part(of id: NodeID) -> CheckedPart? {
    guard let part = references.part(of: id) else { return nil }
    if let known = known[id], known.part === part { return known }
    var copy = self
    return copy.part(for: part, [:])
  }
}
