import StepCatalog
import TaskSequence

/// What a step says and what is known of its type, read once for all that looks at it.
struct StepReading {
  /// A variable with what is known of it.
  struct Value {
    let name: String
    let text: String
    let field: StepField?
  }

  let node: TaskNode
  let type: StepType?
  /// The variables in the order of the file.
  let values: [Value]

  init(_ node: TaskNode, of type: StepType?) {
    self.node = node
    self.type = type
    values = node.variables.map { variable in
      let name = variable.name
      return Value(name: name, text: variable.value, field: type?.field(of: name))
    }
  }

  init(_ node: TaskNode, in dialect: Dialect) {
    self.init(node, of: StepTypes.shared.type(of: node, in: dialect))
  }

  /// The text of a variable; nil when it is not written.
  func value(_ name: String) -> String? { values.first { $0.name == name }?.text }
}
