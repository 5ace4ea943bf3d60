import Conditions
import Containers
import Journaling
import ObjectCatalog
import References
import Storage
import TaskSequence
import Widgets

/// Saving, opening, closing, leaving.
extension EditorState {
  // MARK: Saving

  mutating func save() -> [Effect] {
    guard !file.isReadOnly else {
      say(
        "“\(file.title)” is open for reading only; \(keyLabel(.fileSaveAs)) saves a copy.",
        .warning)
      return []
    }
    guard let path = file.path else { return saveAs() }
    guard file.history.isModified else {
      say("Nothing to save.")
      return []
    }
    return write(to: path)
  }

  /// Writes the file, once nothing it references is missing.
  mutating func write(
    to path: String, isNew: Bool = false, keepsTheirs: Bool = false
  ) -> [Effect] {
    let plan = afterSaving
    let goOn: LayerAction = { state in
      state.afterSaving = plan
      return state.write(to: path, isNew: isNew, keepsTheirs: keepsTheirs)
    }
    var content: ClearedSequences?
    for id in savedTogether(at: path) {
      var passed: ClearedSequences?
      let effects = with(id) { state in
        passed = state.passGate(then: goOn)
        return []
      }
      guard let passed else {
        afterSaving = nil
        return effects
      }
      content?.formUnion(passed)
      content = content ?? passed
    }
    guard let content else { return [] }
    let isFirst = setup.backup && !file.hasBackup && path == file.path
    let backup: AtomicFile.Backup? = keepsTheirs ? .numbered : isFirst ? .latest : nil
    return (keepsTheirs ? [.acceptDisk(file.id, path: path)] : []) + [
      .write(file.id, path: path, content, backup: backup, isNew: isNew)
    ]
  }

  /// The file, and those that are other sequences of the file at a path and have edits: what is
  /// written there is all of them, or nothing.
  private func savedTogether(at path: String) -> [FileID] {
    let others = files.filter { other in
      other.path == path && file.path == path && other.member != file.member
        && other.history.isModified
    }
    return [file.id] + others.map(\.id)
  }

  mutating func saveAs() -> [Effect] {
    let plan = afterSaving
    afterSaving = nil
    ask("Save as", file.path ?? "\(file.title)") { state, typed in
      guard !typed.isEmpty else { return [] }
      state.afterSaving = plan
      return [.survey(state.file.id, path: state.setup.path(typed))]
    }
    return []
  }

  /// Saves under another name, knowing what is known of objects there.
  private mutating func save(as path: String, knowing around: Catalog) -> [Effect] {
    file.learn(around)
    return write(to: path, isNew: path != file.path)
  }

  /// Shows the lines that saving would change.
  mutating func preview() -> [Effect] {
    let lines = LineDiff.lines(from: file.savedDocument, to: file.document)
    let save = keyLabel(.fileSave)
    open(
      ViewerLayer(
        title: "What will be written to “\(file.title)”", lines: lines,
        hint: "Save", accepted: { $0.save() }))
    say("Enter saves, Esc goes back. \(save) saves without this view.")
    return []
  }

  // MARK: Leaving

  mutating func closeFile() -> [Effect] {
    guard files.count > 1 else { return quit() }
    let id = file.id
    return askAbout([file], title: "Save “\(file.title)” before it is closed?") { state in
      state.remove(id)
      return [.forget(id)]
    }
  }

  mutating func quit() -> [Effect] {
    let unsaved = files.filter(\.history.isModified)
    let title =
      unsaved.count == 1
      ? "Save “\(unsaved[0].title)” before leaving?"
      : "Save \(unsaved.count) files before leaving?"
    return askAbout(unsaved, title: title, isLeaving: true) { $0.leave() }
  }

  /// Asks what to do about unsaved changes of some files, then goes on.
  private mutating func askAbout(
    _ files: [OpenFile], title: String, isLeaving: Bool = false, _ goOn: @escaping LayerAction
  ) -> [Effect] {
    let unsaved = files.filter(\.history.isModified)
    guard !unsaved.isEmpty else { return goOn(&self) }
    let edits = unsaved.map(\.history.unsavedCount).reduce(0, +)
    let plan = SavePlan(files: unsaved.map(\.id), then: goOn, isLeaving: isLeaving)
    var choices: [QuestionLayer.Choice] = [
      .init(
        key: "s", label: "save",
        action: { state in
          state.afterSaving = plan
          return state.saveNext()
        }),
      .init(key: "d", label: "discard", action: goOn),
    ]
    if isLeaving, canKeepDrafts {
      choices.append(
        .init(key: "k", label: "keep a draft for next time", action: { $0.leaveAtOnce() }))
    }
    open(
      QuestionLayer(
        title: title,
        lines: [Self.loss(edits, of: unsaved.count)],
        choices: choices))
    return []
  }

  /// What is lost when files are not saved; one that was just made may have no edits.
  private static func loss(_ edits: Int, of files: Int) -> String {
    switch edits {
    case 0: files == 1 ? "It is in no file." : "They are in no file."
    case 1: "1 edit is not saved."
    default: "\(edits) edits are not saved."
    }
  }

  /// Saves the next file of the plan that needs it; goes on when there is none.
  ///
  /// Whatever asks the user something puts the plan aside, so that leaving the question gives it up.
  private mutating func saveNext() -> [Effect] {
    guard let plan = afterSaving else { return [] }
    guard let next = files.first(where: { plan.files.contains($0.id) && $0.history.isModified })
    else {
      afterSaving = nil
      return plan.then(&self)
    }
    guard let path = next.path, !next.isReadOnly else {
      show(file: next.id)
      return with(next.id) { $0.saveAs() }
    }
    return with(next.id) { $0.write(to: path) }
  }

  // MARK: What came of it

  mutating func take(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .written(let id, let path, let result):
      return with(id) { $0.takeWritten(path, result) }
    case .read(let path, let result, let catalog): return takeRead(path, result, catalog)
    case .surveyed(let id, let path, let around):
      return with(id) { $0.save(as: path, knowing: around) }
    case .readCatalog(let id, let path, let catalog, let faults):
      return with(id) { $0.remap(to: catalog, named: path, faults) }
    case .editedOutside(let id, let text):
      return with(id) { $0.takeEdited(text) }
    case .recoverable(let id, let recovery): return with(id) { $0.offer(recovery) }
    case .locked(let id, let path, let holder): return with(id) { $0.tellLocked(path, holder) }
    case .changedOnDisk(let id, let path, let change, let isSaving):
      return with(id) { $0.tellChanged(path, change, isSaving: isSaving) }
    case .reloaded(let id, let result): return with(id) { $0.takeReloaded(result) }
    case .facts(let id, let text):
      return with(id) { state in
        if state.file.facts.isEmpty { state.file.facts = Facts(text: text) }
        return []
      }
    case .message(let new):
      // What was said just now, such as that a file is saved, stays true.
      let old = message.map { $0.text + " " } ?? ""
      say(old + new.text, new.kind)
      return []
    }
  }

  private mutating func takeWritten(
    _ path: String, _ result: Result<Void, FileFailure>
  ) -> [Effect] {
    guard case .failure(let failure) = result else { return noteSaved(path) }
    let plan = afterSaving
    afterSaving = nil
    if failure.code == FileFailure.exists { return askToReplace(path, plan) }
    say("Not saved: \(path): \(failure.reason). Your changes are still here.", .error)
    return []
  }

  private mutating func takeRead(
    _ path: String, _ result: Result<SequenceDocument, OpenFailure>, _ catalog: Catalog
  ) -> [Effect] {
    switch result {
    case .success(let document):
      if let known = files.first(where: { $0.path == path }) {
        show(file: known.id)
        say("“\(known.title)” was open already.")
        return []
      }
      let title = Self.title(of: path)
      let id = add(document, path: path, title: title, isShown: true, catalog: catalog)
      say("Opened “\(title)”.")
      return attend(id)
    case .failure(let failure):
      say("\(path): \(failure.sentence).", .error)
      return []
    }
  }

  private mutating func takeEdited(_ text: String?) -> [Effect] {
    guard let text, topFile == fileID, top is TextLayer else {
      say("The text was not changed.")
      return []
    }
    changeTop { (window: inout TextLayer) in
      window.text.selectAll()
      window.text.insert(text)
    }
    say("Taken over from your editor. \(keyLabel(.fieldAcceptAll)) accepts.")
    return []
  }

  private mutating func noteSaved(_ path: String) -> [Effect] {
    for id in savedTogether(at: path) {
      _ = with(id) { state in
        state.file.history.markSaved()
        state.file.hasBackup = true
        state.file.absence = nil
        return []
      }
    }
    if file.path != path {
      file.path = path
      // Elsewhere it is a file of its own.
      file.member = .only
      file.title = Self.title(of: path)
      file.isReadOnly = false
    }
    say("Saved “\(file.title)”.")
    return saveNext()
  }

  private mutating func askToReplace(_ path: String, _ plan: SavePlan?) -> [Effect] {
    open(
      QuestionLayer(
        title: "“\(Self.title(of: path))” exists already", lines: [path],
        choices: [
          .init(
            key: "r", label: "replace it",
            action: { state in
              state.afterSaving = plan
              return state.write(to: path)
            })
        ]))
    return []
  }

  /// The last part of a path.
  package static func title(of path: String) -> String {
    Path.name(of: path)
  }
}
