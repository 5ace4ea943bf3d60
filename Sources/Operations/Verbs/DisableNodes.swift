@_spi(Edits) package import TaskSequence

/// Switches nodes off, or on again.
package struct DisableNodes: Operation {
  package var nodes: [NodePath]
  /// Whether they are switched off afterwards.
  package var isDisabled: Bool

  package init(_ nodes: [NodePath], isDisabled: Bool = true) {
    self.nodes = nodes
    self.isDisabled = isDisabled
  }

  package static let verbs = ["disable", "enable"]

  package static let form = "disable PATH, … · enable PATH, …"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    isDisabled = verb == "disable"
    nodes = try reader.paths()
  }

  package func write(to writer: inout OperationWriter) {
    writer.word(isDisabled ? "disable" : "enable")
    writer.paths(nodes)
  }

  package func covered(in document: SequenceDocument) -> DisableNodes { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.setting(.disable, to: "\(isDisabled)", on: scene.nodes(at: nodes))
  }
}
