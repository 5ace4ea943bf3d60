import Conditions
import TaskSequence

/// Trying a condition out with values of variables and facts of the machine.
enum ConditionTrying {
  /// Gives the variable of the test under the cursor a value; says of any other test whether it holds.
  static func tryOperand(_ state: inout EditorState) -> [Effect] {
    guard let operand = ConditionTree.row(state)?.operand else { return [] }
    switch operand {
    case .test(.variable(let test), _):
      Ask.line(
        &state, "\(test.name) is (empty: not set)", state.file.facts.value(of: test.name) ?? ""
      ) {
        state, value in
        state.file.facts.set(test.name, to: value)
        return keepFacts(&state)
      }
      return []
    case .test(let test, _):
      // unknown → true → false → unknown
      let next: Bool? =
        switch state.file.facts.truth(of: test) {
        case nil: true
        case true?: false
        case false?: nil
        }
      state.file.facts.set(test, to: next)
      return keepFacts(&state)
    case .systems(let platforms):
      let queries = platforms.flatMap(\.queries)
      let isKnown = queries.contains { state.file.facts.truth(of: .query($0)) != nil }
      for query in queries { state.file.facts.set(.query(query), to: isKnown ? nil : true) }
      return keepFacts(&state)
    case .group, .raw:
      state.say("Give values to the tests inside; what this comes to follows from them.")
      return []
    }
  }

  /// Forgets all values.
  static func forgetFacts(_ state: inout EditorState) -> [Effect] {
    state.file.facts = StatedFacts()
    state.say("All values are forgotten.")
    return keepFacts(&state)
  }

  private static func keepFacts(_ state: inout EditorState) -> [Effect] {
    state.file.path.map { [.keepFacts(path: $0, state.file.facts.text)] } ?? []
  }
}
