package import TaskSequence
import XMLTree

/// Where a reference stands in its file.
package struct ReferenceSite: Sendable {
  /// The path of the node that holds it; the empty one for the sequence.
  package let path: NodePath?
  /// The line and the column, from 1, of the element that holds it, in the file as it was read.
  package let position: (line: Int, column: Int)?

  /// Where references stand, in their order.
  ///
  /// Costs one walk over the nodes and one pass over the file, however many references there are.
  package static func sites(
    of references: [Reference], in document: SequenceDocument
  ) -> [ReferenceSite] {
    let nodes = document.located(Set(references.map(\.node)))
    let listed = references.contains { $0.place == .list } ? listed(in: document.sequence) : [:]
    let holders = references.map { reference in
      reference.place == .list && listed[reference.id] != nil
        ? listed[reference.id] : nodes[reference.node].map { reference.element(in: $0.node).id }
    }
    let positions = document.positions(of: Set(holders.compactMap(\.self)))
    return zip(references, holders).map { reference, holder in
      let path = nodes[reference.node]?.path
      if case .property(let name) = reference.place {
        return ReferenceSite(path: path, position: document.packagePosition(name))
      }
      return ReferenceSite(path: path, position: holder.flatMap { positions[$0] })
    }
  }

  /// The elements of the list of references by what they name.
  private static func listed(in sequence: TaskNode) -> [String: NodeID] {
    let entries = ReferenceList(of: sequence)?.elements.flatMap(\.elements) ?? []
    let ids = entries.flatMap { entry in entry.attributes.map { ($0.value, entry.id) } }
    return Dictionary(ids, uniquingKeysWith: { first, _ in first })
  }
}
