import Conditions
import ObjectCatalog
import Storage
import TaskSequence

/// Saving, opening, closing, leaving.
extension EditorState {
  // MARK: Saving

  mutating func save() -> [Effect] {
    guard !file.isReadOnly else {
      say(
        "“\(file.title)” is open for reading only; \(keyLabel("file.saveAs")) saves a copy.",
        .warning)
      return []
    }
    guard let path = file.path else { return saveAs() }
    guard file.history.isModified else {
      say("Nothing to save.")
      return []
    }
    return write(current, to: path)
  }

  /// Writes a file, once nothing it references is missing.
  mutating func write(
    _ index: Int, to path: String, isNew: Bool = false, keepsTheirs: Bool = false
  ) -> [Effect] {
    let plan = afterSaving
    let goOn: LayerAction = { state in
      state.afterSaving = plan
      return state.write(index, to: path, isNew: isNew, keepsTheirs: keepsTheirs)
    }
    if let stopped = stopAtGate(index, then: goOn) {
      afterSaving = nil
      return stopped
    }
    let file = files[index]
    let isFirst = setup.backup && !file.hasBackup && path == file.path
    let backup: AtomicFile.Backup? = keepsTheirs ? .numbered : isFirst ? .latest : nil
    return (keepsTheirs ? [.acceptDisk(file.id, path: path)] : []) + [
      .write(
        file.id, path: path, bytes: file.document.serialized(), backup: backup, isNew: isNew)
    ]
  }

  mutating func saveAs() -> [Effect] {
    let index = current
    let plan = afterSaving
    afterSaving = nil
    ask("Save as", file.path ?? "\(file.title)") { state, typed in
      guard !typed.isEmpty else { return [] }
      let path = state.setup.path(typed)
      state.afterSaving = plan
      return [.survey(state.files[index].id, path: path)]
    }
    return []
  }

  /// Saves under another name, knowing what is known of objects there.
  private mutating func save(_ id: FileID, as path: String, knowing around: Catalog) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    files[index].learn(around)
    return write(index, to: path, isNew: path != files[index].path)
  }

  /// Shows the lines that saving would change.
  mutating func preview() -> [Effect] {
    let lines = LineDiff.lines(from: file.savedDocument, to: file.document)
    let save = keyLabel("file.save")
    layers.append(
      .viewer(
        Viewer(
          title: "What will be written to “\(file.title)”", lines: lines,
          hint: "Save", accepted: { $0.save() })))
    say("Enter saves, Esc goes back. \(save) saves without this view.")
    return []
  }

  // MARK: Leaving

  mutating func close() -> [Effect] {
    guard files.count > 1 else { return quit() }
    let id = file.id
    return askAbout([current], title: "Save “\(file.title)” before it is closed?") { state in
      state.remove(id)
      return [.forget(id)]
    }
  }

  mutating func quit() -> [Effect] {
    let unsaved = files.indices.filter { files[$0].history.isModified }
    let title =
      unsaved.count == 1
      ? "Save “\(files[unsaved[0]].title)” before leaving?"
      : "Save \(unsaved.count) files before leaving?"
    return askAbout(unsaved, title: title, isLeaving: true) { $0.leave() }
  }

  /// Asks what to do about unsaved changes of some files, then goes on.
  private mutating func askAbout(
    _ indices: [Int], title: String, isLeaving: Bool = false, _ goOn: @escaping LayerAction
  ) -> [Effect] {
    let unsaved = indices.filter { files[$0].history.isModified }
    guard !unsaved.isEmpty else { return goOn(&self) }
    let edits = unsaved.map { files[$0].history.unsavedCount }.reduce(0, +)
    var choices: [Question.Choice] = [
      .init(
        key: "s", label: "save",
        action: { state in
          state.afterSaving = SavePlan(
            files: unsaved.map { state.files[$0].id }, then: goOn, isLeaving: isLeaving)
          return state.saveNext()
        }),
      .init(key: "d", label: "discard", action: goOn),
    ]
    if isLeaving, canKeepDrafts {
      choices.append(
        .init(key: "k", label: "keep a draft for next time", action: { $0.leaveAtOnce() }))
    }
    layers.append(
      .question(
        Question(
          title: title,
          lines: [Self.loss(edits, of: unsaved.count)],
          choices: choices)))
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
    let next = files.firstIndex { plan.files.contains($0.id) && $0.history.isModified }
    guard let next else {
      afterSaving = nil
      return plan.then(&self)
    }
    guard let path = files[next].path, !files[next].isReadOnly else {
      current = next
      return saveAs()
    }
    return write(next, to: path)
  }

  // MARK: What came of it

  mutating func take(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .written(let id, let path, .success): return noteSaved(id, path)
    case .written(let id, let path, .failure(let failure)):
      let plan = afterSaving
      afterSaving = nil
      if failure.code == FileFailure.exists { return askToReplace(id, path, plan) }
      say("Not saved: \(path): \(failure.reason). Your changes are still here.", .error)
      return []
    case .read(let path, .success(let document), let catalog):
      if let index = files.firstIndex(where: { $0.path == path }) {
        current = index
        say("“\(files[index].title)” was open already.")
      } else {
        add(document, path: path, title: Self.title(of: path), isShown: true, catalog: catalog)
        say("Opened “\(file.title)”.")
        return attend(current)
      }
      return []
    case .read(let path, .failure(let failure), _):
      say("\(path): \(failure.sentence).", .error)
      return []
    case .surveyed(let id, let path, let around): return save(id, as: path, knowing: around)
    case .readCatalog(let path, let catalog, let faults):
      return remap(to: catalog, named: path, faults)
    case .editedOutside(let text):
      if let text, case .writing(var window) = layers.last {
        window.text.selectAll()
        window.text.insert(text)
        layers[layers.count - 1] = .writing(window)
        say("Taken over from your editor. \(keyLabel("field.acceptAll")) accepts.")
      } else {
        say("The text was not changed.")
      }
      return []
    case .recoverable(let id, let recovery): return offer(recovery, of: id)
    case .locked(let id, let path, let holder): return tellLocked(id, path, holder)
    case .changedOnDisk(let id, let path, let change, let isSaving):
      return tellChanged(id, path, change, isSaving: isSaving)
    case .reloaded(let id, let result): return takeReloaded(id, result)
    case .facts(let id, let text):
      guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
      if files[index].facts.isEmpty { files[index].facts = Facts(text: text) }
      return []
    case .message(let new):
      // What was said just now, such as that a file is saved, stays true.
      let old = message.map { $0.text + " " } ?? ""
      say(old + new.text, new.kind)
      return []
    }
  }

  private mutating func noteSaved(_ id: FileID, _ path: String) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    files[index].history.markSaved()
    files[index].hasBackup = true
    files[index].absence = nil
    if files[index].path != path {
      files[index].path = path
      files[index].title = Self.title(of: path)
      files[index].isReadOnly = false
    }
    say("Saved “\(files[index].title)”.")
    return saveNext()
  }

  private mutating func askToReplace(
    _ id: FileID, _ path: String, _ plan: SavePlan?
  ) -> [Effect] {
    guard let index = files.firstIndex(where: { $0.id == id }) else { return [] }
    layers.append(
      .question(
        Question(
          title: "“\(Self.title(of: path))” exists already", lines: [path],
          choices: [
            .init(
              key: "r", label: "replace it",
              action: { state in
                state.afterSaving = plan
                return state.write(index, to: path)
              })
          ])))
    return []
  }

  /// The last part of a path.
  package static func title(of path: String) -> String {
    Path.name(of: path)
  }
}
