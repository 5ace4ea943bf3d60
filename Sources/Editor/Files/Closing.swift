import Screen
import TaskSequence
import Widgets

/// Closing a file and leaving the program: unsaved changes are asked about first.
enum Closing {
  static func close(_ state: inout EditorState) -> [Effect] {
    guard state.files.count > 1 else { return quit(&state) }
    let id = state.file.id
    return askAbout(&state, [state.file], title: "Save “\(state.file.title)” before it is closed?")
    { state in
      guard let file = state.files.first(where: { $0.id == id }) else { return [] }
      state.remove(id)
      return Leaving.part(with: file)
    }
  }

  static func quit(_ state: inout EditorState) -> [Effect] {
    let unsaved = state.files.filter(\.history.isModified)
    if unsaved.count == 1, unsaved[0].path != nil, unsaved[0].isStopped {
      state.afterSaving = SavePlan(files: [unsaved[0].id], then: leave, isLeaving: true)
      return Saving.goOn(&state)
    }
    let title =
      unsaved.count == 1
      ? "Save “\(unsaved[0].title)” before leaving?"
      : "Save \(unsaved.count) files before leaving?"
    return askAbout(&state, unsaved, title: title, isLeaving: true, leave)
  }

  private static func leave(_ state: inout EditorState) -> [Effect] { Leaving.leave(state) }

  /// What can be done in the place of resolving what stops the last save, for the end of its list.
  static func waysToLeave(_ state: EditorState) -> [PickerLayer.Item] {
    var items = [
      PickerLayer.Item(
        title: "Save and leave", detail: "", section: "Then",
        refusal: "by itself, once nothing above is left", action: { _ in [] })
    ]
    if Leaving.canKeepDrafts(state) {
      items.append(
        PickerLayer.Item(
          title: "Leave now and keep a draft", detail: "it is offered at the next opening",
          section: "Then"
        ) { Leaving.atOnce($0) })
    }
    items.append(
      PickerLayer.Item(
        title: "Leave and discard the changes", detail: "asks once more", section: "Then"
      ) { state in
        let edits = state.files.map(\.history.unsavedCount).reduce(0, +)
        state.open(
          QuestionLayer(
            title: "Discard the changes?", lines: [loss(edits, of: 1)],
            choices: [.init(key: "d", label: "discard", risk: .some, action: leave)]))
        return []
      })
    return items
  }

  /// Saves every file that was changed, then leaves.
  static func saveAndQuit(_ state: inout EditorState) -> [Effect] {
    let unsaved = state.files.filter(\.history.isModified)
    state.afterSaving = SavePlan(
      files: unsaved.map(\.id), then: { Leaving.leave($0) }, isLeaving: true)
    return Saving.goOn(&state)
  }

  /// Asks what to do about unsaved changes of some files, then goes on.
  private static func askAbout(
    _ state: inout EditorState, _ files: [OpenFile], title: String, isLeaving: Bool = false,
    _ goOn: @escaping LayerAction
  ) -> [Effect] {
    let unsaved = files.filter(\.history.isModified)
    guard !unsaved.isEmpty else { return goOn(&state) }
    let edits = unsaved.map(\.history.unsavedCount).reduce(0, +)
    let plan = SavePlan(files: unsaved.map(\.id), then: goOn, isLeaving: isLeaving)
    var choices: [QuestionLayer.Choice] = [
      .init(
        key: "s", also: .character("s", .ctrl), label: "save",
        action: { state in
          state.afterSaving = plan
          return Saving.goOn(&state)
        })
    ]
    if isLeaving, Leaving.canKeepDrafts(state) {
      choices.append(
        .init(key: "k", label: "keep a draft for next time", action: { Leaving.atOnce($0) }))
    }
    let loss = Self.loss(edits, of: unsaved.count)
    choices.append(
      .init(
        key: "d", label: "discard", risk: .loss("\(loss) Nothing brings it back."), action: goOn))
    let names =
      unsaved.count == 1
      ? [] : unsaved.map { "“\($0.title)”: \(Self.loss($0.history.unsavedCount, of: 1))" }
    state.open(QuestionLayer(title: title, lines: names.isEmpty ? [loss] : names, choices: choices))
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
}
