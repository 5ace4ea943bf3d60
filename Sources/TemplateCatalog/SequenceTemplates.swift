import Embedded

/// The templates that come with the program.
package enum SequenceTemplates {
  /// Every template, Configuration Manager's first; read when it is first asked for.
  package static let all = TemplateReader(text).templates

  /// The template of that name.
  package static func named(_ name: String) -> SequenceTemplate? { all.first { $0.name == name } }

  /// The text they are read from.
  static var text: String { EmbeddedFile.text(of: "Templates/templates.txt") ?? "" }
}
