import References
import TaskSequence

/// What was found in one node of a sequence and all inside it, made once for each state of the node.
///
/// It never changes, and is right as long as what the node references is the same object.
final class CheckedPart: Sendable {
  /// The node and what it references.
  let part: ReferencePart
  /// What was found in the node itself, whether it counts or not.
  let found: [Finding]
  /// The nodes directly inside, in order.
  let inside: [CheckedPart]
  /// How many problems there are in it and inside.
  let problems: Int
  /// Whether something was found in it or inside that counts, notes too.
  let hasFindings: Bool

  init(_ part: ReferencePart, _ found: [Finding], inside: [CheckedPart]) {
    self.part = part
    self.found = found
    self.inside = inside
    problems = inside.reduce(found.count(where: \.isProblem)) { $0 + $1.problems }
    hasFindings = found.contains(where: \.isActive) || inside.contains(where: \.hasFindings)
  }

  /// Whether nothing can be found in the node itself that was not found before: it is the same one, what
  /// it references is known as it was, and nothing was found that could count now and did not then.
  func isStill(_ other: ReferencePart) -> Bool {
    part.element === other.element
      && (part.isActive == other.isActive || found.isEmpty)
      && part.own.elementsEqual(other.own) { $0.status == $1.status && $0.reason == $1.reason }
  }

  /// This one and all inside it that have a problem, in document order.
  func walkProblems(_ visit: (CheckedPart) -> Void) {
    guard problems > 0 else { return }
    if found.contains(where: \.isProblem) { visit(self) }
    for part in inside { part.walkProblems(visit) }
  }
}
