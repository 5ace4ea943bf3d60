package import Handover
import Screen

/// The steps by which a file goes back to where it runs.
package struct RecipeReport: Report, LineReport {
  private let recipe: Recipe

  package init(_ recipe: Recipe) { self.recipe = recipe }

  package static let formats: [Format<RecipeReport>] = [
    .text, Format("markdown") { $0.markdown },
    Format("script") { report in
      report.recipe.script.map { Printable.line($0) + "\n" }.joined()
    },
  ]

  package var lines: [String] {
    [Printable.line(recipe.title)]
      + recipe.steps.enumerated().flatMap { index, step in
        ["", "\(index + 1). \(Printable.line(step.title))"]
          + step.notes.map { "   - \(Printable.line($0))" }
          + (step.script.isEmpty || step.notes.isEmpty ? [] : [""])
          + step.script.map { "     \(Printable.line($0))" }
      }
  }

  private var markdown: String {
    func words(_ text: String) -> String {
      // What stands in a file is no Markdown.
      Printable.line(text).replacing(/[\\`*_\[\]<>#|~]/) { "\\\($0.output)" }
    }
    let parts = recipe.steps.enumerated().map { index, step in
      let notes = step.notes.map { "- \(words($0))\n" }.joined()
      let script =
        step.script.isEmpty
        ? ""
        : "```powershell\n" + step.script.map { Printable.line($0) + "\n" }.joined() + "```\n"
      return "## \(index + 1). \(words(step.title))\n"
        + [notes, script].filter { !$0.isEmpty }.map { "\n\($0)" }.joined()
    }
    return "# \(words(recipe.title))\n\n" + parts.joined(separator: "\n")
  }
}
