import References
import TaskSequence

/// What is wrong with one node of a sequence and all inside it, made once for each state of the node.
///
/// It never changes, and is right as long as what the node references is the same object.
final class CheckedPart: Sendable {
  /// The node and what it references.
  let part: ReferencePart
  /// What is wrong with its own values, whether it counts or not.
  let fault: String?
  /// Why it has a problem: a reference that stops a save, else a fault of a node that counts.
  let problem: String?
  /// The nodes directly inside, in order.
  let inside: [CheckedPart]
  /// How many nodes have a problem, this one included.
  let problems: Int

  init(_ part: ReferencePart, fault: String?, inside: [CheckedPart], isStrict: Bool) {
    self.part = part
    self.fault = fault
    self.inside = inside
    let blocking = part.own.first { $0.stopsSaving(isStrict: isStrict) }
    problem = blocking?.reason ?? (part.isActive ? fault : nil)
    problems = inside.reduce(problem == nil ? 0 : 1) { $0 + $1.problems }
  }

  /// This one and all inside it that have a problem or hold one.
  func walkProblems(_ visit: (CheckedPart) -> Void) {
    guard problems > 0 else { return }
    if problem != nil { visit(self) }
    for part in inside { part.walkProblems(visit) }
  }
}
