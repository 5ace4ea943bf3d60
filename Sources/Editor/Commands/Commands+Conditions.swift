import Appearance

extension Commands {
  static let conditions: [Command] = [
    Command(
      "condition.type", "Condition", "Type the condition of the node, or of the marked ones",
      keys: ["C"], unless: Refusals.noNode
    ) { state in state.typeCondition() }
  ]
}
