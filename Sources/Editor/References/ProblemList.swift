import Checks
import References
import TaskSequence
import Widgets
import XMLTree

/// The list of everything that is wrong in a sequence, and of the objects nothing proves.
enum ProblemList {
  static func open(_ state: inout EditorState) -> [Effect] {
    let file = state.file
    let findings = file.check.findings(of: file.document)
    let unproven = file.references.references.filter { $0.isActive && $0.status.isUnproven }
    guard !findings.isEmpty || !unproven.isEmpty else {
      state.say("Nothing is wrong here, as far as is known.")
      return []
    }
    // The worst first; what is as bad stays in the order of the sequence.
    let items =
      [Severity.error, .warning, .note].flatMap { severity in
        findings.filter { $0.severity == severity }.map { item(of: $0, in: file) }
      }
      + unproven.filter { $0.status == .unverified }.map { item(of: $0, in: file) }
      + unproven.filter { $0.status == .listed }.map { item(of: $0, in: file) }
    state.open(PickerLayer(title: "Problems", items: items))
    return []
  }

  private static func item(of finding: Finding, in file: OpenFile) -> PickerLayer.Item {
    PickerLayer.Item(
      title: name(of: finding.node, in: file), detail: finding.message.asSentence,
      side: finding.rule, synonyms: Rule.named(finding.rule)?.name ?? "",
      section: finding.severity.words, action: goTo(finding.node))
  }

  private static func item(of reference: Reference, in file: OpenFile) -> PickerLayer.Item {
    PickerLayer.Item(
      title: name(of: reference.node, in: file), detail: "\(reference.kind.label) \(reference.id)",
      synonyms: reference.id,
      section: reference.status == .listed ? "Named by its own list alone" : "Nothing is known of",
      action: goTo(reference.node))
  }

  private static func name(of id: NodeID, in file: OpenFile) -> String {
    guard let node = file.document.node(id), node.kind != .sequence else { return "The sequence" }
    return node.name.isEmpty ? "(no name)" : node.name
  }

  private static func goTo(_ id: NodeID) -> LayerAction {
    { state in
      state.pane = .tree
      state.show(focus: id)
      return []
    }
  }
}

extension Severity {
  /// Findings of it, as a heading.
  fileprivate var words: String {
    switch self {
    case .error: "Errors"
    case .warning: "Warnings"
    case .note: "Notes"
    }
  }
}
