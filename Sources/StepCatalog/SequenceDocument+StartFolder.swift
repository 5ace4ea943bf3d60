package import TaskSequence

/// The folder the command of a step starts in, where each product keeps it.
///
/// MDT's steps have it in the attribute `startIn`; those of Configuration Manager in a variable of
/// their class (`WorkingDirectory` of `SMS_TaskSequence_RunCommandLineAction` in the SDK), and none of
/// 107 real sequences of it has the attribute.
extension SequenceDocument {
  /// The folder of a step as it is written; nil when it states none.
  package func startFolder(of node: TaskNode) -> String? {
    folderField(of: node).flatMap { node.variable($0.field.variable) } ?? node.value(of: .startIn)
  }

  /// The field of a step's form that holds the folder; of several the one the step has.
  package func folderField(of node: TaskNode) -> (field: StepField, type: StepType)? {
    guard dialect == .configurationManager,
      let type = StepTypes.shared.type(of: node, in: dialect)
    else { return nil }
    let fields = type.fields.filter { $0.label == Property.startIn.label }
    let field = fields.first { node.variable($0.variable) != nil } ?? fields.first
    return field.map { ($0, type) }
  }
}
