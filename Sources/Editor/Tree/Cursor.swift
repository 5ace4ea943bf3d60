/// The cursor of the pane that has the keys.
enum Cursor {
  /// Moves it, staying inside.
  static func move(_ state: inout EditorState, by count: Int) {
    state.isWalking = true
    if state.pane == .tree {
      state.file.outline.moveFocus(to: state.file.outline.focusIndex + count)
    } else {
      DetailEditing.move(&state, by: count)
    }
  }
}
