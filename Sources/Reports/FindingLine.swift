import Checks
import ObjectCatalog
import References
import Screen
import TaskSequence

/// A finding as a line of a report.
package struct FindingLine: Encodable, Sendable {
  let rule: String
  let name: String
  let severity: Severity
  let file: String
  let line: Int
  let column: Int
  let path: String
  let number: Int?
  let object: String?
  let message: String

  private enum CodingKeys: String, CodingKey {
    case rule, name, severity, file, line, column, path, number, object, message
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(rule, forKey: .rule)
    try values.encode(name, forKey: .name)
    try values.encode(severity.rawValue, forKey: .severity)
    try values.encode(file, forKey: .file)
    try values.encode(line, forKey: .line)
    try values.encode(column, forKey: .column)
    try values.encode(path, forKey: .path)
    try values.encodeIfPresent(number, forKey: .number)
    try values.encodeIfPresent(object, forKey: .object)
    try values.encode(message, forKey: .message)
  }

  /// The line of a finding.
  init(
    _ finding: Finding, at site: FindingSite, _ entry: NamedSequence, _ check: ReferenceCheck
  ) {
    rule = finding.rule
    name = Rule.named(finding.rule)?.name ?? ""
    severity = finding.severity
    file = Printable.line(entry.path)
    (line, column) = site.position ?? (0, 0)
    path = site.path.map { Printable.line("\($0)") } ?? ""
    number = site.number
    object = finding.objects.first.map { object in
      switch object {
      case .reference(let reference): Printable.line(reference.id)
      case .variable(let name): Printable.line(name)
      }
    }
    let guess = finding.references.first { $0.status == .unresolved }.flatMap {
      check.guesses(for: $0, in: entry.document, count: 1).first
    }
    let closest = guess.map { "; closest: \($0.words)" } ?? ""
    message = Printable.line(finding.message + closest)
  }

  /// Whether it is more than advice.
  package var isFault: Bool { severity != .note }

  /// The line for people.
  package var text: String {
    let place = line > 0 ? ":\(line):\(column)" : ""
    let step = path.isEmpty ? "the sequence" : path
    return "\(file)\(place): \(step): \(severity) \(rule) \(message)"
  }
}
