import Appearance
import Operations
import Screen
import TaskSequence
import XMLTree

/// How commands change documents: one way in, one way to say what happened.
extension EditorState {
  /// Does an operation to the current file: records it, moves the cursor, says what happened and how
  /// to take it back; or says why it cannot be.
  ///
  /// - Parameter label: What happened, where the operation's own words are not wanted.
  @discardableResult
  mutating func perform(_ operation: any Operation, label: String? = nil) -> Edit? {
    perform(label: label) { (chain) throws(Refusal) in try chain.apply(operation) }
  }

  /// Does several operations to the current file, as one edit.
  @discardableResult
  mutating func perform(
    label: String? = nil, _ operations: (inout Chain) throws(Refusal) -> Void
  ) -> Edit? {
    guard !file.isReadOnly else {
      say("“\(file.title)” is open for reading only.", .warning)
      return nil
    }
    do {
      let change = try file.applying(label: label, operations)
      apply(change)
      return change
    } catch {
      refuse(error.reason)
      return nil
    }
  }

  /// Says why something cannot be done; what was typed for it stays open.
  mutating func refuse(_ reason: String) {
    refusal = reason
    say(reason.asSentence, .warning)
  }

  private mutating func apply(_ change: Edit) {
    let before = file.outline.focus
    let (problems, steps) = (file.problemCount, file.outline.stepCount)
    guard file.history.record(change, focusBefore: before, focusAfter: change.focus ?? before)
    else {
      say("Nothing changed.")
      return
    }
    show(focus: change.focus ?? before)
    let notes = (change.notes + change.remarks).map { " " + $0 }.joined()
    // What a new step lacks is asked for.
    let more = file.outline.stepCount > steps ? 0 : file.problemCount - problems
    let count = more == 1 ? "1 problem" : "\(more) problems"
    let found = more > 0 ? " It makes \(count); \(keyLabel(.problemList)) lists them." : ""
    say(
      "\(change.label).\(notes) \(keyLabel(.historyUndo)) undoes it.\(found)",
      change.notes.isEmpty && more <= 0 ? .info : .warning)
  }

  /// Brings the outline in line with the document and puts the cursor on a node.
  mutating func show(focus id: NodeID?) {
    let document = file.document
    file.outline.dropLostMarks(document)
    file.outline.refresh(document)
    file.look()
    if let id { file.outline.reveal(id, in: document) }
  }

  /// The first key of a command, for messages.
  ///
  /// - Parameter place: Where it is to be pressed; its keys there come first.
  func keyLabel(_ command: KnownCommand, in place: KeyContext? = nil) -> String {
    for context in [place].compactMap(\.self) + (setup.commands[command]?.contexts ?? []) {
      if let keys = setup.keymap.keys(for: command.rawValue, in: context).first {
        return keys.map(\.label).joined(separator: " ")
      }
    }
    return "the command palette"
  }

  /// Runs a command, or says why it cannot be done.
  mutating func run(_ command: KnownCommand) -> [Effect] { run(command.rawValue) }

  /// Runs the command of that name, or says why it cannot be done.
  mutating func run(_ id: String) -> [Effect] {
    guard let command = setup.commands[id] else { return [] }
    if let reason = command.refusal(self) {
      say("\(command.title): \(reason).", .warning)
      return []
    }
    return command.run(&self)
  }

  /// What is to be written down of every file whose journal does not know it yet.
  mutating func recordings() -> [Effect] { files.indices.compactMap { files[$0].recording() } }
}
