import Conditions
import TaskSequence

/// What came of effects.
enum Outcomes {
  static func take(_ state: inout EditorState, _ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .written(let id, let path, let result):
      return state.with(id) { Saving.takeWritten(&$0, path, result) }
    case .read(let path, let member, let result, let catalog):
      return Opening.takeRead(&state, path, member, result, catalog)
    case .holdsSeveral(let path, let members):
      Opening.choose(&state, path, members)
      return []
    case .readNodes(let id, let path, let result):
      return state.with(id) { Inserting.take(&$0, path, result) }
    case .surveyed(let id, let path, let around):
      return state.with(id) { Saving.save(&$0, as: path, knowing: around) }
    case .known(let id, let around):
      return state.with(id) { state in
        state.file.learn(around)
        return []
      }
    case .stated(let id, let path, let result):
      return state.with(id) { Stating.take(&$0, path, result) }
    case .readCatalog(let id, let path, let catalog, let faults):
      return state.with(id) { NameMatching.match(&$0, to: catalog, named: path, faults) }
    case .recipe(let id, let recipe):
      return state.with(id) { state in
        RecipeWindow.show(&state, recipe)
        return []
      }
    case .editedOutside(let id, let text):
      return state.with(id) { Typing.takeEdited(&$0, text) }
    case .recoverable(let id, let recovery):
      return state.with(id) { Recovering.offer(&$0, recovery) }
    case .locked(let id, let path, let holder):
      return state.with(id) { DiskChanges.tellLocked(&$0, path, holder) }
    case .changedOnDisk(let id, let path, let change, let isSaving):
      return state.with(id) { DiskChanges.tellChanged(&$0, path, change, isSaving: isSaving) }
    case .reloaded(let id, let result):
      return state.with(id) { DiskChanges.takeReloaded(&$0, result) }
    case .facts(let id, let text):
      return state.with(id) { state in
        if state.file.facts.isEmpty { state.file.facts = StatedFacts(text: text) }
        return []
      }
    case .view(let id, let text):
      return state.with(id) { state in
        state.file.take(KeptView(text: text))
        let count = state.file.lastMarks.count
        if count > 0 {
          state.sayToo(
            "\(count == 1 ? "1 row was" : "\(count) rows were") marked when this was left; "
              + "“Marks of last time” in \(state.keyLabel(.help)) marks them again.")
        }
        return []
      }
    case .around(let id, let found, let wish):
      return state.with(id) { Nearby.take(&$0, found, for: wish) }
    case .folder(let id, let names):
      return state.with(id) { state in
        PathCompletion.take(&state, names)
        return []
      }
    case .madeFolder(let id, let path, let result):
      return state.with(id) { Saving.takeMade(&$0, path, result) }
    case .settings(let setup):
      state.take(setup)
      return []
    case .settingsRefused(let fault):
      state.refuse(settings: fault)
      return []
    case .drawn(let theme):
      state.theme = theme
      return []
    case .message(let new):
      // What was said just now, such as that a file is saved, stays true.
      state.sayToo(new.text, new.kind)
      return []
    }
  }
}
