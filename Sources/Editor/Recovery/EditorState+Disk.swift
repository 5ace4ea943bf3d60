import Containers
import Journaling
import StepCatalog
import Storage
import TaskSequence
import Widgets

/// Others write to the same files: what is said and asked then.
extension EditorState {
  // MARK: Locks

  /// Asks what to do with a file somebody else edits; until then it is only read.
  mutating func tellLocked(_ path: String, _ holder: ProcessMark) -> [Effect] {
    file.isReadOnly = true
    var lines = [holder.description + "."]
    if holder.isAlive == nil {
      lines.append("Whether that is still so cannot be seen from here.")
    }
    open(
      QuestionLayer(
        title: "Somebody edits “\(file.title)”", lines: lines,
        choices: [
          .init(key: "r", label: "open it for reading only", action: { $0.read(path) }),
          .init(key: "t", label: "take over and edit it", action: { $0.takeOver(path) }),
          .init(key: "c", label: "close it", action: { $0.giveUp() }),
        ]))
    return []
  }

  private mutating func read(_ path: String) -> [Effect] {
    say("Open for reading only.")
    return [.attend(file.id, path: path, isReadOnly: true)]
  }

  private mutating func takeOver(_ path: String) -> [Effect] {
    file.isReadOnly = false
    say("Taken over. What the other one saves will be noticed.")
    return [.takeOver(file.id, path: path)]
  }

  /// Closes the file and leaves what is on the disk and in journals as it is.
  mutating func giveUp() -> [Effect] {
    guard files.count > 1 else { return leave() }
    let id = file.id
    remove(id)
    return [.forget(id)]
  }

  // MARK: Changes

  /// Says that a file is not what it was, and asks whose version counts.
  mutating func tellChanged(
    _ path: String, _ change: FileStamp.Change, isSaving: Bool
  ) -> [Effect] {
    let goOn = afterSaving
    if isSaving { afterSaving = nil }
    let title = file.title
    let bytes: [UInt8]
    switch change {
    case .content(let new): bytes = new
    case .gone(let failure):
      file.history.markUnsaved()
      if isSaving { return askAboutLost(path, failure, goOn) }
      let what = failure.isMissing ? " is not on the disk any more" : ": \(failure.reason)"
      say(
        "“\(title)”\(what). Your work is here; \(keyLabel(.fileSave)) writes it again.", .warning)
      return []
    }
    guard isSaving || layers.isEmpty else {
      say("“\(title)” was changed on the disk by somebody else.", .warning)
      return []
    }
    let isModified = file.history.isModified
    var choices: [QuestionLayer.Choice] = [
      .init(
        key: "l", label: "look at the difference",
        action: { state in
          state.afterSaving = goOn
          let effects = state.tellChanged(path, change, isSaving: true)
          state.showTheirs(bytes)
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
            return state.write(to: path, keepsTheirs: true)
          }),
        .init(
          key: "a", label: "save mine under another name",
          action: { $0.saveElsewhere(goOn) }),
      ]
    }
    open(
      QuestionLayer(
        title: "“\(title)” was changed on the disk",
        lines: ["Somebody else wrote it since it was read here."], choices: choices))
    return []
  }

  private mutating func askAboutLost(
    _ path: String, _ failure: FileFailure, _ goOn: SavePlan?
  ) -> [Effect] {
    let title = Self.title(of: path)
    open(
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
              return state.write(to: path, keepsTheirs: true)
            }),
          .init(
            key: "a", label: "save it under another name",
            action: { $0.saveElsewhere(goOn) }),
        ]))
    return []
  }

  /// Saves the file under another name, which stays on the screen; then what was begun goes on.
  private mutating func saveElsewhere(_ goOn: SavePlan?) -> [Effect] {
    show(file: fileID)
    afterSaving = goOn
    return saveAs()
  }

  private mutating func showTheirs(_ bytes: [UInt8]) {
    open(
      ViewerLayer(
        title: "From yours to what is on the disk",
        lines: Self.lines(from: file.document, to: bytes)))
  }

  /// What differs in a file on the disk, which may not be a sequence any more.
  private static func lines(from ours: SequenceDocument, to bytes: [UInt8]) -> [[TextPiece]] {
    guard let theirs = try? SequenceDocument(loading: bytes) else {
      return LineDiff.lines(from: ours.covered().serialized(), to: bytes)
    }
    return LineDiff.lines(from: ours, to: ours.reloaded(as: theirs).document)
  }

  /// What was read again becomes a revision, so that undo brings back what was here.
  mutating func takeReloaded(_ result: Result<SequenceDocument, OpenFailure>) -> [Effect] {
    switch result {
    case .failure(let failure):
      say("Not reloaded: \(failure.sentence). What is here stays.", .error)
    case .success(let document):
      show(file: fileID)
      let focus = file.outline.focus
      let change = file.document.reloaded(as: document)
      file.history.record(change, focusBefore: focus, focusAfter: focus)
      file.history.markSaved()
      show(focus: nil)
      say("Reloaded. \(keyLabel(.historyUndo)) brings back what was here.")
    }
    return []
  }
}
