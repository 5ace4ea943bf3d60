import Appearance

extension Commands {
  static let variables: [Command] = [
    Command(
      "variable.list", "Variables", "List every variable, where it is set and where it is read",
      keys: ["$"]
    ) { state in state.showVariables() },
    Command(
      "variable.rename", "Rename variable", "Rename a variable wherever it is named",
      unless: Refusals.readOnly
    ) { state in state.askToRenameVariable() },
    Command(
      "variable.secrets", "Passwords", "List passwords and keys, those to be entered again first"
    ) { state in state.listSecrets() },
  ]

  static let replacing: [Command] = [
    Command(
      "find.replace", "Replace", "Replace a text everywhere, or in the marked nodes",
      keys: ["%"], unless: Refusals.readOnly
    ) { state in state.askForReplacement() }
  ]
}
