import Screen
package import TemplateCatalog

/// Templates of sequences, each with what it asks for.
package struct TemplateReport: LineReport {
  private let templates: [SequenceTemplate]

  /// Describes some templates.
  package init(_ templates: [SequenceTemplate]) { self.templates = templates }

  package var lines: [String] { templates.flatMap(Self.lines) }

  private static func lines(about template: SequenceTemplate) -> [String] {
    ["\(template.name.padded(to: 14))\(template.label): \(template.about)"]
      + template.questions.map(line)
  }

  private static func line(about question: SequenceTemplate.Question) -> String {
    let kind =
      switch question.kind {
      case .flag: " yes or no"
      case .choice(let choices): " " + choices.joined(separator: " or ")
      case .objects: " several, with ; between"
      case .text, .secret, .object: ""
      }
    let usual = question.usual.isEmpty ? "" : " [\(question.usual)]"
    let with = question.condition.map { " with \($0)" } ?? ""
    let need = question.isRequired && question.usual.isEmpty ? " (needed\(with))" : ""
    return "  \(question.key.padded(to: 16))\(question.label)\(kind)\(usual)\(need)"
  }
}
