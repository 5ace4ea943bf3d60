import Conditions
import Containers
import Journaling
import ObjectCatalog
import References
import Storage
import TaskSequence
import Widgets

/// Saving.
enum Saving {
  static func save(_ state: inout EditorState) -> [Effect] {
    guard !state.file.isReadOnly else {
      state.say(
        "“\(state.file.title)” is open for reading only; \(state.keyLabel(.fileSaveAs)) saves a copy.",
        .warning)
      return []
    }
    guard let path = state.file.path else { return saveAs(&state) }
    guard state.file.history.isModified else {
      state.say("Nothing to save.")
      return []
    }
    return write(&state, to: path)
  }

  /// Writes the file, once nothing it references is missing.
  static func write(
    _ state: inout EditorState, to path: String, isNew: Bool = false, keepsTheirs: Bool = false
  ) -> [Effect] {
    let plan = state.afterSaving
    let goOn: LayerAction = { state in
      state.afterSaving = plan
      return write(&state, to: path, isNew: isNew, keepsTheirs: keepsTheirs)
    }
    guard let content = cleared(&state, for: path, then: goOn) else {
      state.afterSaving = nil
      return []
    }
    guard state.file.maySaveLarge || !LargeSequence.isTooLarge(state.file.document) else {
      state.afterSaving = nil
      LargeSequence.ask(&state, then: goOn)
      return []
    }
    let file = state.file
    let isFirst = state.setup.backup && !file.hasBackup && path == file.path
    let backup: AtomicFile.Backup? = keepsTheirs ? .numbered : isFirst ? .latest : nil
    return (keepsTheirs ? [.acceptDisk(file.id, path: path)] : []) + [
      .write(file.id, path: path, content, backup: backup, isNew: isNew)
    ]
  }

  /// What the gate lets pass of the file and of those that go with it; nil when it stops one.
  private static func cleared(
    _ state: inout EditorState, for path: String, then goOn: @escaping LayerAction
  ) -> ClearedSequences? {
    guard var content = SaveGate.pass(&state, to: path, then: goOn) else { return nil }
    for id in others(in: state, at: path) {
      var passed: ClearedSequences?
      _ = state.with(id) { state in
        passed = SaveGate.pass(&state, to: path, then: goOn)
        return []
      }
      guard let passed else { return nil }
      content.formUnion(passed)
    }
    return content
  }

  /// The open files that are other sequences of the file at a path and have edits: what is written
  /// there is all of them, or nothing.
  private static func others(in state: EditorState, at path: String) -> [FileID] {
    let file = state.file
    guard file.path == path else { return [] }
    return state.files.filter { other in
      other.path == path && other.member != file.member && other.history.isModified
    }.map(\.id)
  }

  static func saveAs(_ state: inout EditorState) -> [Effect] {
    let plan = state.afterSaving
    state.afterSaving = nil
    Ask.line(
      &state, "Save as", state.file.path ?? InShare.place(state) ?? state.file.name,
      completes: .path
    ) { state, typed in
      guard !typed.isEmpty else { return [] }
      state.afterSaving = plan
      return [.survey(state.file.id, path: state.setup.path(typed))]
    }
    return []
  }

  /// Saves under another name, knowing what is known of objects there.
  static func save(
    _ state: inout EditorState, as path: String, knowing around: Catalog
  ) -> [Effect] {
    state.file.learn(around)
    return write(&state, to: path, isNew: path != state.file.path)
  }

  /// Shows the lines that saving would change.
  static func preview(_ state: inout EditorState) -> [Effect] {
    let lines = LineDiff.lines(from: state.file.savedDocument, to: state.file.document)
    let key = state.keyLabel(.fileSave)
    state.open(
      ViewerLayer(
        title: "What will be written to “\(state.file.title)”", lines: lines,
        hint: "Save", accepted: { save(&$0) }))
    state.say("Enter saves, Esc goes back. \(key) saves without this view.")
    return []
  }

  /// Saves the next file of the plan that needs it; goes on when there is none.
  ///
  /// Whatever asks the user something puts the plan aside, so that leaving the question gives it up.
  static func goOn(_ state: inout EditorState) -> [Effect] {
    guard let plan = state.afterSaving else { return [] }
    guard
      let next = state.files.first(where: { plan.files.contains($0.id) && $0.history.isModified })
    else {
      state.afterSaving = nil
      return plan.then(&state)
    }
    guard let path = next.path, !next.isReadOnly else {
      state.show(file: next.id)
      return state.with(next.id) { saveAs(&$0) }
    }
    return state.with(next.id) { write(&$0, to: path) }
  }

  /// Notes what came of writing the file, and goes on with what the save was on the way to.
  static func takeWritten(
    _ state: inout EditorState, _ path: String, _ result: Result<Void, FileFailure>
  ) -> [Effect] {
    guard case .failure(let failure) = result else { return noteSaved(&state, path) }
    let plan = state.afterSaving
    state.afterSaving = nil
    if failure.code == FileFailure.exists { return askToReplace(&state, path, plan) }
    if failure.isMissing { return askToMakeFolder(&state, path, plan) }
    state.say("Not saved: \(path): \(failure.reason). Your changes are still here.", .error)
    return []
  }

  private static func noteSaved(_ state: inout EditorState, _ path: String) -> [Effect] {
    let saved = [state.fileID] + others(in: state, at: path)
    for id in saved {
      _ = state.with(id) { state in
        state.file.history.markSaved()
        state.file.hasBackup = true
        state.file.absence = nil
        return []
      }
    }
    let isNew = state.file.path != path
    if isNew {
      state.file.path = path
      // Elsewhere it is a file of its own.
      state.file.member = .only
      state.file.name = Path.name(of: path)
      state.tellFilesApart()
      state.file.isReadOnly = false
    }
    let known = state.remark(on: saved)
    state.sayToo(
      "Saved “\(state.file.title)”\(known.map { " " + $0 } ?? "").", known == nil ? .info : .warning
    )
    if state.file.member != .only, state.file.document.carrier == .export {
      state.sayToo("“\(Commands.table["file.recipe"]?.title ?? "")” says how it goes back.")
    }
    // On the way out nothing more is shown.
    if isNew, state.afterSaving == nil { InShare.tell(&state, path) }
    return goOn(&state)
  }

  private static func askToMakeFolder(
    _ state: inout EditorState, _ path: String, _ plan: SavePlan?
  ) -> [Effect] {
    let folder = Path.folder(of: path)
    state.open(
      QuestionLayer(
        title: "There is no folder “\(folder)”", lines: ["Nothing was saved yet."],
        choices: [
          .init(
            key: "m", label: "make it and save",
            action: { state in
              state.afterSaving = plan
              return [.makeFolder(state.fileID, path: path)]
            })
        ]))
    return []
  }

  /// Saves into a folder that was made for it.
  static func takeMade(
    _ state: inout EditorState, _ path: String, _ result: Result<Void, FileFailure>
  ) -> [Effect] {
    guard case .failure(let failure) = result else {
      return write(&state, to: path, isNew: path != state.file.path)
    }
    state.afterSaving = nil
    state.say("Not saved: the folder of \(path): \(failure.reason).", .error)
    return []
  }

  private static func askToReplace(_ state: inout EditorState, _ path: String, _ plan: SavePlan?)
    -> [Effect]
  {
    state.open(
      QuestionLayer(
        title: "“\(Path.name(of: path))” exists already", lines: [path],
        choices: [
          .init(
            key: "o", label: "overwrite it", risk: .some,
            action: { state in
              state.afterSaving = plan
              return write(&state, to: path)
            })
        ]))
    return []
  }
}
