@_spi(Edits) package import TaskSequence

/// Gives nodes another name.
package struct RenameNodes: Operation {
  package var nodes: [NodePath]
  package var name: String

  package init(_ nodes: [NodePath], to name: String) {
    self.nodes = nodes
    self.name = name
  }

  package static let verbs = ["rename"]

  package static let form = "rename PATH, … to NAME"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
    try reader.expect("to")
    name = try reader.value("a name")
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("rename")
    writer.paths(nodes)
    writer.word("to")
    writer.value(name)
  }

  package func covered(in document: SequenceDocument) -> RenameNodes { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.setting(.name, to: name, on: scene.nodes(at: nodes))
  }
}
