import Journaling
import TaskSequence

/// Letting go of files.
enum Leaving {
  /// Leaves with everything saved or given up.
  static func leave(_ state: EditorState) -> [Effect] {
    state.files.map { .forget($0.id) } + [.quit(0)]
  }

  /// Leaves because there is no time to ask; what is not saved stays in the journal.
  static func atOnce(_ state: EditorState) -> [Effect] {
    state.files.map { $0.history.isModified ? .keepDraft($0.id) : .forget($0.id) } + [.quit(0)]
  }

  /// Whether everything that is not saved can be offered again at the next opening.
  static func canKeepDrafts(_ state: EditorState) -> Bool {
    state.files.allSatisfy { !$0.history.isModified || $0.journalPath != nil }
  }

  /// Closes the file and leaves what is on the disk and in journals as it is.
  static func giveUp(_ state: inout EditorState) -> [Effect] {
    guard state.files.count > 1 else { return leave(state) }
    let id = state.file.id
    state.remove(id)
    return [.forget(id)]
  }
}
