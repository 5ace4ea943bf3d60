import Appearance
import TaskSequence
import XMLTree

/// Nodes on their way to a place the user is choosing: all moving about goes on meanwhile, and what is
/// moved is named.
enum Placing {
  /// What is moved, in a sentence; nil when nothing is.
  static func subject(_ state: EditorState) -> String? {
    guard let ids = state.file.placing else { return nil }
    return "Moving \(SequenceDocument.words(for: state.file.document.topmost(ids)))."
  }

  /// The same, and what to do.
  static func words(_ state: EditorState) -> String? {
    let key = state.keyLabel(.findStart, in: .tree)
    return subject(state).map { "\($0) Point at a place; \(key) finds one." }
  }

  /// What the footer calls a command meanwhile; nil for its usual title.
  static func title(of command: KnownCommand, _ state: EditorState) -> String? {
    guard state.file.placing != nil, command == .placeInto else { return nil }
    let name = state.file.focus.name
    return "Into “\(name.count > 16 ? name.prefix(15) + "…" : name[...])”"
  }
}
