import Containers
import Operations
import Storage
import TaskSequence
import Widgets
import Workspace

/// Putting the steps and groups of another file into the sequence.
enum Inserting {
  /// Asks for the file.
  static func ask(_ state: inout EditorState) -> [Effect] {
    let id = state.file.id
    Ask.line(&state, "Insert from", "", completes: .path) { state, typed in
      typed.isEmpty ? [] : [.readNodes(id, path: state.setup.path(typed))]
    }
    return []
  }

  /// Puts in what a file holds, or says why there is nothing.
  static func take(
    _ state: inout EditorState, _ path: String, _ result: Result<LooseNodes, OpenFailure>
  ) -> [Effect] {
    switch result {
    case .success(let nodes): insert(&state, nodes)
    case .failure(let failure): state.say("\(path): \(failure.sentence).", .error)
    }
    return []
  }

  /// Offers to put in what was opened as a file and is no sequence.
  static func offer(_ state: inout EditorState, _ path: String, _ nodes: LooseNodes) {
    let name = Path.name(of: path)
    guard Refusals.readOnly(state) == nil else {
      return state.say(
        "“\(name)” is \(nodes.words) without a sequence around it, to be put into one.", .warning)
    }
    state.open(
      QuestionLayer(
        title: "“\(name)” holds no sequence",
        lines: ["It is \(nodes.words), to be put into one."],
        choices: [
          .init(key: "i", label: "insert it into “\(state.file.title)”") { state in
            insert(&state, nodes)
            return []
          }
        ]))
  }

  private static func insert(_ state: inout EditorState, _ nodes: LooseNodes) {
    if let reason = Refusals.readOnly(state) { return state.say(reason.asSentence, .warning) }
    let place = state.file.destination
    state.perform { (chain) throws(Refusal) in
      try chain.apply(AddXML(nodes.xml, from: nodes.origin, chain.place(place)))
    }
  }
}
