import Appearance

extension Commands {
  static let references: [Command] = [
    Command(
      "reference.list", "References", "List every object the sequence uses, and where", keys: ["O"],
      run: UsedObjects.list),
    Command(
      "reference.swap", "Swap an object",
      "Use another object instead of one, everywhere; the places are shown first",
      unless: Refusals.readOnly, run: UsedObjects.swapObject),
    Command(
      "reference.remap", "Match by name",
      "Replace ids by those that objects of the same names have in another catalogue",
      unless: Refusals.readOnly, run: NameMatching.ask),
    Command(
      "problem.list", "Problems", "List what is wrong, and the objects nothing is known of",
      keys: ["!"], run: ProblemList.open),
    Command(
      "reference.next", "Next problem", "Go to the next of the worst problems there are",
      keys: ["}"],
      in: [.tree, .placing]
    ) { state in ProblemWalk.go(&state, forward: true) },
    Command(
      "reference.previous", "Previous problem",
      "Go to the previous of the worst problems there are",
      keys: ["{"], in: [.tree, .placing]
    ) { state in ProblemWalk.go(&state, forward: false) },
  ]
}
