import TaskSequence
import Widgets
import XMLTree

/// A sequence that is larger than a site takes.
///
/// Configuration Manager stores at most 2 MB of a sequence: its editor, an import and scripts are refused
/// above it (Microsoft's article on reducing the size of task sequence policy).
enum LargeSequence {
  private static let limit = 2 * 1024 * 1024

  static func isTooLarge(_ document: SequenceDocument) -> Bool {
    document.dialect == .configurationManager
      && document.sequence.element.serialized().count > limit
  }

  /// Asks once a session whether it is to be saved all the same.
  static func ask(_ state: inout EditorState, then goOn: @escaping LayerAction) {
    let tenths = state.file.document.sequence.element.serialized().count * 10 / (1024 * 1024)
    state.open(
      QuestionLayer(
        title: "The sequence has \(tenths / 10).\(tenths % 10) MB",
        lines: ["Configuration Manager takes no sequence of more than 2 MB."],
        choices: [
          .init(
            key: "s", label: "save it all the same", risk: .some,
            action: { state in
              state.file.maySaveLarge = true
              return goOn(&state)
            })
        ]))
  }
}
