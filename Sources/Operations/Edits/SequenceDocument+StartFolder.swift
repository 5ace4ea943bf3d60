import StepCatalog
@_spi(Edits) import TaskSequence
import XMLTree

extension SequenceDocument {
  /// Sets the folder of steps; nil takes it away.
  ///
  /// Steps that have none are left out.
  /// - Throws: when none of them has one, or the text cannot stand in XML.
  func settingStartFolder(
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
}
