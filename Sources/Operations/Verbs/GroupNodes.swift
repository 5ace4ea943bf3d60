@_spi(Edits) package import TaskSequence

/// Puts nodes into a new group that stands where the first of them stood.
package struct GroupNodes: Operation {
  package var nodes: [NodePath]
  package var name: String

  package init(_ nodes: [NodePath], as name: String) {
    self.nodes = nodes
    self.name = name
  }

  package static let verbs = ["group"]

  package static let form = "group PATH, … as NAME"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
    try reader.expect("as")
    name = try reader.value("a name")
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("group")
    writer.paths(nodes)
    writer.word("as")
    writer.value(name)
  }

  package func covered(in document: SequenceDocument) -> GroupNodes { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.grouping(scene.nodes(at: nodes), named: name)
  }
}
