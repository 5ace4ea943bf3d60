import TaskSequence
package import XMLTree

/// What one node of a sequence and all inside it reference, made once for each state of the node.
///
/// It never changes: whoever has one of a group has what is right for that very group, whatever
/// became of the nodes inside it in other revisions. What is found out about it stays true as long as
/// it is the same object.
package final class ReferencePart: Sendable {
  package let element: Element
  /// Whether the node itself is switched off.
  let isDisabled: Bool
  /// Whether it counts: neither it nor a group around it is disabled.
  package let isActive: Bool
  /// What the node itself names.
  package let own: [Reference]
  /// What it adds to the list of references when it counts.
  let entries: [ReferenceList.Entry]
  /// The nodes directly inside, in order.
  package let inside: [ReferencePart]
  /// How many nodes have a reference that stops a save, this one included.
  let blocked: Int
  /// How many references that count are taken on trust, by their status, inside it too.
  let trusted: [Reference.Status: Int]

  init(
    _ node: TaskNode, isDisabled: Bool, isActive: Bool, own: [Reference] = [],
    entries: [ReferenceList.Entry] = [], inside: [ReferencePart] = [], isStrict: Bool
  ) {
    element = node.element
    self.isDisabled = isDisabled
    self.isActive = isActive
    self.own = own.map { reference in
      var reference = reference
      reference.isActive = isActive
      return reference
    }
    self.entries = entries
    self.inside = inside
    let isBlocked = self.own.contains { $0.stopsSaving(isStrict: isStrict) }
    var trusted: [Reference.Status: Int] = [:]
    for part in inside { trusted.merge(part.trusted, uniquingKeysWith: +) }
    for reference in self.own where reference.isActive && reference.status.isTakenOnTrust {
      trusted[reference.status, default: 0] += 1
    }
    self.trusted = trusted
    blocked = inside.reduce(isBlocked ? 1 : 0) { $0 + $1.blocked }
  }

  package var id: NodeID { element.id }

  /// This one and all inside it, in document order, those left out that fail a test, with all inside
  /// them.
  func walk(where test: (ReferencePart) -> Bool = { _ in true }, _ visit: (ReferencePart) -> Void) {
    guard test(self) else { return }
    visit(self)
    for part in inside { part.walk(where: test, visit) }
  }
}
