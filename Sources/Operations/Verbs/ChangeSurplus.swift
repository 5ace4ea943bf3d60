import Conditions
@_spi(Edits) package import TaskSequence
import XMLTree

/// Deals with a part of a node that stands again, or with an element nobody knows there: takes it away,
/// or joins it with what is known.
package struct ChangeSurplus: Operation {
  package var node: NodePath
  /// Which of those that stand there, from 1.
  package var ordinal: Int
  /// Whether what it says is kept rather than taken away.
  package var isKept: Bool

  package init(_ ordinal: Int, of node: NodePath, isKept: Bool) {
    self.node = node
    self.ordinal = ordinal
    self.isKept = isKept
  }

  package static let verbs = ["surplus"]

  package static let form = "surplus NUMBER of PATH remove · surplus NUMBER of PATH join"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    ordinal = try reader.number("the number of a surplus part")
    try reader.expect("of")
    node = try reader.path()
    isKept = try reader.one(of: ["remove", "join"]) == "join"
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("surplus")
    writer.number(ordinal)
    writer.word("of")
    writer.path(node)
    writer.word(isKept ? "join" : "remove")
  }

  package func covered(in document: SequenceDocument) -> ChangeSurplus { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let all = try scene.node(at: node).surplus
    guard all.indices.contains(ordinal - 1) else { throw Refusal("it is not here any more") }
    let surplus = all[ordinal - 1]
    let id = surplus.element.id
    guard isKept else { return try scene.document.removingSurplus(id) }
    return surplus.kind == .again(.condition)
      ? try scene.document.movingStrayIn(id) : try scene.document.joiningSurplus(id)
  }
}
