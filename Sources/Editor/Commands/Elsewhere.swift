import Widgets

/// What people look for in the list of commands and is done elsewhere: a sentence says where.
enum Elsewhere {
  /// What is looked for, its other names, and what there is.
  static let all: [(title: String, phrases: [String], sentence: String)] = [
    (
      "Print an outline", ["print", "outline", "report", "documentation of the sequence"],
      "in the shell, “tsedit show FILE” prints all steps with their conditions"
    ),
    (
      "Export", ["export task sequence", "export to excel", "csv", "json"],
      """
      in the shell, “tsedit show”, “refs”, “vars” and “check” write JSON with --format json; only the \
      site makes a zip
      """
    ),
    (
      "Deploy", ["deployment", "run now", "distribute content"],
      "this program edits files; the site deploys what it has imported"
    ),
  ]

  /// Rows that say it; nothing else comes of choosing one.
  static var items: [PickerLayer.Item] {
    all.map { entry in
      PickerLayer.Item(
        title: entry.title, phrases: entry.phrases, section: "Elsewhere", refusal: entry.sentence
      ) { _ in [] }
    }
  }
}
