import Appearance
import Screen
import StepCatalog
import TaskSequence

extension EditorState {
  /// The commands worth a place in the footer now, each with its shortest key.
  var hints: [(key: String, title: String)] {
    hintedCommands.compactMap { id in
      guard let command = Commands.named(id), command.refusal(self) == nil else { return nil }
      let context = command.contexts.first { $0 == self.context } ?? command.contexts.first
      guard let context else { return nil }
      let labels = setup.keymap.keys(for: id, in: context).map {
        $0.map(\.label).joined(separator: " ")
      }
      return labels.min { $0.count < $1.count }.map { ($0, title(of: command)) }
    }
  }

  private func title(of command: Command) -> String {
    if command.id == "view.accept", case .viewer(let viewer) = layers.last { return viewer.hint }
    return command.title
  }

  private var hintedCommands: [String] {
    switch layers.last {
    case .picker(let picker):
      return ["list.accept", "list.cancel"] + (picker.acceptsSeveral == nil ? [] : ["list.mark"])
    case .question: return ["view.close"]
    case .review:
      return [
        "review.accept", "review.cancel", "review.toggle", "review.scope", "review.pattern",
        "review.case", "review.all", "review.none",
      ]
    case .viewer(let viewer):
      return (viewer.accepted == nil ? [] : ["view.accept"]) + ["view.close", "view.pageDown"]
    case .writing: return ["field.acceptAll", "field.cancel", "field.outside", "field.undo"]
    case .prompt:
      return [
        "field.complete", "field.accept", "field.cancel", "field.eraseToStart", "field.undo",
      ]
    case nil: break
    }
    if placing != nil { return ["place.after", "place.before", "place.into", "place.cancel"] }
    if pane == .details {
      let field = selectedField
      return ["pane.editField", "pane.tree"]
        + (field?.isNumbered == true ? ["pane.removeField", "move.down", "move.up"] : [])
        + (field?.shown?.contains(Secrets.mask) == true ? ["pane.reveal"] : [])
        + ["pane.aboutField", "history.undo", "file.save", "help", "quit"]
    }
    var ids = ["pane.edit", "step.add", "option.disable", "move.down", "move.up"]
    if file.history.canUndo { ids.append("history.undo") }
    if clipboard != nil { ids.append("clip.paste") }
    if file.search.isActive { ids.append("find.next") }
    if !file.outline.marks.isEmpty { ids.append("mark.none") }
    return ids + ["find.start", "file.save", "help", "quit", "mark.toggle", "step.rename"]
  }
}
