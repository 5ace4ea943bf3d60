import StepCatalog
import Storage
import TaskSequence

/// Others write to the same files: what is said and asked then.
extension EditorState {
  // MARK: Locks

  /// Asks what to do with a file somebody else edits; until then it is only read.
  mutating func tellLocked(_ id: FileID, _ path: String, _ holder: ProcessMark) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    files[index].isReadOnly = true
    var lines = [holder.description + "."]
    if holder.isAlive == nil {
      lines.append("Whether that is still so cannot be seen from here.")
    }
    layers.append(
      .question(
        Question(
          title: "Somebody edits “\(files[index].title)”", lines: lines,
          choices: [
            .init(key: "r", label: "open it for reading only", action: { $0.read(id, path) }),
            .init(key: "t", label: "take over and edit it", action: { $0.takeOver(id, path) }),
            .init(key: "c", label: "close it", action: { $0.giveUp(id) }),
          ])))
    return []
  }

  private mutating func read(_ id: FileID, _ path: String) -> [Effect] {
    say("Open for reading only.")
    return [.attend(id, path: path, isReadOnly: true)]
  }

  private mutating func takeOver(_ id: FileID, _ path: String) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    files[index].isReadOnly = false
    say("Taken over. What the other one saves will be noticed.")
    return [.takeOver(id, path: path)]
  }

  /// Closes a file and leaves what is on the disk and in journals as it is.
  mutating func giveUp(_ id: FileID) -> [Effect] {
    guard files.count > 1 else { return leave() }
    remove(id)
    return [.forget(id)]
  }

  // MARK: Changes

  /// Says that a file is not what it was, and asks whose version counts.
  mutating func tellChanged(
    _ id: FileID, _ path: String, _ change: FileStamp.Change, isSaving: Bool
  ) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    let goOn = afterSaving
    if isSaving { afterSaving = nil }
    let title = files[index].title
    let bytes: [UInt8]
    switch change {
    case .content(let new): bytes = new
    case .gone(let failure):
      files[index].history.markUnsaved()
      if isSaving { return askAboutLost(id, path, failure, goOn) }
      let what = failure.isMissing ? " is not on the disk any more" : ": \(failure.reason)"
      say(
        "“\(title)”\(what). Your work is here; \(keyLabel("file.save")) writes it again.", .warning)
      return []
    }
    guard isSaving || layers.isEmpty else {
      say("“\(title)” was changed on the disk by somebody else.", .warning)
      return []
    }
    let isModified = files[index].history.isModified
    var choices: [Question.Choice] = [
      .init(
        key: "l", label: "look at the difference",
        action: { state in
          let effects = state.tellChanged(id, path, change, isSaving: true)
          state.afterSaving = goOn
          state.showTheirs(id, bytes)
          return effects
        }),
      .init(
        key: "r", label: isModified ? "reload; yours stays in the history" : "reload",
        action: { _ in [.acceptDisk(id, path: path), .reload(id, path: path)] }),
    ]
    if isModified {
      choices += [
        .init(
          key: "k", label: "keep mine; theirs is kept beside it",
          action: { state in
            state.afterSaving = goOn
            return state.writeOver(id, path)
          }),
        .init(
          key: "a", label: "save mine under another name",
          action: { state in
            state.current = state.files.firstIndex { $0.id == id } ?? state.current
            return state.saveAs()
          }),
      ]
    }
    layers.append(
      .question(
        Question(
          title: "“\(title)” was changed on the disk",
          lines: ["Somebody else wrote it since it was read here."], choices: choices)))
    return []
  }

  private mutating func askAboutLost(
    _ id: FileID, _ path: String, _ failure: FileFailure, _ goOn: SavePlan?
  ) -> [Effect] {
    let title = Self.title(of: path)
    layers.append(
      .question(
        Question(
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
                return state.writeOver(id, path)
              }),
            .init(key: "a", label: "save it under another name", action: { $0.saveAs() }),
          ])))
    return []
  }

  private mutating func showTheirs(_ id: FileID, _ bytes: [UInt8]) {
    guard let file = files.first(where: { $0.id == id }) else { return }
    layers.append(
      .viewer(
        Viewer(
          title: "From yours to what is on the disk",
          lines: Self.lines(from: file.document, to: bytes))))
  }

  /// What differs in a file on the disk, which may not be a sequence any more.
  private static func lines(from ours: SequenceDocument, to bytes: [UInt8]) -> [[Viewer.Piece]] {
    guard let theirs = try? SequenceDocument(loading: bytes) else {
      return LineDiff.lines(from: ours.covered().serialized(), to: bytes)
    }
    return LineDiff.lines(from: ours, to: ours.reloaded(as: theirs).document)
  }

  private mutating func writeOver(_ id: FileID, _ path: String) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    return write(index, to: path, keepsTheirs: true)
  }

  /// What was read again becomes a revision, so that undo brings back what was here.
  mutating func takeReloaded(
    _ id: FileID, _ result: Result<SequenceDocument, OpenFailure>
  ) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    switch result {
    case .failure(let failure):
      say("Not reloaded: \(failure.sentence). What is here stays.", .error)
    case .success(let document):
      current = index
      let focus = file.outline.focus
      let change = file.document.reloaded(as: document)
      file.history.record(change, focusBefore: focus, focusAfter: focus)
      file.history.markSaved()
      show(focus: nil)
      say("Reloaded. \(keyLabel("history.undo")) brings back what was here.")
    }
    return []
  }
}
