/// How much a finding matters.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Advice, or something to know.
  case note
  /// Likely not what was meant.
  case warning
  /// Wrong, provably or by the documentation.
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    let order = allCases
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }
}
