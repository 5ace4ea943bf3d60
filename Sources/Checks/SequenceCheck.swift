package import ObjectCatalog
package import Operations
package import References
import StepCatalog
package import TaskSequence
package import XMLTree

/// What is wrong in a document: with its references, and with the values of its steps.
///
/// What was found in a node stays true as long as what it references does, so that looking again after
/// an edit costs the nodes beside what was edited and no more. Only references stop a save, and
/// `References` alone decides on that.
package struct SequenceCheck: Sendable {
  /// The references, as of the last look.
  package private(set) var references: ReferenceCheck
  /// The nodes directly in the sequence.
  private var parts: [CheckedPart] = []
  /// What was found in each node that was seen last, to be used again.
  private var known: [NodeID: CheckedPart] = [:]
  private var dialect = Dialect.configurationManager

  package init(catalog: Catalog, isStrict: Bool = false) {
    references = ReferenceCheck(catalog: catalog, isStrict: isStrict)
  }

  // MARK: Looking

  /// Looks at a document.
  package mutating func look(at document: SequenceDocument) {
    references.look(at: document)
    dialect = document.dialect
    parts = parts(for: references.parts, parts)
  }

  /// The edit that operations make of a document, which was looked at last; looks at the new
  /// references, too.
  ///
  /// - Parameters:
  ///   - saved: The document as it is in the file.
  ///   - label: What happened, where the first operation's words are not wanted.
  /// - Throws: why one of them cannot be done; then none is.
  package mutating func applying(
    _ operations: (inout Chain) throws(Refusal) -> Void, to document: SequenceDocument,
    saved: SequenceDocument, label: String?
  ) throws(Refusal) -> Edit {
    try document.applying(keeping: &references, saved: saved, label: label, operations)
  }

  /// The parts for some nodes side by side; costs a look at what is not as it was before.
  private mutating func parts(
    for new: [ReferencePart], _ old: [CheckedPart]
  ) -> [CheckedPart] {
    let most = min(old.count, new.count)
    var head = 0
    while head < most, old[head].part === new[head] { head += 1 }
    var tail = 0
    while tail < most - head, old[old.count - 1 - tail].part === new[new.count - 1 - tail] {
      tail += 1
    }
    var parts = Array(old[..<head])
    parts.reserveCapacity(new.count)
    for part in new[head..<new.count - tail] { parts.append(self.part(for: part)) }
    parts += old[(old.count - tail)...]
    return parts
  }

  private mutating func part(for part: ReferencePart) -> CheckedPart {
    let old = known[part.id]
    if let old, old.part === part { return old }
    let inside = parts(for: part.inside, old?.inside ?? [])
    let isSame = old?.part.element === part.element
    let fault = isSame ? old?.fault : fault(of: part)
    let new = CheckedPart(part, fault: fault, inside: inside, isStrict: references.isStrict)
    known[part.id] = new
    return new
  }

  private func fault(of part: ReferencePart) -> String? {
    TaskNode(part.element).flatMap { FormCheck.fault(in: StepReading($0, in: dialect)) }
  }

  // MARK: What was found

  /// Why a node has a problem: a reference of its own that stops a save, else its fault.
  package func problem(of node: TaskNode) -> String? {
    guard node.kind != .sequence else {
      return references.references(of: node).first {
        $0.stopsSaving(isStrict: references.isStrict)
      }?.reason
    }
    return part(of: node)?.problem
  }

  /// How many nodes inside a container have a problem.
  package func problemCount(inside container: TaskNode) -> Int {
    let parts = container.kind == .sequence ? parts : part(of: container)?.inside ?? []
    return parts.reduce(0) { $0 + $1.problems }
  }

  /// The nodes that have a problem; costs the way to them.
  package func problemNodes(in document: SequenceDocument) -> Set<NodeID> {
    var nodes: Set<NodeID> = []
    if problem(of: document.sequence) != nil { nodes.insert(document.sequenceID) }
    for part in parts { part.walkProblems { nodes.insert($0.part.id) } }
    return nodes
  }

  /// What was found in a node as it is now: the one seen last may be of another revision.
  private func part(of node: TaskNode) -> CheckedPart? {
    guard let part = references.part(of: node) else { return nil }
    if let known = known[node.id], known.part === part { return known }
    var copy = self
    return copy.part(for: part)
  }
}
