package import TaskSequence
package import XMLTree

/// A place in a sequence that names an object.
package struct Reference: Equatable, Sendable {
  /// Whether the object is there.
  package enum Status: String, Sendable {
    case resolved
    /// It is known not to be there, or it is empty where the step needs one.
    case unresolved
    /// Nothing is known about that kind of object here.
    case unverified
    /// Decided when the sequence runs.
    case dynamic
  }

  package var node: NodeID
  /// The variable that holds it.
  package var variable: String
  package var kind: ReferenceKind
  /// What stands there.
  package var id: String
  package var status: Status
  /// Why, a sentence without its full stop; for a resolved one the object's name.
  package var reason: String
  /// Whether it counts: references of disabled nodes do not (references.md, section 3).
  package var isActive: Bool

  package init(
    node: NodeID, variable: String, kind: ReferenceKind, id: String, status: Status,
    reason: String, isActive: Bool
  ) {
    self.node = node
    self.variable = variable
    self.kind = kind
    self.id = id
    self.status = status
    self.reason = reason
    self.isActive = isActive
  }

  /// Whether it stops a save.
  package func stopsSaving(isStrict: Bool) -> Bool {
    isActive && (status == .unresolved || isStrict && status == .unverified)
  }
}
