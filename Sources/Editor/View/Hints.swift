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

  /// The commands that are there however narrow the screen is: help, and the way out.
  private static let kept: Set<KnownCommand> = [
    .help, .quit, .viewClose, .listCancel, .fieldCancel, .conditionClose, .conditionHelp,
  ]

  /// Nil when the command has no key or cannot be used now.
  private func hint(for known: KnownCommand) -> Hint? {
    guard let command = setup.commands[known], command.refusal(self) == nil,
      let key = shortestKey(of: command)
    else { return nil }
    if known == .moveDown, let up = setup.commands[.moveUp].flatMap(shortestKey(of:)) {
      return Hint(key: "\(key)/\(up)", title: "Move")
    }
    return Hint(
      key: key, title: top?.title(of: known) ?? command.title, isKept: Self.kept.contains(known))
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
    for command in setup.commands.all {
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

  private var hintedCommands: [KnownCommand] {
    if let layer = top { return layer.hints(in: self) }
    if file.placing != nil { return [.placeAfter, .placeBefore, .placeInto, .placeCancel] }
    if pane == .details {
      let field = selectedField
      return [.paneEditField, .paneTree]
        + (field?.isNumbered == true ? [.paneRemoveField, .moveDown] : [])
        + (field?.shown?.contains(Secrets.mask) == true ? [.paneReveal] : [])
        + [.paneAboutField, .historyUndo, .fileSave, .help, .quit]
    }
    var commands: [KnownCommand] = [.paneEdit, .stepAdd, .optionDisable, .moveDown]
    if file.history.canUndo { commands += [.historyUndo, .fileSave] }
    if clipboard != nil { commands.append(.clipPaste) }
    if file.search.isActive { commands.append(.findNext) }
    if !file.outline.marks.isEmpty { commands.append(.markNone) }
    commands.append(.findStart)
    if !file.history.canUndo { commands.append(.fileSave) }
    return commands + [.markToggle, .stepRename, .help, .quit]
  }
}
