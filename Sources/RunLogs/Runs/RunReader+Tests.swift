import TaskSequence

/// What conditions looked at.
extension RunReader {
  /// How many tests of a condition are kept.
  private static let mostTests = 200

  mutating func openTest(_ kind: TestKind) {
    isReadingTest = false
    guard let current, run.visits[current].outcome == nil,
      run.visits[current].tests.count < Self.mostTests
    else { return }
    run.visits[current].tests.append(SeenTest(kind: kind))
    isReadingTest = kind.lines > 0
  }

  mutating func addToTest(_ text: String) {
    guard isReadingTest, let current, let last = run.visits[current].tests.indices.last else {
      return
    }
    run.visits[current].tests[last].texts.append(text)
    var test = run.visits[current].tests[last]
    guard test.texts.count == test.kind.lines else { return }
    isReadingTest = false
    if let variable = test.variable {
      test.seen = run.values[variable]
      test.texts[2] = LogSecrets.shown(test.texts[2], of: variable)
    }
    run.visits[current].tests[last] = test
  }

  /// Says of each test whether it held, as far as it follows from the outcome.
  ///
  /// Every condition opens with “and”. Where nothing else than tests is below it, all held if it did;
  /// if it did not, the last one the engine looked at did not, and those before it did. Where “or” or
  /// “none” stand in it only a single test is sure, and the tests of an “or” of which none held.
  mutating func decideTests(of index: Int, held: Bool) {
    var tests = run.visits[index].tests
    guard !tests.isEmpty else { return }
    let operators = tests.dropFirst().filter(\.kind.isOperator).map(\.kind)
    let leaves = tests.indices.filter { !tests[$0].kind.isOperator }
    if operators.isEmpty {
      for leaf in leaves { tests[leaf].result = held || leaf != leaves.last }
    } else if leaves.count == 1, !operators.contains(where: { $0 != .all && $0 != .any }) {
      tests[leaves[0]].result = held
    } else if operators == [.any], !held, tests[1].kind == .any {
      for leaf in leaves { tests[leaf].result = false }
    }
    for leaf in leaves where tests[leaf].result == nil { tests[leaf].result = tests[leaf].outcome }
    run.visits[index].tests = leaves.map { tests[$0] }
    for leaf in leaves { learn(from: tests[leaf]) }
  }

  /// A test for a value that held says what the variable held.
  private mutating func learn(from test: SeenTest) {
    guard test.result == true, let variable = test.variable,
      test.texts[0].lowercased() == "equals", test.seen == nil, test.texts[2] != Secrets.mask
    else { return }
    learn(variable, test.texts[2], by: .test)
  }
}
