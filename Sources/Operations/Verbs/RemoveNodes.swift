@_spi(Edits) package import TaskSequence

/// Takes nodes out, with all that is inside them.
package struct RemoveNodes: Operation {
  package var nodes: [NodePath]

  package init(_ nodes: [NodePath]) { self.nodes = nodes }

  package static let verbs = ["remove"]

  package static let form = "remove PATH, …"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("remove")
    writer.paths(nodes)
  }

  package func covered(in document: SequenceDocument) -> RemoveNodes { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.removing(scene.nodes(at: nodes))
  }
}
