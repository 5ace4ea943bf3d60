import TaskSequence

/// The steps by which a sequence goes back to where it runs, from the backup before to the way back.
///
/// What is not documented is said as that; nothing was tried at a live site. Facts are those of FACTS.md.
package struct Recipe: Equatable, Sendable {
  /// What it is about.
  package let title: String
  package let steps: [Step]

  /// One of them.
  package struct Step: Equatable, Sendable {
    package let title: String
    /// What to know, each a sentence.
    package let notes: [String]
    /// Lines for Windows PowerShell, ready to paste.
    package let script: [String]

    init(_ title: String, _ notes: [String] = [], _ script: [String] = []) {
      self.title = title
      self.notes = notes
      self.script = script
    }
  }

  /// The lines to paste alone, each step's under its title.
  package var script: [String] {
    ["# \(title)"]
      + steps.enumerated().filter { !$0.element.script.isEmpty }.flatMap { index, step in
        ["", "# \(index + 1). \(step.title)"] + step.script
      }
  }

  init(title: String, _ steps: [Step?]) {
    self.title = title
    self.steps = steps.compactMap(\.self)
  }

  /// The recipe for a file.
  package init(for subject: RecipeSubject) {
    if subject.isExport {
      self = SiteRecipe(subject).recipe
    } else if subject.parts.contains(where: { $0.document.dialect == .configurationManager }) {
      self = TextRecipe(subject).recipe
    } else {
      self = ShareRecipe(subject).recipe
    }
  }
}
