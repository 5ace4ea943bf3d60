import Appearance
import Journaling
import Storage
import TaskSequence
import Widgets
import XMLTree

/// What of a history was written down; where the cursor walks after an edit is not worth a write.
struct RecordMark: Equatable, Sendable {
  var count: Int
  var current: Int
  var saved: Int?
}

/// Work is written down as it is done, and offered again when the program did not end well.
extension EditorState {
  /// Has the world look after a file.
  mutating func attend(_ id: FileID) -> [Effect] {
    guard let index = index(of: id) else { return [] }
    let file = files[index]
    guard let path = file.path else {
      return file.isReadOnly ? [] : file.origin.map { [.recall(file.id, origin: $0)] } ?? []
    }
    return [.attend(file.id, path: path, isReadOnly: file.isReadOnly)]
  }

  /// Every file whose history has news its journal does not know.
  mutating func recordings() -> [Effect] {
    var effects: [Effect] = []
    for index in files.indices where files[index].journalPath != nil {
      let history = files[index].history
      guard history.revisions.count > 1 || history.isModified else { continue }
      let mark = RecordMark(
        count: history.revisions.count, current: history.current, saved: history.saved)
      guard mark != files[index].recorded else { continue }
      files[index].recorded = mark
      effects.append(.record(files[index].id))
    }
    return effects
  }

  // MARK: Leaving

  /// Leaves with everything saved or given up.
  func leave() -> [Effect] { files.map { .forget($0.id) } + [.quit(0)] }

  /// Leaves because there is no time to ask; what is not saved stays in the journal.
  func leaveAtOnce() -> [Effect] {
    files.map { $0.history.isModified ? .keepDraft($0.id) : .forget($0.id) } + [.quit(0)]
  }

  /// Makes an edit of a text that is being typed, where nothing else would come of accepting it:
  /// there is no time to finish it, and the draft can be undone.
  mutating func keepOpenText() {
    var accepting = self
    while accepting.top is QuestionLayer { accepting.close() }
    let id = accepting.fileID
    func edits(_ state: EditorState) -> Int? {
      state.index(of: id).map { state.files[$0].history.current }
    }
    guard accepting.acceptText().isEmpty, edits(accepting) != edits(self) else { return }
    self = accepting
  }

  /// Whether everything that is not saved can be offered again at the next opening.
  var canKeepDrafts: Bool {
    files.allSatisfy { !$0.history.isModified || $0.journalPath != nil }
  }

  // MARK: Recovering

  /// Asks what to do with work that was left.
  ///
  /// Where the file itself cannot be opened there is nothing to go on with but the work.
  mutating func offer(_ recovery: Recovery) -> [Effect] {
    let absence = file.absence
    let edits = recovery.editCount == 1 ? "1 edit is" : "\(recovery.editCount) edits are"
    let when = ProcessMark.clock(recovery.written)
    var lines = [
      recovery.isDraft
        ? "\(edits) kept as a draft of \(when)."
        : "\(edits) not in the file. The last is of \(when)."
    ]
    if recovery.mark.isAlive == nil {
      lines.append("They were made by \(recovery.mark.description).")
    }
    if recovery.isTorn {
      lines.append("The end of the journal is damaged; this is what came before.")
    }
    if let absence {
      lines.append(absence.consequence)
    } else if hasChanged(since: recovery) {
      lines.append("The file has changed since; recovering and saving would undo that.")
    }
    var choices: [QuestionLayer.Choice] = [
      .init(key: "r", label: "recover it", action: { $0.recover(recovery) }),
      .init(
        key: "l", label: "look at what would come back", action: { $0.look(at: recovery) }),
    ]
    if absence == nil {
      choices.append(
        .init(
          key: "b", label: "keep both: open it beside the file",
          action: { $0.recoverBeside(recovery) }))
    }
    choices.append(
      .init(
        key: "k", label: absence == nil ? "keep the file, forget this work" : "forget this work",
        action: { $0.forget(recovery) }))
    open(
      QuestionLayer(
        title: "Unsaved work on “\(file.title)” was found", lines: lines,
        choices: choices,
        escape: absence.map { _ in ("leave it for later", { $0.giveUp() }) }))
    return []
  }

  private func hasChanged(since recovery: Recovery) -> Bool {
    Fingerprint(of: file.savedBytes) != recovery.content
  }

  /// Shows what recovering would change; the question comes back after it.
  private mutating func look(at recovery: Recovery) -> [Effect] {
    let saved = file.savedDocument
    let lines = LineDiff.lines(
      from: saved, to: saved.reloaded(as: recovery.history.document).document)
    let effects = offer(recovery)
    open(
      ViewerLayer(
        title: "What would come back of “\(file.title)”", lines: lines,
        hint: "Recover",
        accepted: { state in
          if state.top is QuestionLayer { state.close() }
          return state.recover(recovery)
        }))
    return effects
  }

  private mutating func recover(_ recovery: Recovery) -> [Effect] {
    var history = recovery.history
    if file.absence != nil || hasChanged(since: recovery) { history.markUnsaved() }
    file.adopt(history, focus: recovery.focus)
    show(file: fileID)
    say(
      "Recovered; nothing is in the file before you save. \(keyLabel(.historyList)) lists the edits."
    )
    return recordings() + [.discard(journal: recovery.journal)]
  }

  private mutating func recoverBeside(_ recovery: Recovery) -> [Effect] {
    let origin = file.journalPath
    add(
      recovery.history.document, path: nil, title: "\(file.title) (recovered)", isShown: true,
      catalog: file.around)
    var history = recovery.history
    history.markUnsaved()
    file.origin = origin
    file.adopt(history, focus: recovery.focus)
    say("The recovered work is a second file; \(keyLabel(.fileNext)) goes to the other.")
    return recordings() + [.discard(journal: recovery.journal)]
  }

  private mutating func forget(_ recovery: Recovery) -> [Effect] {
    guard file.absence == nil else {
      return [.discard(journal: recovery.journal)] + giveUp()
    }
    say("The file is as it is on the disk.")
    return [.discard(journal: recovery.journal)] + attend(file.id)
  }
}

extension OpenFailure {
  /// What a file that cannot be opened means for the work on it.
  fileprivate var consequence: String {
    if case .file(let failure) = self, failure.isMissing {
      return "There is no such file now: it was deleted or moved, its share is away, or it was "
        + "never saved. Saving writes it anew."
    }
    return "The file cannot be opened now: \(sentence). Saving asks before it is replaced."
  }
}

extension OpenFile {
  /// The file its journal is about.
  package var journalPath: String? { path ?? origin }

  /// Goes on with another history.
  mutating func adopt(_ history: History, focus: NodeID?) {
    self.history = history
    recorded = nil
    outline = Outline(history.document)
    look()
    if let focus { outline.reveal(focus, in: history.document) }
  }
}
