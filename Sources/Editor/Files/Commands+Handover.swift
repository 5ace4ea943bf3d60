import Appearance
import Handover
import Screen
import TaskSequence
import Widgets

extension Commands {
  static let handover: [Command] = [
    Command(
      "file.recipe", "How do I import this?",
      "Show how the file goes back to its site or share, with lines to paste",
      unless: { $0.file.path == nil ? "it is in no file yet" : nil }
    ) { state in
      state.file.path.map { [.recipe(state.file.id, path: $0)] } ?? []
    },
    Command("file.size", "Size", "Show how large the sequence is, and what makes it so") { state in
      let size = SequenceSize(of: state.file.document)
      let parts = size.contributors.prefix(100).map { part in
        let path = state.file.document.path(of: part.node)?.description ?? ""
        let place = path.isEmpty ? "the sequence" : path
        return "\(LargeSequence.words(part.bytes).padded(to: 10))\(place): \(part.part.label)"
      }
      var advice: [String] = []
      for part in size.contributors.prefix(20) where !advice.contains(part.part.advice) {
        advice.append(part.part.advice)
      }
      let head = "\(LargeSequence.words(size.bytes)), \(size.share) % of the 2 MB a site stores."
      state.open(
        ViewerLayer(
          title: "Size of “\(state.file.title)”",
          text: ([head, ""] + advice + [""] + parts).map(Printable.line).joined(separator: "\n")))
      return []
    },
  ]
}

/// Shows a recipe.
enum RecipeWindow {
  static func show(_ state: inout EditorState, _ recipe: Recipe) {
    var lines: [(String, Role)] = []
    for (index, step) in recipe.steps.enumerated() {
      lines.append(("\(index + 1). \(step.title)", .heading))
      lines += step.notes.map { ("   \($0)", .text) }
      lines += step.script.map { ("     \($0)", .dim) } + [("", .text)]
    }
    let script = Array(recipe.script.map { $0 + "\n" }.joined().utf8)
    state.open(
      ViewerLayer(
        title: recipe.title,
        lines: lines.map { [TextPiece(text: Printable.line($0.0), role: $0.1)] },
        hint: "Copy the lines to paste",
        accepted: { state in
          state.say("Copied the lines for Windows PowerShell.")
          return [.copy(script)]
        }))
  }
}
