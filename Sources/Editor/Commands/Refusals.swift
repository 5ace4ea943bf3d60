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

  /// What is asked for is an option that only the other product's steps have.
  static func notOffered(_ property: Property, _ state: EditorState) -> String? {
    let document = state.file.document
    let isThere = ProductTable.shared.isThere(.option(property.attribute), in: document.dialect)
    guard !isThere,
      !document.nodes(state.file.targets).contains(where: { document.offers(property, $0) })
    else { return nil }
    return "only steps of \(document.dialect.other.words) have it"
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
