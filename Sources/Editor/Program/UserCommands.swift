package import Appearance
import Operations
import StepCatalog
import TaskSequence
import Widgets

/// The user's own commands: programs that are called about the file or the step.
enum UserCommands {
  /// A program as a command.
  ///
  /// - Parameter absence: Why it cannot be called at all.
  static func command(_ own: UserCommand, absence: String?) -> Command {
    Command(
      own.id, own.name, "Call “\(own.arguments.joined(separator: " "))”", in: [.tree, .details],
      unless: { absence ?? refusal(own, $0) }, run: { ask(&$0, own) })
  }

  /// Why what it is to be told is not there.
  private static func refusal(_ own: UserCommand, _ state: EditorState) -> String? {
    let wanted = own.placeholders
    if wanted.contains(.file), state.file.path == nil { return "it is in no file yet" }
    if wanted.contains(.path), state.file.focus.kind == .sequence {
      return "choose a step or a group first"
    }
    guard wanted.contains(.command) else { return nil }
    guard state.file.focus.kind == .step, let line = commandLine(state) else {
      return "choose a step with a command line first"
    }
    return state.file.focus.cover(line, state.file.secrecy) == line
      ? nil : "the command line holds a secret, which others would see"
  }

  /// The command line of the step of the cursor, without what its type writes around it.
  private static func commandLine(_ state: EditorState) -> String? {
    let node = state.file.focus
    guard let action = node.action else { return nil }
    let type = StepTypes.shared.type(of: node, in: state.file.document.dialect)
    return type?.commandField(making: action, of: node).flatMap { node.variable($0.variable) }
      ?? action
  }

  /// Calls it; about a file with unsaved work it asks before.
  private static func ask(_ state: inout EditorState, _ own: UserCommand) -> [Effect] {
    let file = state.file
    guard file.history.isModified, own.placeholders.contains(.file) else {
      return call(&state, own)
    }
    let plan = SavePlan(files: [file.id], then: { call(&$0, own) })
    state.open(
      QuestionLayer(
        title: "“\(file.title)” has unsaved work",
        lines: ["What is called reads the file as it is on the disk, without it."],
        choices: [
          .init(
            key: "s", label: "save, then call it",
            action: { state in
              state.afterSaving = plan
              return Saving.goOn(&state)
            }),
          .init(key: "c", label: "call it as it is", action: { call(&$0, own) }),
        ]))
    return []
  }

  private static func call(_ state: inout EditorState, _ own: UserCommand) -> [Effect] {
    let arguments = own.arguments { placeholder in
      switch placeholder {
      case .file: state.file.path ?? ""
      case .path: state.file.document.path(of: state.file.focus.id)?.description ?? ""
      case .command: commandLine(state) ?? ""
      }
    }
    return [.call(own.name, arguments)]
  }
}

extension Setup {
  /// Adds programs of the user's to what can be done.
  ///
  /// - Parameter absence: Why a program cannot be called at all.
  package mutating func add(_ own: [UserCommand], absence: (UserCommand) -> String?) {
    commands = CommandTable(
      commands.all + own.map { UserCommands.command($0, absence: absence($0)) })
  }
}
