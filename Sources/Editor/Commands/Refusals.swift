import TaskSequence

/// The usual reasons why a command cannot be done now.
enum Refusals {
  @Sendable static func readOnly(_ state: EditorState) -> String? {
    state.file.isReadOnly ? "“\(state.file.title)” is open for reading only" : nil
  }

  /// The edit needs nodes; the sequence itself cannot be moved, removed or disabled.
  @Sendable static func noNode(_ state: EditorState) -> String? {
    readOnly(state) ?? onSequence(state)
  }

  /// What is asked for is of a step or a group.
  @Sendable static func onSequence(_ state: EditorState) -> String? {
    let file = state.file
    guard file.outline.marks.isEmpty, file.outline.focus == file.document.sequenceID else {
      return nil
    }
    return "choose a step or a group first"
  }

  /// What is asked for is an option that none of the nodes has, or only the other product's steps have.
  static func notOffered(_ property: Property, _ state: EditorState) -> String? {
    let document = state.file.document
    let nodes = document.nodes(state.file.targets)
    // The folder a command starts in is a variable of Configuration Manager's steps.
    let isOffered = nodes.contains { node in
      document.offers(property, node) || property == .startIn && node.kind == .step
    }
    guard !isOffered else { return nil }
    guard
      nodes.allSatisfy(\.isContainer)
        || ProductTable.shared.isThere(.option(property.attribute), in: document.dialect)
    else {
      return "only steps of \(document.dialect.other.words) have it"
    }
    return lacks(nodes, "\(property.label.lowercased().prefix { $0 != "(" })".trimmed)
  }

  /// What is asked for is something that groups do not have.
  static func onGroups(_ what: String) -> @Sendable (EditorState) -> String? {
    { state in
      let nodes = state.file.document.nodes(state.file.targets)
      return nodes.allSatisfy { $0.kind == .group } ? lacks(nodes, what) : nil
    }
  }

  private static func lacks(_ nodes: [TaskNode], _ what: String) -> String {
    guard nodes.count == 1 else { return "\(SequenceDocument.words(for: nodes)) have no \(what)" }
    return "a \(nodes[0].kind.word) has no \(what)"
  }

  @Sendable static func noUndo(_ state: EditorState) -> String? {
    state.file.history.canUndo ? nil : "there is nothing to undo"
  }

  @Sendable static func noRedo(_ state: EditorState) -> String? {
    state.file.history.canRedo ? nil : "there is nothing to redo"
  }

  @Sendable static func noSearch(_ state: EditorState) -> String? {
    state.file.search.isActive ? nil : "nothing was searched for yet"
  }

  @Sendable static func noMarks(_ state: EditorState) -> String? {
    let outline = state.file.outline
    return outline.marks.isEmpty && outline.hiddenMarks.isEmpty ? "nothing is marked" : nil
  }

  @Sendable static func noCondition(_ state: EditorState) -> String? {
    state.conditionClipboard == nil ? "no condition was copied yet" : nil
  }

  @Sendable static func oneFile(_ state: EditorState) -> String? {
    state.files.count < 2 ? "only one file is open" : nil
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
