/// What makes a step restart the computer.
package struct StepRestart: Equatable, Sendable {
  package enum Cause: Equatable, Sendable {
    case always
    /// What it installs decides.
    case sometimes
    /// An exit code asks for it.
    case code(Int)
  }

  package var cause: Cause
  /// What must hold besides.
  package var tests: [FieldTest]

  /// Reads a line of the catalogue.
  init?(_ parts: [Substring]) {
    switch parts.first {
    case "always": cause = .always
    case "sometimes": cause = .sometimes
    case let word?:
      guard let code = Int(word) else { return nil }
      cause = .code(code)
    case nil: return nil
    }
    tests = parts.dropFirst().map { FieldTest($0) }
  }
}

extension StepType {
  /// What makes a step with these values restart the computer; nothing for most.
  package func restarts(given value: (String) -> String?) -> [StepRestart.Cause] {
    restarts.filter { firstFailing(of: $0.tests, given: value) == nil }.map(\.cause)
  }
}
