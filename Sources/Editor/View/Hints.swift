import Appearance
import Screen
import StepCatalog
import TaskSequence

/// A key worth a place in the footer, and what it does.
struct Hint: Equatable {
  var key: String
  let title: String
  /// Whether it is shown before all that are not, however narrow the screen is.
  var isKept = false

  var width: Int { displayWidth(of: key) + 1 + displayWidth(of: title) }
}

extension EditorState {
  /// The keys that matter now and fit, in the order of their places.
  func hints(fitting width: Int) -> [Hint] {
    let all = hints ?? allHints
    var room = width + 2
    var chosen: Set<Int> = []
    for isKept in [true, false] {
      for index in all.indices where all[index].isKept == isKept {
        guard all[index].width + 2 <= room else { continue }
        room -= all[index].width + 2
        chosen.insert(index)
      }
    }
    return all.indices.filter(chosen.contains).map { all[$0] }
  }

  /// All keys that matter now.
  var allHints: [Hint] { hintedCommands.compactMap(hint(for:)) }

  /// Nil when the command has no key or cannot be used now.
  private func hint(for id: String) -> Hint? {
    guard let command = Commands.named(id), command.refusal(self) == nil,
      let key = shortestKey(of: command)
    else { return nil }
    let isKept = [
      "help", "quit", "view.close", "list.cancel", "field.cancel", "condition.close",
      "condition.help",
    ]
    .contains(id)
    if id == "move.down", let up = Commands.named("move.up").flatMap(shortestKey(of:)) {
      return Hint(key: "\(key)/\(up)", title: "Move")
    }
    return Hint(key: key, title: title(of: command), isKept: isKept)
  }

  /// The shortest of a command's keys.
  private func shortestKey(of command: Command) -> String? {
    let context = command.contexts.first { $0 == self.context } ?? command.contexts.first
    guard let context else { return nil }
    return shortKeys.map { $0[context]?[command.id] } ?? shortestKey(of: command, in: context)
  }

  /// The shortest key of each command in each of its contexts.
  var allShortKeys: [KeyContext: [String: String]] {
    var keys: [KeyContext: [String: String]] = [:]
    for command in Commands.all {
      for context in command.contexts {
        keys[context, default: [:]][command.id] = shortestKey(of: command, in: context)
      }
    }
    return keys
  }

  /// The shortest of a command's keys, the first of these in the order the command has them.
  private func shortestKey(of command: Command, in context: KeyContext) -> String? {
    let bound = setup.keymap.keys(for: command.id, in: context)
    let known = command.keys.compactMap { try? Key.parse($0) }.filter(bound.contains)
    let labels = (known + bound).map { $0.map(\.label).joined(separator: " ") }
    return labels.min { $0.count < $1.count }
  }

  private func title(of command: Command) -> String {
    if command.id == "view.accept", case .viewer(let viewer) = top { return viewer.hint }
    return command.title
  }

  private var hintedCommands: [String] {
    switch top {
    case .picker(let picker):
      return ["list.accept", "list.cancel"] + (picker.acceptsSeveral == nil ? [] : ["list.mark"])
    case .question: return []
    case .review:
      return [
        "review.accept", "review.cancel", "review.toggle", "review.scope", "review.pattern",
        "review.case", "review.all", "review.none",
      ]
    case .viewer(let viewer):
      let isLong = viewer.lines.count > WindowFrame.body(in: size).height
      return (viewer.accepted == nil ? [] : ["view.accept"]) + ["view.close"]
        + (isLong ? ["view.pageDown"] : [])
    case .writing: return ["field.acceptAll", "field.cancel", "field.outside", "field.undo"]
    case .condition:
      return [
        "condition.add", "condition.edit", "condition.text", "condition.remove", "condition.wrap",
        "condition.negate", "condition.try", "condition.unwrap", "condition.junction",
        "condition.moveDown", "history.undo", "condition.help", "condition.close",
      ]
    case .prompt:
      return [
        "field.complete", "field.accept", "field.cancel", "field.help", "field.eraseToStart",
        "field.undo",
      ]
    case nil: break
    }
    if file.placing != nil { return ["place.after", "place.before", "place.into", "place.cancel"] }
    if pane == .details {
      let field = selectedField
      return ["pane.editField", "pane.tree"]
        + (field?.isNumbered == true ? ["pane.removeField", "move.down"] : [])
        + (field?.shown?.contains(Secrets.mask) == true ? ["pane.reveal"] : [])
        + ["pane.aboutField", "history.undo", "file.save", "help", "quit"]
    }
    var ids = ["pane.edit", "step.add", "option.disable", "move.down"]
    if file.history.canUndo { ids += ["history.undo", "file.save"] }
    if clipboard != nil { ids.append("clip.paste") }
    if file.search.isActive { ids.append("find.next") }
    if !file.outline.marks.isEmpty { ids.append("mark.none") }
    ids.append("find.start")
    if !file.history.canUndo { ids.append("file.save") }
    return ids + ["mark.toggle", "step.rename", "help", "quit"]
  }
}
