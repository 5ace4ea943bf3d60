@_spi(Edits) package import TaskSequence

/// Adds an empty group.
package struct AddGroup: Operation {
  package var name: String
  package var place: NodePlace

  package init(_ name: String, _ place: NodePlace) {
    self.name = name
    self.place = place
  }

  package static let verbs = ["add group"]

  package static let form = "add group NAME before|after|into|first into PATH"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    name = try reader.value("a name")
    place = try NodePlace(from: &reader)
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("add group")
    writer.value(name)
    place.write(to: &writer)
  }

  package func covered(in document: SequenceDocument) -> AddGroup { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.addingGroup(named: name, at: scene.destination(place))
  }
}
