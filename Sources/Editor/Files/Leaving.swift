import Journaling
import TaskSequence

/// Letting go of files.
enum Leaving {
  /// Leaves with everything saved or given up.
  static func leave(_ state: EditorState) -> [Effect] {
    state.files.flatMap(part) + [.quit(0)]
  }

  /// Leaves because there is no time to ask; what is not saved stays in the journal.
  static func atOnce(_ state: EditorState) -> [Effect] {
    state.files.flatMap { $0.history.isModified ? [.keepDraft($0.id)] : part(with: $0) } + [
      .quit(0)
    ]
  }

  /// Lets go of a file, and keeps how it was looked at.
  static func part(with file: OpenFile) -> [Effect] {
    let view: [Effect] = file.viewKey.map { [.keepView(path: $0, file.view.text)] } ?? []
    return view + [.forget(file.id)]
  }

  /// Whether everything that is not saved can be offered again at the next opening.
  static func canKeepDrafts(_ state: EditorState) -> Bool {
    state.files.allSatisfy { !$0.history.isModified || $0.journalPath != nil }
  }

  /// Closes the file and leaves what is on the disk and in journals as it is.
  static func giveUp(_ state: inout EditorState) -> [Effect] {
    guard state.files.count > 1 else { return leave(state) }
    let file = state.file
    state.remove(file.id)
    return part(with: file)
  }
}
