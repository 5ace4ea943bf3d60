import Appearance

extension Commands {
  static let variables: [Command] = [
    Command(
      "variable.list", "Variables", "List every variable, where it is set and where it is read",
      keys: ["$"], run: VariableList.show),
    Command(
      "variable.rename", "Rename variable", "Rename a variable wherever it is named",
      unless: Refusals.readOnly, run: VariableList.askToRename),
    Command(
      "variable.secrets", "Passwords",
      "List where passwords and keys are, those to be entered again first",
      run: SecretList.show),
  ]

  static let replacing: [Command] = [
    Command(
      "find.replace", "Replace", "Replace a text everywhere, or in the marked nodes",
      keys: ["%"], unless: Refusals.readOnly, run: Replacing.ask)
  ]
}
