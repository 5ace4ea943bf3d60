import Conditions
import TaskSequence

/// A test of a condition, as a log shows it.
package struct SeenTest: Equatable, Sendable {
  package let kind: TestKind
  /// What the engine expanded for it: operator, variable, value; or namespace and query.
  package internal(set) var texts: [String] = []
  /// What the variable held, as far as the log told by then; nil when it did not.
  package internal(set) var seen: String?
  /// Whether it held, as far as the log tells; nil when it does not.
  package internal(set) var result: Bool?

  /// The variable it looks at.
  package var variable: String? { kind == .variable && texts.count == 3 ? texts[1] : nil }

  /// What it comes to with the value that was seen; nil where none was.
  var outcome: Bool? {
    guard let variable, let seen, texts[2] != Secrets.mask, seen != Secrets.mask,
      let comparison = Comparison.allCases.first(where: {
        $0.rawValue.lowercased() == texts[0].lowercased()
      })
    else { return nil }
    switch VariableTest(variable, comparison, texts[2]).truth(of: seen) {
    case .yes: return true
    case .no: return false
    case .unknown: return nil
    }
  }
}
