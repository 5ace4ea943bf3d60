import Conditions
package import TaskSequence
package import XMLTree

/// Deals with what stands outside the condition of a node, an expression or another condition: takes it
/// away, or puts it into the condition.
package struct ChangeExpression: Operation {
  package var node: NodePath
  /// Which of those that stand there, from 1.
  package var ordinal: Int
  /// Whether it goes into the condition rather than away.
  package var isKept: Bool

  package init(_ ordinal: Int, of node: NodePath, isKept: Bool) {
    self.node = node
    self.ordinal = ordinal
    self.isKept = isKept
  }

  /// Names an expression by its element; nil when it stands somewhere else.
  package init?(_ id: NodeID, in document: SequenceDocument, isKept: Bool) {
    guard let node = document.tree.parent(of: id).flatMap(TaskNode.init),
      let index = node.strays.firstIndex(where: { $0.element.id == id }),
      let path = document.path(of: node.id)
    else { return nil }
    self.init(index + 1, of: path, isKept: isKept)
  }

  package static let verbs = ["expression"]

  package static let form =
    "expression NUMBER of PATH remove · expression NUMBER of PATH into condition"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    ordinal = try reader.number("the number of an expression")
    try reader.expect("of")
    node = try reader.path()
    isKept = try reader.one(of: ["remove", "into"]) == "into"
    if isKept { try reader.expect("condition") }
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("expression")
    writer.number(ordinal)
    writer.word("of")
    writer.path(node)
    writer.word(isKept ? "into condition" : "remove")
  }

  package func covered(in document: SequenceDocument) -> ChangeExpression { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let all = try scene.node(at: node).strays
    guard all.indices.contains(ordinal - 1) else { throw Refusal("it is not here any more") }
    let id = all[ordinal - 1].element.id
    return isKept
      ? try scene.document.movingStrayIn(id) : try scene.document.removingStray(id)
  }
}
