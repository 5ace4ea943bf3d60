import Handover
import TaskSequence
import Widgets
import XMLTree

/// A sequence that is larger than a site takes, or soon will be.
///
/// Configuration Manager stores at most 2 MB of a sequence: its editor, an import and scripts are refused
/// above it (Microsoft's article on reducing the size of task sequence policy).
enum LargeSequence {
  static func isTooLarge(_ document: SequenceDocument) -> Bool {
    document.dialect == .configurationManager && bytes(of: document) > SequenceSize.stored
  }

  /// How much of what a site stores a sequence is, from half of it on; costs nothing.
  static func meter(_ document: SequenceDocument) -> String? {
    let bytes = bytes(of: document)
    guard document.dialect == .configurationManager, bytes * 2 >= SequenceSize.stored else {
      return nil
    }
    return "\(words(bytes)) of 2 MB"
  }

  private static func bytes(of document: SequenceDocument) -> Int {
    document.sequence.element.byteCount
  }

  /// A size as a person reads it.
  static func words(_ bytes: Int) -> String {
    guard bytes >= 1 << 20 else { return bytes < 1024 ? "\(bytes) B" : "\(bytes >> 10) kB" }
    let tenths = bytes * 10 / (1 << 20)
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// Asks once a session whether it is to be saved all the same, and says what makes it large.
  static func ask(_ state: inout EditorState, then goOn: @escaping LayerAction) {
    let document = state.file.document
    let largest = SequenceSize(of: document).contributors.prefix(5).map { part in
      "\(words(part.bytes)): \(document.node(part.node)?.name ?? ""), \(part.part.label)"
    }
    state.open(
      QuestionLayer(
        title: "The sequence has \(words(bytes(of: document)))",
        lines: ["Configuration Manager takes no sequence of more than 2 MB. The largest parts:"]
          + largest,
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
