import Conditions
import TaskSequence

/// Trying a condition out with values of variables and facts of the machine.
extension EditorState {
  /// Gives the variable of the test under the cursor a value; says of any other test whether it holds.
  mutating func tryOperand() -> [Effect] {
    guard case .operand(_, let operand) = conditionRow?.kind else { return [] }
    switch operand {
    case .test(.variable(let test), _):
      ask("\(test.name) is (empty: not set)", file.facts.value(of: test.name) ?? "") {
        state, value in
        state.file.facts.set(test.name, to: value)
        return state.keepFacts()
      }
      return []
    case .test(let test, _):
      // unknown → true → false → unknown
      let next: Bool? =
        switch file.facts.truth(of: test) {
        case nil: true
        case true?: false
        case false?: nil
        }
      file.facts.set(test, to: next)
      return keepFacts()
    case .systems(let platforms):
      let queries = platforms.flatMap(\.queries)
      let isKnown = queries.contains { file.facts.truth(of: .query($0)) != nil }
      for query in queries { file.facts.set(.query(query), to: isKnown ? nil : true) }
      return keepFacts()
    case .group, .raw:
      say("Give values to the tests inside; what this comes to follows from them.")
      return []
    }
  }

  /// Forgets all values.
  mutating func forgetFacts() -> [Effect] {
    file.facts = Facts()
    say("All values are forgotten.")
    return keepFacts()
  }

  private mutating func keepFacts() -> [Effect] {
    file.path.map { [.keepFacts(path: $0, file.facts.text)] } ?? []
  }
}
