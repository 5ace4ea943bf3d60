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

/// The secrets a log says once as such, and that may stand in other lines of it as well.
struct SecretValues {
  private var values: Set<String> = []

  /// Takes the value of a variable, if it is a secret.
  mutating func learn(_ value: String, of name: String) {
    guard Secrets.isSecret(name), Secrets.isWorthHiding(value), value.utf8.count > 3,
      values.count < 100
    else { return }
    values.insert(value)
  }

  /// A text with all of them covered.
  func covered(_ text: String) -> String {
    values.reduce(text) { text, value in
      text.contains(value) ? text.replacing(value, with: Secrets.mask) : text
    }
  }
}
