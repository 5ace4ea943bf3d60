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
    let possible = Self.possible(changes, in: state.file.document)
    if let reason = possible.reason {
      let count = changes.count - possible.changes.count
      guard !possible.changes.isEmpty else { return state.say(reason.asSentence, .warning) }
      let places = count == 1 ? "1 more place" : "\(count) more places"
      notes.append("\(places) cannot take it: \(reason).")
      changes = possible.changes
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
          let isAll = chosen.count == count && possible.reason == nil
          return make(&state, chosen, label: label, as: isAll ? whole : nil)
        }))
  }

  /// How many changes are tried one by one where together they are refused.
  private static let limit = 1000

  /// The changes that a step can take, and why others cannot be made; nil where all can.
  private static func possible(_ changes: [TextChange], in document: SequenceDocument)
    -> (changes: [TextChange], reason: String?)
  {
    func refusal(of changes: [TextChange]) -> String? {
      do throws(Refusal) {
        _ = try document.applying(RewriteTexts(changes, in: document))
        return nil
      } catch { return error.reason }
    }
    guard changes.count <= limit, let reason = refusal(of: changes) else { return (changes, nil) }
    let nodes = Dictionary(grouping: changes, by: \.place.node.id)
    let whole = Set(nodes.filter { refusal(of: $1) == nil }.keys)
    let fitting = changes.filter { change in
      whole.contains(change.place.node.id) || refusal(of: [change]) == nil
    }
    return fitting.count == changes.count ? (changes, nil) : (fitting, reason)
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
