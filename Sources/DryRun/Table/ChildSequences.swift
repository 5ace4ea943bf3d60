package import TaskSequence

/// What is known of the sequences that others run, by their ids.
package struct ChildSequences: Sendable {
  /// A sequence that another one runs.
  package struct Child: Sendable {
    package let document: SequenceDocument
    /// Whether it may run; a deployment with a disabled one fails (Microsoft's article on steps).
    package let isEnabled: Bool

    package init(_ document: SequenceDocument, isEnabled: Bool = true) {
      (self.document, self.isEnabled) = (document, isEnabled)
    }
  }

  private var known: [String: Child] = [:]

  package init() {}

  /// What is known of an id, whatever its case; nil where nothing is.
  package subscript(id: String) -> Child? {
    get { known[id.uppercased()] }
    set { known[id.uppercased()] = newValue }
  }

  /// The id of the sequence that a child step runs; empty where it names none.
  package static func id(of node: TaskNode) -> String {
    (node.variable("OSDSubTasksequencePackageID") ?? "").uppercased()
  }
}
