package import Facts
import TaskSequence

extension Trace {
  /// What is otherwise than somebody expected, a sentence each; nothing where all is as expected.
  package func differences(from expectation: Expectation) -> [String] {
    var differences: [String] = []
    if let expected = expectation.result, expected != result.rawValue {
      differences.append("result: expected \(expected), came to \(result.rawValue)")
    }
    if let expected = expectation.trace { differences += self.differences(fromTrace: expected) }
    if let expected = expectation.notReached {
      let names = notReached.map { table.rows[$0].node.name }
      if names != expected {
        differences.append(
          "not reached: expected \(Self.list(expected)), came to \(Self.list(names))")
      }
    }
    for (name, expected) in expectation.variables.sorted(by: { $0.key < $1.key }) {
      let value = value(of: name)
      guard value != expected else { continue }
      let isHidden = isSecret(name)
      let shown = isHidden ? "something else" : value.map { "“\($0)”" } ?? "what nobody knows"
      differences.append(
        "variable \(name): expected \(isHidden ? "what was stated" : "“\(expected)”"), came to \(shown)"
      )
    }
    return differences
  }

  private func differences(fromTrace expected: [Expectation.Event]) -> [String] {
    var differences: [String] = []
    for index in 0..<max(expected.count, events.count) {
      let wanted = index < expected.count ? expected[index] : nil
      let came = index < events.count ? events[index] : nil
      let isSame =
        wanted.map { wanted in
          guard let came else { return false }
          let row = table.rows[came.row]
          return wanted.node == row.node.name && wanted.outcome == came.outcome.rawValue
            && (wanted.at == nil || wanted.at == row.at)
        } ?? (came == nil)
      guard !isSame else { continue }
      let expectedWords = wanted.map { "\($0.at.map { "\($0) " } ?? "")\($0.node) \($0.outcome)" }
      let cameWords = came.map { event in
        let row = table.rows[event.row]
        return "\(row.at.map { "\($0) " } ?? "")\(row.node.name) \(event.outcome.rawValue)"
      }
      differences.append(
        "event \(index + 1): expected \(expectedWords ?? "nothing"), came to \(cameWords ?? "nothing")"
      )
      // One event too many moves all behind it; the first ones tell.
      if differences.count == 5 {
        differences.append("and more behind")
        break
      }
    }
    return differences
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }
}
