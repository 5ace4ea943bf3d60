@_spi(Edits) package import TaskSequence

/// Puts a second copy of nodes after the last of them.
package struct DuplicateNodes: Operation {
  package var nodes: [NodePath]

  package init(_ nodes: [NodePath]) { self.nodes = nodes }

  package static let isTyped = false

  package static let verbs = ["duplicate"]

  package static let form = "duplicate PATH, …"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("duplicate")
    writer.paths(nodes)
  }

  package func covered(in document: SequenceDocument) -> DuplicateNodes { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.duplicating(scene.nodes(at: nodes))
  }
}
