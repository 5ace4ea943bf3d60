/// Which values are never shown unasked.
package enum Secrets {
  /// Whether a variable of that name holds a password or a key.
  package static func isSecret(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.contains("password") || lower.contains("productkey") || lower.hasSuffix("pin")
  }
}
