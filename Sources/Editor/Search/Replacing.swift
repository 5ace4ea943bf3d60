import Operations
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
      changes = try ReplaceText.changes(
        replacement, in: state.file.document, of: marks.isEmpty ? nil : marks)
    } catch {
      notes.append(error.reason.asSentence)
    }
    let label = "Replaced “\(replacement.find)” with “\(replacement.with)”"
    let whole = ReplaceText(
      replacement, of: marks.isEmpty ? nil : state.file.document.paths(of: marks))
    let count = changes.count
    state.open(
      ReviewLayer(
        title: "“\(replacement.find)” → “\(replacement.with)”", notes: notes,
        choices: Self.words(for: replacement, marks.count), changes: changes,
        in: state.file.document, replacement: replacement,
        accepted: { state, chosen in
          make(&state, chosen, label: label, as: chosen.count == count ? whole : nil)
        }))
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
  ///
  /// - Parameters:
  ///   - whole: What makes them all, where all were chosen.
  ///   - note: What to say besides.
  static func make(
    _ state: inout EditorState, _ changes: [TextChange], label: String, as whole: (any Operation)?,
    note: String? = nil
  ) -> [Effect] {
    guard !changes.isEmpty else {
      state.say("Nothing was chosen; nothing changed.")
      return []
    }
    let made = state.perform(
      whole ?? RewriteTexts(changes, in: state.file.document), label: label + changes.inNodes)
    if let note, let made { state.say("\(made.label). \(note)", .warning) }
    return []
  }
}
