import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Replacing a text everywhere.
enum Replacing {
  static func ask(_ state: inout EditorState) -> [Effect] {
    Ask.line(&state, "Replace", state.file.search.query) { state, find in
      guard !find.isEmpty else { return [] }
      Ask.line(&state, "Replace “\(find)” with", find) { state, with in
        review(&state, Replacement(find: find, with: with))
        return []
      }
      return []
    }
    return []
  }

  /// Shows what a replacement changes: in the marked nodes when there are any, else everywhere.
  static func review(_ state: inout EditorState, _ replacement: Replacement) {
    let marks = state.file.outline.marks
    var changes: [TextChange] = []
    var notes: [String] = []
    do throws(Refusal) {
      changes = try replacement.changes(
        in: state.file.document, of: marks.isEmpty ? nil : marks, unless: Self.isUnreadable)
    } catch {
      notes.append(error.reason.asSentence)
    }
    let label = "Replaced “\(replacement.find)” with “\(replacement.with)”"
    state.open(
      ReviewLayer(
        title: "“\(replacement.find)” → “\(replacement.with)”", notes: notes,
        choices: Self.words(for: replacement, marks.count), changes: changes,
        replacement: replacement,
        accepted: { state, changes in make(&state, changes, label: label) }))
  }

  private static func words(for replacement: Replacement, _ marks: Int) -> String {
    var words = [
      replacement.scope == .everything ? "Everywhere" : "In \(replacement.scope) alone",
      replacement.isPattern ? "regular expression" : "plain text",
      replacement.matchesCase ? "capitals count" : "capitals do not count",
    ]
    if marks > 0 { words[0] += " in the \(marks) marked" }
    return words.joined(separator: " · ")
  }

  /// Makes reviewed changes, as one edit.
  static func make(_ state: inout EditorState, _ changes: [TextChange], label: String) -> [Effect] {
    guard !changes.isEmpty else {
      state.say("Nothing was chosen; nothing changed.")
      return []
    }
    let knowledge = state.setup.knowledge
    let count = Set(changes.map(\.place.node.id)).count
    state.perform { document, _ throws(Refusal) in
      try document.making(
        changes, label: "\(label) in \(count == 1 ? "1 node" : "\(count) nodes")",
        knowing: knowledge)
    }
    return []
  }

  /// What is not shown, and scripts, which are written in base64.
  private static func isUnreadable(_ place: TextPlace) -> Bool {
    if case .variable(let name) = place.kind, name.hasSuffix("SourceScript") { return true }
    return place.shownText != place.text
  }
}
