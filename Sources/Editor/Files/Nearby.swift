import StepCatalog
import Storage
import TaskSequence
import Widgets
import Workspace

/// Opening sequences that belong to the one on the screen: of its share, those it runs, those that run
/// it, and those opened before.
enum Nearby {
  static func look(_ state: inout EditorState, for wish: NearbyWish) -> [Effect] {
    [.lookAround(state.fileID, path: state.file.path, wish)]
  }

  /// The id of the sequence that the focused step runs; nil when it runs none.
  static func child(_ state: EditorState) -> String? {
    let node = state.file.focus
    guard node.kind == .childSequence else { return nil }
    return StepReading(node, in: state.file.document.dialect).values.first {
      $0.field?.kind == .reference(.taskSequence) && !$0.text.isEmpty
    }?.text
  }

  /// Goes on with what was found around the file.
  static func take(
    _ state: inout EditorState, _ found: [NearbySequence], for wish: NearbyWish
  ) -> [Effect] {
    switch wish {
    case .any:
      let own = state.file.path.map(Path.absolute)
      choose(
        &state, found.filter { $0.path != own }, "Open a sequence",
        nothing: "No other sequence is known around here.")
    case .child(let id):
      let child = found.first { $0.id.lowercased() == id.lowercased() }
      guard let child else {
        state.say(
          "The sequence \(id) is not beside this file, nor in its export; open its file to see it.",
          .warning)
        return []
      }
      let step = Jumps.Place(file: state.fileID, node: state.file.focus.id)
      state.call = (step, child.path)
      return [.read(path: child.path)]
    case .parents(let id):
      let parents = found.filter { sequence in
        sequence.children.contains { $0.lowercased() == id.lowercased() }
      }
      choose(&state, parents, "Run this sequence", nothing: "Nothing around here runs \(id).")
    }
    return []
  }

  private static func choose(
    _ state: inout EditorState, _ found: [NearbySequence], _ title: String, nothing: String
  ) {
    guard !found.isEmpty else { return state.say(nothing) }
    let sorted = found.sorted { $0.origin.rawValue < $1.origin.rawValue }
    // Every share calls its sequences ts.xml, every export object.xml.
    let titles = FileTitles.titles(of: sorted.map { ($0.name, $0.path) })
    let items = zip(sorted, titles).map { sequence, title in
      PickerLayer.Item(
        title: title, detail: sequence.id.isEmpty ? sequence.path : sequence.id,
        synonyms: sequence.path, section: sequence.origin.words
      ) { _ in [.read(path: sequence.path)] }
    }
    state.open(PickerLayer(title: title, items: items))
  }
}

extension NearbySequence.Origin {
  fileprivate var words: String {
    switch self {
    case .share: "In this share"
    case .beside: "Beside this file"
    case .recent: "Opened before"
    }
  }
}
