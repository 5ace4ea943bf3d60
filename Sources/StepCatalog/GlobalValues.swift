package import TaskSequence

/// What enabled steps say for the whole sequence: of each variable what the last step says, in the
/// order of the steps, then of their properties (measured: 22 of 22 values in 13 sequences).
package struct GlobalValues: Equatable {
  package private(set) var variables: [Blueprint.Variable] = []
  /// The steps that say it, by the names in small letters.
  private var steps: [String: String] = [:]

  /// What a document of Configuration Manager’s says.
  package init(of document: SequenceDocument) {
    document.sequence.walk { node, _ in
      guard !node.isDisabled else { return false }
      guard node.type.map(StepTypes.typesWithGlobals.contains) ?? false,
        let type = StepTypes.shared.type(of: node, in: document.dialect)
      else { return true }
      for field in type.inOrder(type.fields.filter(\.isGlobal)) {
        guard let value = node.variable(field.variable) else { continue }
        var variable = field.variable(value)
        variable.isHidden = false
        let same = variables.firstIndex { $0.name.lowercased() == variable.name.lowercased() }
        if let same {
          variables[same].value = value
        } else {
          variables.append(variable)
        }
        steps[variable.name.lowercased()] = node.name
      }
      return true
    }
  }

  /// The names, in small letters.
  package var names: [String] { variables.map { $0.name.lowercased() } }

  /// The name of the step that decides, given a name in small letters.
  package func step(of name: String) -> String { steps[name] ?? "" }

  package static func == (left: GlobalValues, right: GlobalValues) -> Bool {
    left.variables.elementsEqual(right.variables) { $0.name == $1.name && $0.value == $1.value }
  }
}
