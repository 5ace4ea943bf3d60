package import Conditions
import StepCatalog
package import TaskSequence

/// Gives nodes a condition, adds to the one they have, or takes it away.
package struct ChangeCondition: Operation {
  package var nodes: [NodePath]
  package var change: ConditionChange

  package init(_ change: ConditionChange, of nodes: [NodePath]) {
    self.nodes = nodes
    self.change = change
  }

  package static let verbs = ["condition"]

  package static let form =
    "condition PATH, … CONDITION · condition PATH, … and CONDITION · condition PATH, … none"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
    if reader.takeLast("none") {
      change = .clear
    } else if reader.take("and") {
      let start = reader
      guard let operand = try Self.operand(&reader) else {
        throw start.fault("a condition that always holds cannot be added")
      }
      change = .add(operand)
    } else {
      change = .set(try Self.operand(&reader))
    }
  }

  /// The condition to the end of the line; `always` is nil.
  private static func operand(
    _ reader: inout OperationReader
  ) throws(OperationFault) -> Operand? {
    let (text, position) = reader.rest()
    guard !text.isEmpty else {
      throw reader.fault("a condition, “and” or “none” must stand here", at: position)
    }
    do throws(ConditionFault) {
      return try ConditionText.parse(text)
    } catch {
      throw OperationFault(
        // A mark that joins the letter before it counts for itself at the start of the text.
        position: min(position + error.position, reader.length), reason: error.reason,
        expected: error.expected.map(\.words))
    }
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("condition")
    writer.paths(nodes)
    switch change {
    case .clear: writer.word("none")
    case .set(let operand): writer.rest(ConditionText.format(operand))
    case .add(let operand):
      writer.word("and")
      writer.rest(ConditionText.format(operand))
    }
  }

  package func covered(in document: SequenceDocument) -> ChangeCondition {
    let hides = Secrecy(of: document).isSecret
    let shown: ConditionChange =
      switch change {
      case .clear: .clear
      case .set(let operand): .set(operand?.covered(where: hides))
      case .add(let operand): .add(operand.covered(where: hides))
      }
    return ChangeCondition(shown, of: nodes)
  }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    try scene.document.changingConditions(change, of: scene.nodes(at: nodes))
  }
}
