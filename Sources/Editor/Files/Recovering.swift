import Appearance
import Journaling
import Storage
import TaskSequence
import Widgets
import Workspace
import XMLTree

/// Work is written down as it is done, and offered again when the program did not end well.
enum Recovering {
  // MARK: Recovering

  /// Asks what to do with work that was left.
  ///
  /// Where the file itself cannot be opened there is nothing to go on with but the work.
  static func offer(_ state: inout EditorState, _ recovery: Recovery) -> [Effect] {
    let absence = state.file.absence
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
    } else if hasChanged(state, since: recovery) {
      lines.append("The file has changed since; recovering and saving would undo that.")
    }
    var choices: [QuestionLayer.Choice] = [
      .init(key: "r", label: "recover it", action: { recover(&$0, recovery) }),
      .init(
        key: "l", label: "look at what would come back", action: { look(&$0, at: recovery) }),
    ]
    if absence == nil {
      choices.append(
        .init(
          key: "b", label: "keep both: open it beside the file",
          action: { recoverBeside(&$0, recovery) }))
    }
    choices.append(
      .init(
        key: "d",
        label: absence == nil ? "discard it and open the file as it is" : "discard it",
        risk: .loss("For a week “tsedit recover” still lists it as forgotten."),
        action: { forget(&$0, recovery) }))
    state.open(
      QuestionLayer(
        title: "Unsaved work on “\(state.file.title)” was found", lines: lines,
        choices: choices,
        escape: absence.map { _ in ("leave it for later", { Leaving.giveUp(&$0) }) }))
    return []
  }

  private static func hasChanged(_ state: EditorState, since recovery: Recovery) -> Bool {
    Fingerprint(of: state.file.savedBytes) != recovery.content
  }

  /// Shows what recovering would change; the question comes back after it.
  private static func look(_ state: inout EditorState, at recovery: Recovery) -> [Effect] {
    let saved = state.file.savedDocument
    let lines = LineDiff.lines(
      from: saved, to: saved.reloaded(as: recovery.history.document).document)
    let effects = offer(&state, recovery)
    state.open(
      ViewerLayer(
        title: "What would come back of “\(state.file.title)”", lines: lines,
        hint: "Recover",
        accepted: { state in
          if state.top is QuestionLayer { state.close() }
          return recover(&state, recovery)
        }))
    return effects
  }

  private static func recover(_ state: inout EditorState, _ recovery: Recovery) -> [Effect] {
    var history = recovery.history
    if state.file.absence != nil || hasChanged(state, since: recovery) { history.markUnsaved() }
    state.file.adopt(history, focus: recovery.focus)
    state.show(file: state.fileID)
    state.say(
      "Recovered; nothing is in the file before you save. \(state.keyLabel(.historyList)) lists the edits."
    )
    return knowing(recovery, state) + state.recordings() + [.discard(journal: recovery.journal)]
  }

  /// The catalogues that counted when the work was done count again.
  private static func knowing(_ recovery: Recovery, _ state: EditorState) -> [Effect] {
    recovery.catalogs.isEmpty
      ? [] : [.use(state.fileID, catalogs: recovery.catalogs, path: recovery.file)]
  }

  private static func recoverBeside(_ state: inout EditorState, _ recovery: Recovery) -> [Effect] {
    let origin = state.file.journalPath
    state.add(
      recovery.history.document, path: nil, title: "\(state.file.name) (recovered)", isShown: true,
      catalog: state.file.around)
    var history = recovery.history
    history.markUnsaved()
    state.file.origin = origin
    state.file.adopt(history, focus: recovery.focus)
    state.say(
      "The recovered work is a second file; \(state.keyLabel(.fileNext)) goes to the other.")
    return knowing(recovery, state) + state.recordings() + [.discard(journal: recovery.journal)]
  }

  private static func forget(_ state: inout EditorState, _ recovery: Recovery) -> [Effect] {
    guard state.file.absence == nil else {
      return [.setAside(journal: recovery.journal)] + Leaving.giveUp(&state)
    }
    state.say("The file is as it is on the disk; “tsedit recover” lists the other work for a week.")
    return [.setAside(journal: recovery.journal)] + Opening.attend(state, state.file.id)
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
