/// How much a finding matters.
package enum Severity: String, Sendable {
  /// Advice, or something to know.
  case note
  /// Likely not what was meant.
  case warning
  /// Wrong, provably or by the documentation.
  case error
}
