@_spi(Edits) package import TaskSequence

/// Lets the sequence go on when nodes fail, or not.
package struct ContinueOnError: Operation {
  package var nodes: [NodePath]
  package var isOn: Bool

  package init(_ nodes: [NodePath], isOn: Bool = true) {
    self.nodes = nodes
    self.isOn = isOn
  }

  package static let verbs = ["continue on", "continue off"]

  package static let form = "continue on PATH, … · continue off PATH, …"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    isOn = verb == "continue on"
    nodes = try reader.paths()
  }

  package func write(to writer: inout OperationWriter) {
    writer.word(isOn ? "continue on" : "continue off")
    writer.paths(nodes)
  }

  package func covered(in document: SequenceDocument) -> ContinueOnError { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.setting(.continueOnError, to: "\(isOn)", on: scene.nodes(at: nodes))
  }
}
