package import StepCatalog
package import TaskSequence
import XMLTree

/// What an operation works on: a document, and what is known of the types of its steps.
///
/// Only the door makes one, so that nobody else can have an operation make an edit.
package struct OperationScene {
  /// The document before the operation.
  package let document: SequenceDocument
  /// What is known of types of steps: the one such knowledge there is.
  package let types = StepTypes.shared
  /// What steps say of objects beside their ids.
  let tell: StepKeeper.Telling

  init(
    _ document: SequenceDocument, telling tell: @escaping StepKeeper.Telling = { _, _, _ in nil }
  ) {
    self.document = document
    self.tell = tell
  }

  /// The nodes that paths lead to.
  /// - Throws: when one leads nowhere, with how far it leads.
  func nodes(at paths: [NodePath]) throws(Refusal) -> Set<NodeID> {
    guard !paths.isEmpty else { throw Refusal("no step or group is named") }
    let found = document.nodes(at: paths)
    if let lost = zip(paths, found).first(where: { $1 == nil })?.0 { throw refusal(lost) }
    return Set(found.compactMap { $0?.id })
  }

  /// The node that a path leads to.
  func node(at path: NodePath) throws(Refusal) -> TaskNode {
    guard let node = document.node(at: path) else { throw refusal(path) }
    return node
  }

  /// Why a path leads nowhere: the first part of it that is not there, and what is around that.
  private func refusal(_ path: NodePath) -> Refusal {
    var known = NodePath(steps: [])
    for step in path.steps {
      let next = NodePath(steps: known.steps + [step])
      guard document.node(at: next) != nil else {
        let part = NodePath(steps: [step])
        let place = known.steps.isEmpty ? "in the sequence" : "in “\(known)”"
        return Refusal("there is no “\(part)” \(place)")
      }
      known = next
    }
    return Refusal("there is no “\(path)”")
  }

  /// A variable of a field of a step with a value.
  ///
  /// A name that only follows from the class gives way to the one that another step of the file has
  /// for the same property.
  func variable(
    _ field: StepField, of type: StepType, in node: TaskNode, _ value: String
  ) -> Blueprint.Variable {
    var variable = field.variable(value)
    guard field.isDerived, node.spelling(of: field.variable) == nil else { return variable }
    document.sequence.walk { other, _ in
      guard !other.isContainer, other.type == type.type else { return true }
      let own = other.variables.first {
        $0.property == field.property && type.field(of: $0.name) == nil
      }
      if let own { variable.name = own.name }
      return own == nil
    }
    return variable
  }

  /// What is known of a node's type.
  func type(of node: TaskNode) -> StepType? { types.type(of: node, in: document.dialect) }
}
