import StepCatalog
@_spi(Edits) package import TaskSequence
import XMLTree

/// Takes a value of nodes away: an option or a field by its label, or a variable.
package struct ClearValue: Operation {
  package var nodes: [NodePath]
  package var subject: SetValue.Subject

  package init(_ subject: SetValue.Subject, of nodes: [NodePath]) {
    self.nodes = nodes
    self.subject = subject
  }

  package static let verbs = ["clear"]

  package static let form =
    "clear PATH, … LABEL · clear PATH, … variable NAME · clear PATH, … option ATTRIBUTE"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
    subject = try SetValue.Subject(from: &reader)
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("clear")
    writer.paths(nodes)
    subject.write(to: &writer)
  }

  package func covered(in document: SequenceDocument) -> ClearValue { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let ids = try scene.nodes(at: nodes)
    switch subject {
    case .command: throw Refusal("a command line can be set and not taken away")
    case .variable(let name): return try removeVariable(name, from: ids, scene)
    case .option(let option):
      let nodes = scene.document.nodes(ids)
      let edit = try Self.clear(.option(option), of: nodes, scene.document, scene)
      return edit ?? Edit(document: scene.document, label: "")
    case .labelled(let label): return try clear(label, of: ids, scene)
    }
  }

  /// Takes a variable away, whatever the case of its name.
  private func removeVariable(
    _ name: String, from ids: Set<NodeID>, _ scene: OperationScene
  ) throws(Refusal) -> Edit {
    let known = scene.document.nodes(ids).filter { $0.spelling(of: name) != nil }
    guard !known.isEmpty else { throw Refusal("there is no variable \(name) here") }
    var edit: Edit?
    for node in known {
      let next = try (edit?.document ?? scene.document).removingVariable(
        node.spelling(of: name) ?? name, from: [node.id])
      edit = edit?.followed(by: next) ?? next
    }
    edit?.label = "Removed \(name) from \(SequenceDocument.words(for: known))"
    return edit ?? Edit(document: scene.document, label: "")
  }

  private func clear(
    _ label: String, of ids: Set<NodeID>, _ scene: OperationScene
  ) throws(Refusal) -> Edit {
    var edit: Edit?
    let meanings = scene.meanings(of: label, in: ids)
    guard !meanings.isEmpty else { throw Refusal("there is no “\(label)” here") }
    for (meaning, nodes) in meanings {
      let document = edit?.document ?? scene.document
      guard let next = try Self.clear(meaning, of: nodes, document, scene) else { continue }
      edit = edit?.followed(by: next) ?? next
    }
    guard let edit else { throw Refusal("\(label) is not set") }
    return edit
  }

  /// Takes away what a label means; nil when none of the nodes has it.
  private static func clear(
    _ meaning: Meaning, of nodes: [TaskNode], _ document: SequenceDocument, _ scene: OperationScene
  ) throws(Refusal) -> Edit? {
    switch meaning {
    case .option(.name): throw Refusal("a node keeps its name; rename it")
    case .option(.startIn):
      return try document.settingStartFolder(nil, on: Set(nodes.map(\.id)))
    case .option(let option):
      return try document.setting(option, to: nil, on: Set(nodes.map(\.id)))
    case .field(let field, _):
      let nodes = nodes.filter { $0.spelling(of: field.variable) != nil }
      guard !nodes.isEmpty else { return nil }
      return try document.writing(
        [], removing: [field.variable], on: Set(nodes.map(\.id)), isSorted: true,
        label: "Removed \(field.label) from \(SequenceDocument.words(for: nodes))")
    }
  }
}
