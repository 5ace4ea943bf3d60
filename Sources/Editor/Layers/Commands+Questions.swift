import Appearance
import Screen
import Widgets

extension Commands {
  /// Keys in a question, besides the letters of its answers.
  static let questions: [Command] = [
    Command(
      "question.accept", "Answer", "Take the answer the bar is on", keys: ["<Enter>", "<Space>"],
      in: [.question]
    ) { state in state.close(state.top?.accepted) },
    Command(
      "question.cancel", "Leave", "Leave the question without an answer", keys: ["<Esc>"],
      in: [.question]
    ) { state in state.close(state.top?.cancelled) },
    Command(
      "question.help", "Help", "Say what the answers mean", keys: ["?", "<F1>"], in: [.question]
    ) { state in
      if let question = state.top as? QuestionLayer { state.open(question.about) }
      return []
    },
    move("question.next", "Next", ["<Tab>", "<Down>", "<Right>"], ["<C-n>"], 1),
    move("question.previous", "Previous", ["<S-Tab>", "<Up>", "<Left>"], ["<C-p>"], -1),
  ]

  private static func move(
    _ id: String, _ title: String, _ keys: [String], _ reflexes: [String], _ count: Int
  ) -> Command {
    Command(id, title, "\(title) answer", keys: keys, reflexes: reflexes, in: [.question]) {
      state in
      state.changeTop { (question: inout QuestionLayer) in question.move(by: count) }
      return []
    }
  }
}
