import StepCatalog
import TaskSequence

/// What of a log is never shown: values of variables whose names mean a secret, and secrets in texts.
enum LogSecrets {
  /// The value of a variable as it may be shown.
  static func shown(_ value: String, of name: String) -> String {
    if Secrets.isSecret(name), Secrets.isWorthHiding(value) { return Secrets.mask }
    return SecretText.covered(value)
  }

  /// A text as it may be shown.
  static func shown(_ text: String) -> String {
    guard let equals = text.firstIndex(of: "="), let name = name(before: equals, in: text),
      Secrets.isSecret(name)
    else { return SecretText.covered(text) }
    return text[...equals] + Secrets.mask
  }

  /// The variable of which a line gives the value behind `=`.
  private static func name(before equals: String.Index, in text: String) -> String? {
    text[..<equals].split(separator: " ").last { $0 != "now" && $0 != "is" }.map(String.init)
  }
}
