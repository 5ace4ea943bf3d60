import Appearance
import Operations
import TaskSequence
import XMLTree

extension Commands {
  static let steps: [Command] = [
    Command(
      "step.add", "Add", "Add a step: choose its type", keys: ["a", "<Ins>"],
      unless: Refusals.readOnly, run: StepAdding.choose),
    Command(
      "step.addGroup", "Group", "Put the marked nodes into a new group, or add an empty one",
      keys: ["g"], unless: Refusals.readOnly
    ) { state in
      state.file.outline.marks.isEmpty
        ? NodeEditing.askForGroup(&state) : NodeEditing.askForGrouping(&state)
    },
    Command(
      "step.group", "Group this", "Put the node, or the marked ones, into a new group",
      keys: ["<C-g>"], unless: Refusals.noNode, run: NodeEditing.askForGrouping),
    Command(
      "step.ungroup", "Ungroup", "Put what is in the group in its place", keys: ["U"],
      unless: Refusals.noNode, run: NodeEditing.askForUngrouping),
    Command(
      "step.rename", "Rename", "Rename the node, or all marked ones", keys: ["<F2>", "r"],
      in: .browsing, unless: Refusals.readOnly, run: NodeEditing.rename),
    Command(
      "step.remove", "Remove", "Remove the node, or the marked ones", keys: ["<Del>"], in: [.tree],
      unless: Refusals.noNode
    ) { state in
      state.perform(RemoveNodes(state.file.targetPaths))
      return []
    },
    Command(
      "step.duplicate", "Duplicate", "Put a second copy after the node", keys: ["D"],
      unless: Refusals.noNode
    ) { state in
      state.perform(DuplicateNodes(state.file.targetPaths))
      return []
    },
  ]

  static let options: [Command] = [
    option("option.disable", "Disable", "Disable the node, or enable it again", ["d"], .disable),
    option(
      "option.continue", "Continue on error", "Let the sequence go on when the node fails, or not",
      ["e"], .continueOnError),
    Command(
      "option.runIn", "Run in", "Choose where the step runs: Windows PE, full Windows, both",
      keys: ["w"], unless: { Refusals.noNode($0) ?? Refusals.notOffered(.runIn, $0) },
      run: NodeEditing.choosePlace),
    ask("option.description", "Description", "Edit the description", ["i"], .description),
    ask(
      "option.successCodes", "Success codes", "Edit the exit codes that mean success", ["x"],
      .successCodes),
    ask("option.timeout", "Time-out", "Edit the time-out, in minutes", ["t"], .timeout),
    ask("option.retry", "Retries", "Edit how often the step is tried again", [], .retryCount),
    ask("option.startIn", "Start in", "Edit the folder the command starts in", [], .startIn),
    Command(
      "option.command", "Command line", "Edit the command line", keys: ["c"],
      unless: { Refusals.noNode($0) ?? Refusals.onGroups("command line")($0) },
      run: NodeEditing.editCommandLine),
    Command(
      "option.setVariable", "Set variable", "Set a variable of the step, or add it", keys: ["V"],
      unless: { Refusals.readOnly($0) ?? Refusals.onGroups("variables of its own")($0) },
      run: NodeEditing.askForVariable),
  ]

  private static func option(
    _ id: String, _ title: String, _ summary: String, _ keys: [String], _ property: Property
  ) -> Command {
    Command(id, title, summary, keys: keys, unless: Refusals.noNode) { state in
      NodeEditing.toggle(&state, property)
      return []
    }
  }

  private static func ask(
    _ id: String, _ title: String, _ summary: String, _ keys: [String], _ property: Property
  ) -> Command {
    Command(
      id, title, summary, keys: keys,
      unless: { state in Refusals.noNode(state) ?? Refusals.notOffered(property, state) }
    ) { state in
      NodeEditing.ask(&state, property)
    }
  }
}
