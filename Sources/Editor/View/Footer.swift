import Appearance
import Screen
import StepCatalog
import TaskSequence

/// Which keys the footer shows.
enum Footer {
  /// The keys that matter now and fit, in the order of their places.
  static func hints(_ state: EditorState, _ width: Int) -> [Hint] {
    let all = state.hints ?? allHints(state)
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

  /// The key that is shown at a column of a line so wide; nil between them.
  static func hint(at column: Int, _ state: EditorState, _ width: Int) -> Hint? {
    var start = 0
    for hint in hints(state, width) {
      if (start..<start + hint.width).contains(column) { return hint }
      start += hint.width + 2
    }
    return nil
  }

  /// All keys that matter now.
  static func allHints(_ state: EditorState) -> [Hint] {
    hintedCommands(state).compactMap { hint(state, $0) }
  }

  /// The commands that are there however narrow the screen is: saving, undoing, help, and the way out.
  private static let kept: Set<KnownCommand> = [
    .fileSave, .historyUndo, .help, .quit, .viewClose, .listCancel, .fieldCancel, .formCancel,
    .questionCancel, .placeCancel, .conditionClose, .conditionHelp,
  ]

  /// Nil when the command has no key or cannot be used now.
  private static func hint(_ state: EditorState, _ known: KnownCommand) -> Hint? {
    guard let command = state.setup.commands[known], command.refusal(state) == nil,
      let key = shortestKey(state, command)
    else { return nil }
    if known == .moveDown,
      let up = state.setup.commands[.moveUp].flatMap({ shortestKey(state, $0) })
    {
      // Of Alt+Down and Alt+Up what they share is said once.
      let end = up.hasPrefix("Alt+") ? up.dropFirst(4) : up[...]
      return Hint(key: "\(key)/\(end)", title: "Move", command: known)
    }
    let hits = state.file.search.hits.count
    let title = known == .markHits ? "Mark all \(hits)" : command.title
    return Hint(
      key: key, title: state.top?.title(of: known) ?? Placing.title(of: known, state) ?? title,
      command: known,
      isKept: Self.kept.contains(known))
  }

  /// The shortest of a command's keys.
  private static func shortestKey(_ state: EditorState, _ command: Command) -> String? {
    let isEverywhere = state.context == .details && command.contexts.contains(.global)
    let context =
      isEverywhere
      ? .details : command.contexts.first { $0 == state.context } ?? command.contexts.first
    guard let context else { return nil }
    return state.shortKeys.map { $0[context]?[command.id] }
      ?? shortestKey(state, command, in: context)
  }

  /// The shortest key of each command in each of its contexts.
  static func allShortKeys(_ state: EditorState) -> [KeyContext: [String: String]] {
    var keys: [KeyContext: [String: String]] = [:]
    for command in state.setup.commands.all {
      // What has keys everywhere has no letters in the details.
      for context in command.contexts + (command.contexts.contains(.global) ? [.details] : []) {
        keys[context, default: [:]][command.id] = shortestKey(state, command, in: context)
      }
    }
    return keys
  }

  /// The shortest of a command's keys, the first of these in the order the command has them.
  private static func shortestKey(_ state: EditorState, _ command: Command, in context: KeyContext)
    -> String?
  {
    let isOwn = command.contexts.contains(context)
    let bound = state.setup.keymap.keys(for: command.id, in: isOwn ? context : .global)
      .filter { isOwn || state.isHeard($0, by: command.id, in: context) }
    let known = command.keys.compactMap { try? Key.parse($0) }.filter(bound.contains)
    let labels = (known.isEmpty ? bound : known).map { $0.map(\.label).joined(separator: " ") }
    return labels.min { $0.count < $1.count }
  }

  private static func hintedCommands(_ state: EditorState) -> [KnownCommand] {
    if let layer = state.top { return layer.hints(in: state) }
    if state.file.placing != nil {
      return [.placeAfter, .placeBefore, .placeInto, .findStart, .placeCancel]
    }
    if state.pane == .details {
      let field = state.file.selectedField
      return [.paneEditField, .paneTree]
        + (field?.isNumbered == true ? [.paneRemoveField] : [])
        + (field?.shown?.contains(Secrets.mask) == true ? [.paneReveal] : [])
        + [.paneAboutField, .historyUndo, .fileSave, .findStart]
        + (field?.isNumbered == true ? [.moveDown] : []) + [.help, .quit]
    }
    return inTree(state)
  }

  /// What is done most often, what the moment asks for first, then more than most screens have room for.
  private static func inTree(_ state: EditorState) -> [KnownCommand] {
    var commands: [KnownCommand] = []
    if state.file.search.isActive {
      commands += state.file.search.hits.isEmpty ? [.findClear] : [.findNext, .markHits, .findClear]
    }
    if !state.file.outline.marks.isEmpty { commands.append(.markNone) }
    // What was looked for or marked is most often switched off.
    if !commands.isEmpty { commands.append(.optionDisable) }
    if state.clipboard != nil { commands.append(.clipPaste) }
    commands += [.paneEdit, .stepAdd, .optionDisable, .moveDown, .historyUndo, .fileSave]
    commands += [.findStart, .markToggle, .stepRename, .conditionOpen, .stepRemove, .moveTo]
    commands += [.clipCopy, .stepAddGroup, .findFilter, .variableList, .referenceList]
    commands += [.historyList, .filePreview, .help, .quit]
    return commands.enumerated().filter { commands.firstIndex(of: $1) == $0 }.map(\.element)
  }
}
