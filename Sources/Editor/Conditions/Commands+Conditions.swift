import Appearance
import Conditions
import TaskSequence

extension Commands {
  static let conditions: [Command] = [
    Command(
      "condition.type", "Condition", "Type the condition of the node, or of the marked ones",
      keys: ["C"], in: .browsing + [.condition], unless: Refusals.noNode,
      run: { ConditionTyping.start(&$0) }
    ),
    Command(
      "condition.open", "Condition tree", "Show the condition as a tree: add, wrap, negate, move",
      keys: ["&"], unless: Refusals.onSequence, run: ConditionTree.open),
    Command(
      "condition.copy", "Copy condition", "Copy the condition of the node",
      unless: { $0.file.subject.condition?.operand == nil ? "there is no condition here" : nil },
      run: NodeConditions.copy),
    paste("condition.replace", "Replace condition", "Put the copied condition in its place") {
      .set($0)
    },
    paste("condition.and", "Add condition", "Make the copied condition hold besides") { .add($0) },
    Command(
      "condition.clear", "Clear condition",
      "Take the condition of the node, or the marked ones, away",
      unless: Refusals.noNode
    ) { state in NodeConditions.change(&state, .clear) },
    Command(
      "condition.same", "Same condition", "Search the nodes with the same condition",
      unless: { $0.file.subject.condition == nil ? "there is no condition here" : nil },
      run: NodeConditions.findSame),
  ]

  /// While a condition is typed.
  static let conditionText: [Command] = [
    Command(
      "field.help", "Language", "Say how conditions are written, while one is typed",
      keys: ["<C-g>", "<F1>"], in: [.field],
      unless: { $0.top is ConditionLine ? nil : "only while a condition is typed" },
      run: { HelpWindow.show("conditions", &$0) })
  ]

  private static func paste(
    _ id: String, _ title: String, _ summary: String,
    _ change: @escaping @Sendable (Operand) -> ConditionChange
  ) -> Command {
    Command(
      id, title, "\(summary), on the node or the marked ones",
      unless: { Refusals.noNode($0) ?? Refusals.noCondition($0) }
    ) { state in
      guard let operand = state.conditionClipboard else { return [] }
      return NodeConditions.change(&state, change(operand))
    }
  }

  /// Keys in the tree of a condition.
  static let conditionTree: [Command] = [
    pane("condition.add", "Add", "Add a test or a group", ["a", "<Ins>"]) {
      ConditionTree.chooseKind(&$0)
    },
    pane("condition.edit", "Edit", "Edit the test in a form, or choose all, any, none", ["<Enter>"])
    {
      ConditionTree.edit(&$0)
    },
    pane("condition.text", "As text", "Type the operand", ["t"]) { ConditionTree.editAsText(&$0) },
    pane("condition.remove", "Remove", "Take the operand away", ["<Del>", "x"]) {
      ConditionTree.remove(&$0)
    },
    pane("condition.wrap", "Wrap", "Put the operand into a group of all, any or none", ["w"]) {
      ConditionTree.chooseWrapping(&$0)
    },
    pane("condition.unwrap", "Unwrap", "Put what is in the group in its place", ["U"]) {
      ConditionTree.unwrap(&$0)
    },
    pane("condition.negate", "Negate", "Make it hold when it does not", ["n"]) {
      ConditionTree.negate(&$0)
    },
    pane("condition.junction", "All/any/none", "Change all to any, any to none, none to all", ["o"])
    { ConditionTree.changeJunction(&$0) },
    pane("condition.moveUp", "Move up", "Move the operand up", ["K", "<A-Up>"]) { state in
      ConditionTree.move(&state) { $0.moving($1, by: -1) }
    },
    pane("condition.moveDown", "Move down", "Move the operand down", ["J", "<A-Down>"]) { state in
      ConditionTree.move(&state) { $0.moving($1, by: 1) }
    },
    pane("condition.moveOut", "Move out", "Move the operand out of its group", ["<lt>"]) { state in
      ConditionTree.move(&state) { $0.movingOut($1) }
    },
    pane("condition.moveIn", "Move in", "Move the operand into the group beside it", ["<gt>"]) {
      state in
      ConditionTree.move(&state) { $0.movingIn($1) }
    },
    pane("condition.cut", "Cut", "Cut the operand", ["<C-x>"]) { ConditionTree.cut(&$0) },
    pane("condition.take", "Copy", "Copy the operand, as text too", ["<C-c>", "y"]) {
      ConditionTree.copy(&$0)
    },
    Command(
      "condition.insert", "Paste", "Paste the copied operand after the row", keys: ["<C-v>", "p"],
      in: [.condition], unless: Refusals.noCondition, run: ConditionTree.paste),
    move("condition.down", "Down", ["<Down>", "j"]) { _ in 1 },
    move("condition.up", "Up", ["<Up>", "k"]) { _ in -1 },
    move("condition.pageDown", "Page down", ["<PgDn>"]) { $0 },
    move("condition.pageUp", "Page up", ["<PgUp>"]) { -$0 },
    move("condition.first", "First", ["<Home>"]) { _ in -1_000_000 },
    move("condition.last", "Last", ["<End>"]) { _ in 1_000_000 },
    pane("condition.try", "Try", "Give a variable a value, or say whether a test holds", ["v"]) {
      ConditionTrying.tryOperand(&$0)
    },
    pane("condition.forget", "Forget values", "Forget all values given", ["V"]) {
      ConditionTrying.forgetFacts(&$0)
    },
    pane("condition.help", "Language", "Say how conditions are written", ["?"]) {
      HelpWindow.show("conditions", &$0)
    },
    pane("condition.close", "Close", "Go back", ["<Esc>", "q"]) { $0.close() },
  ]

  private static func pane(
    _ id: String, _ title: String, _ summary: String, _ keys: [String],
    _ run: @escaping @Sendable (inout EditorState) -> [Effect]
  ) -> Command {
    Command(id, title, summary, keys: keys, in: [.condition], run: run)
  }

  private static func move(
    _ id: String, _ title: String, _ keys: [String], by count: @escaping @Sendable (Int) -> Int
  ) -> Command {
    pane(id, title, "\(title) in a condition", keys) { state in
      let height = ConditionPaneView.listHeight(in: state.size)
      let file = state.file
      state.changeTop { (pane: inout ConditionPane) in
        pane.move(by: count(max(1, height - 1)), of: pane.rows(in: file).count)
      }
      return []
    }
  }
}
