import StepCatalog
import TaskSequence
import Widgets

/// What other programs get of a copy: everything but the secrets, and these where that is asked for.
enum Copying {
  /// Puts a text on the system's clipboard as it may be shown, and says so where that is not all.
  static func put(_ state: inout EditorState, shown: String, clear: String) -> [Effect] {
    if shown != clear, let said = state.message?.text {
      state.say("\(said) For other programs its secrets are dots.")
    }
    return [.copy(Array(shown.utf8))]
  }

  /// Asks before a text with secrets in clear goes where every program reads it.
  static func askForClear(_ state: inout EditorState, _ title: String, _ clear: String) {
    state.open(
      QuestionLayer(
        title: "Copy secrets in clear?",
        lines: ["Every program can read what is on the clipboard."],
        choices: [
          .init(key: "c", label: "copy it in clear", risk: .some) { state in
            state.say("Copied \(title.lowercased()) with its secrets in clear.")
            return [.copy(Array(clear.utf8))]
          }
        ]))
  }

  /// A text that came from elsewhere without its secrets: what stands in their place is taken out.
  static func withoutDots(_ text: String) -> String? {
    text.contains(Secrets.mask) ? text.replacing(Secrets.mask, with: "") : nil
  }
}
