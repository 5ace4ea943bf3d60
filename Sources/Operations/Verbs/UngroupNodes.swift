@_spi(Edits) package import TaskSequence

/// Puts what is in groups in their place.
package struct UngroupNodes: Operation {
  package var nodes: [NodePath]
  /// Whether the condition of a group is copied to each of its nodes.
  package var keepsCondition: Bool

  package init(_ nodes: [NodePath], keepsCondition: Bool) {
    self.nodes = nodes
    self.keepsCondition = keepsCondition
  }

  package static let verbs = ["ungroup"]

  package static let form = "ungroup PATH, … [keeping condition]"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
    keepsCondition = reader.take("keeping")
    if keepsCondition { try reader.expect("condition") }
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("ungroup")
    writer.paths(nodes)
    if keepsCondition { writer.word("keeping condition") }
  }

  package func covered(in document: SequenceDocument) -> UngroupNodes { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.ungrouping(scene.nodes(at: nodes), keepsCondition: keepsCondition)
  }
}
