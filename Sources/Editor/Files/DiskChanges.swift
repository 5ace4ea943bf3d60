import Containers
import StepCatalog
import Storage
import TaskSequence
import Widgets
import Workspace

/// Others write to the same files: what is said and asked then.
enum DiskChanges {
  // MARK: Locks

  /// Asks what to do with a file somebody else edits; until then it is only read.
  static func tellLocked(_ state: inout EditorState, _ path: String, _ holder: ProcessMark)
    -> [Effect]
  {
    state.file.isReadOnly = true
    var lines = [holder.description + "."]
    if holder.isAlive == nil {
      lines.append("Whether that is still so cannot be seen from here.")
    }
    state.open(
      QuestionLayer(
        title: "Somebody edits “\(state.file.title)”", lines: lines,
        choices: [
          .init(key: "r", label: "open it for reading only", action: { openReadOnly(&$0, path) }),
          .init(
            key: "t", label: "take over and edit it", risk: .some, action: { takeOver(&$0, path) }),
          .init(key: "c", label: "close it", action: { Leaving.giveUp(&$0) }),
        ]))
    return []
  }

  private static func openReadOnly(_ state: inout EditorState, _ path: String) -> [Effect] {
    state.say("Open for reading only.")
    return [.attend(state.file.id, path: path, isReadOnly: true)]
  }

  private static func takeOver(_ state: inout EditorState, _ path: String) -> [Effect] {
    state.file.isReadOnly = false
    state.say("Taken over. What the other one saves will be noticed.")
    return [.takeOver(state.file.id, path: path)]
  }

  // MARK: Changes

  /// Says that a file is not what it was, and asks whose version counts.
  static func tellChanged(
    _ state: inout EditorState, _ path: String, _ change: FileStamp.Change, isSaving: Bool
  ) -> [Effect] {
    let goOn = state.afterSaving
    if isSaving { state.afterSaving = nil }
    let title = state.file.title
    let bytes: [UInt8]
    switch change {
    case .content(let new): bytes = new
    case .gone(let failure):
      state.file.history.markUnsaved()
      if isSaving { return askAboutLost(&state, path, failure, goOn) }
      let what = failure.isMissing ? " is not on the disk any more" : ": \(failure.reason)"
      state.say(
        "“\(title)”\(what). Your work is here; \(state.keyLabel(.fileSave)) writes it again.",
        .warning)
      return []
    }
    guard isSaving || state.layers.isEmpty else {
      state.say("“\(title)” was changed on the disk by somebody else.", .warning)
      return []
    }
    let isModified = state.file.history.isModified
    var choices: [QuestionLayer.Choice] = [
      .init(
        key: "l", label: "look at the difference",
        action: { state in
          state.afterSaving = goOn
          let effects = tellChanged(&state, path, change, isSaving: true)
          showTheirs(&state, bytes)
          return effects
        }),
      .init(
        key: "r", label: isModified ? "reload; yours stays in the history" : "reload",
        action: { state in
          let id = state.file.id
          return [.acceptDisk(id, path: path), .reload(id, path: path)]
        }),
    ]
    if isModified {
      choices += [
        .init(
          key: "k", label: "keep mine; theirs is kept beside it",
          action: { state in
            state.afterSaving = goOn
            return Saving.write(&state, to: path, keepsTheirs: true)
          }),
        .init(
          key: "a", label: "save mine under another name",
          action: { saveElsewhere(&$0, goOn) }),
      ]
    }
    state.open(
      QuestionLayer(
        title: "“\(title)” was changed on the disk",
        lines: ["Somebody else wrote it since it was read here."], choices: choices))
    return []
  }

  private static func askAboutLost(
    _ state: inout EditorState, _ path: String, _ failure: FileFailure, _ goOn: SavePlan?
  ) -> [Effect] {
    let title = Path.name(of: path)
    state.open(
      QuestionLayer(
        title: failure.isMissing
          ? "“\(title)” is not there any more" : "What is in “\(title)” cannot be told",
        lines: [
          failure.isMissing
            ? "It was deleted or moved. Your work is here."
            : "Somebody may have changed it: \(failure.reason). Your work is here."
        ],
        choices: [
          .init(
            key: "w", label: "write it again, at the same place",
            action: { state in
              state.afterSaving = goOn
              return Saving.write(&state, to: path, keepsTheirs: true)
            }),
          .init(
            key: "a", label: "save it under another name",
            action: { saveElsewhere(&$0, goOn) }),
        ]))
    return []
  }

  /// Saves the file under another name, which stays on the screen; then what was begun goes on.
  private static func saveElsewhere(_ state: inout EditorState, _ goOn: SavePlan?) -> [Effect] {
    state.show(file: state.fileID)
    state.afterSaving = goOn
    return Saving.saveAs(&state)
  }

  private static func showTheirs(_ state: inout EditorState, _ bytes: [UInt8]) {
    state.open(
      ViewerLayer(
        title: "From yours to what is on the disk",
        lines: Self.lines(from: state.file.document, to: bytes)))
  }

  /// What differs in a file on the disk, which may not be a sequence any more.
  private static func lines(from ours: SequenceDocument, to bytes: [UInt8]) -> [[TextPiece]] {
    guard let theirs = try? SequenceDocument(loading: bytes) else {
      return LineDiff.lines(from: ours.covered().serialized(), to: bytes)
    }
    return LineDiff.lines(from: ours, to: ours.reloaded(as: theirs).document)
  }

  /// What was read again becomes a revision, so that undo brings back what was here.
  static func takeReloaded(
    _ state: inout EditorState, _ result: Result<SequenceDocument, OpenFailure>
  ) -> [Effect] {
    switch result {
    case .failure(let failure):
      state.say("Not reloaded: \(failure.sentence). What is here stays.", .error)
    case .success(let document):
      state.show(file: state.fileID)
      let focus = state.file.outline.focus
      let change = state.file.document.reloaded(as: document)
      let isOther = state.file.history.record(change, focusBefore: focus, focusAfter: focus)
      state.file.history.markSaved()
      state.show(focus: nil)
      let title = state.file.title
      state.say(
        isOther
          ? "Reloaded “\(title)”. \(state.keyLabel(.historyUndo)) brings back what was here."
          : "“\(title)” is what is here; nothing was changed on the disk.")
    }
    return []
  }
}
