package import References
package import TaskSequence

/// A place that names an object, named itself: the path of its node, and where there.
package struct ObjectSite: Equatable, Sendable {
  package var node: NodePath
  package var place: Reference.Place

  package init(_ place: Reference.Place, of node: NodePath) {
    self.node = node
    self.place = place
  }

  /// The place of a reference; nil when its node is not in the document.
  init?(of reference: Reference, in document: SequenceDocument) {
    guard let path = document.path(of: reference.node) else { return nil }
    self.init(reference.place, of: path)
  }

  init(from reader: inout OperationReader) throws(OperationFault) {
    node = try reader.path()
    place =
      switch try reader.one(of: ["variable", "command", "list", "property", "text"]) {
      case "variable": .variable(try reader.value("the name of a variable"))
      case "command": .action
      case "list": .list
      case "text":
        .text(try TextPlace.Name(from: &reader), try TextPlace.Name.number(from: &reader))
      default: .property(try reader.value("the name of a property"))
      }
  }

  func write(to writer: inout OperationWriter) {
    writer.path(node)
    switch place {
    case .variable(let name):
      writer.word("variable")
      writer.value(name)
    case .action: writer.word("command")
    case .list: writer.word("list")
    case .text(let name, let ordinal):
      writer.word("text")
      name.write(ordinal, to: &writer)
    case .property(let name):
      writer.word("property")
      writer.value(name)
    }
  }

  /// The reference that stands here.
  /// - Throws: when there is no such node.
  func reference(
    to id: String, _ kind: ReferenceKind, in scene: OperationScene
  ) throws(Refusal) -> Reference {
    Reference(
      node: try scene.node(at: node).id, place: place, kind: kind, id: id, status: .unverified,
      reason: "", isNeeded: false)
  }
}
