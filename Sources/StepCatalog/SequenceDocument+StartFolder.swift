package import TaskSequence
package import XMLTree

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

  /// Sets the folder of steps; nil takes it away.
  ///
  /// Steps that have none are left out.
  /// - Throws: when none of them has one, or the text cannot stand in XML.
  package func settingStartFolder(
    _ folder: String?, on ids: Set<NodeID>
  ) throws(Refusal) -> Edit {
    guard dialect == .configurationManager else {
      return try setting(.startIn, to: folder, on: ids)
    }
    var document = self
    var fit: [TaskNode] = []
    for node in nodes(ids) where Property.startIn.applies(to: node.kind) {
      let hasAttribute = node.value(of: .startIn) != nil
      if let (field, type) = folderField(of: node), !(folder == nil && hasAttribute) {
        document = try document.writing(
          folder.map { [field.variable($0)] } ?? [],
          removing: folder == nil ? [field.variable] : [], on: [node.id],
          isSorted: type.isSortedByProperty, label: ""
        ).document
      } else if hasAttribute {
        document = try document.setting(.startIn, to: folder, on: [node.id]).document
      } else if folder != nil {
        continue
      }
      fit.append(node)
    }
    guard !fit.isEmpty else { throw Refusal("only a step that runs a command starts in a folder") }
    let verb = folder == nil ? "Removed" : "Set"
    let left = ids.count - fit.count
    return Edit(
      document: document, label: "\(verb) start in of \(Self.words(for: fit))",
      notes: left == 0 ? [] : ["\(left) of \(ids.count) have no start in."])
  }

  /// The field of a step's form that holds the folder; of several the one the step has.
  private func folderField(of node: TaskNode) -> (field: StepField, type: StepType)? {
    guard dialect == .configurationManager,
      let type = StepTypes.shared.type(of: node, in: dialect)
    else { return nil }
    let fields = type.fields.filter { $0.label == Property.startIn.label }
    let field = fields.first { node.variable($0.variable) != nil } ?? fields.first
    return field.map { ($0, type) }
  }
}
