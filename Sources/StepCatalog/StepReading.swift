package import TaskSequence

/// What a step says and what is known of its type, read once for all that looks at it.
package struct StepReading {
  /// A variable with what is known of it.
  package struct Value {
    package let name: String
    package let text: String
    /// The field the variable is of; nil when its type knows none.
    package let field: StepField?
  }

  package let node: TaskNode
  /// The product of the file it is in.
  package let dialect: Dialect
  /// What is known of its type; nil when nothing is, as of groups.
  package let type: StepType?
  /// The variables in the order of the file.
  package let values: [Value]

  /// Reads a node as what it is in files of a dialect.
  package init(_ node: TaskNode, in dialect: Dialect) {
    let type = StepTypes.shared.type(of: node, in: dialect)
    self.node = node
    self.dialect = dialect
    self.type = type
    values = node.variables.map { variable in
      let name = variable.name
      return Value(name: name, text: variable.value, field: type?.field(of: name))
    }
  }

  /// The text of a variable; nil when it is not written.
  package func value(_ name: String) -> String? { values.first { $0.name == name }?.text }
}
