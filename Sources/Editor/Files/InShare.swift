import Appearance
import ObjectCatalog
import Screen
import TaskSequence
import Widgets

/// A new sequence of MDT goes into a deployment share: where, and what the Workbench needs then.
enum InShare {
  /// The place a file is offered to be saved at: for a new one of MDT a folder of the share another open
  /// file is in, or was found in.
  static func place(_ state: EditorState) -> String? {
    guard state.file.path == nil, state.file.document.dialect == .mdt,
      let other = state.files.lazy.compactMap({ $0.path.flatMap(ShareEntry.init) }).first
    else { return nil }
    let known = state.file.around.all(.taskSequence).map(\.id)
    let open = state.files.compactMap { $0.path.flatMap(ShareEntry.init)?.id }
    return other.path(of: ShareEntry.freeID(besides: known + open))
  }

  /// Shows the entry that the share's list lacks, after the first save of a sequence there.
  static func tell(_ state: inout EditorState, _ path: String) {
    guard let entry = ShareEntry(of: path), state.file.document.dialect == .mdt,
      !state.file.around.all(.taskSequence).contains(where: {
        $0.id.lowercased() == entry.id.lowercased()
      })
    else { return }
    let element = entry.element(name: state.file.document.name ?? entry.id)
    let reason = WordWrap.lines(
      of:
        "The Workbench lists a sequence only when TaskSequences.xml does, and this one is not in it.",
      width: max(20, min(state.size.width - 6, 96)), limit: 6)
    let lines: [(String, Role)] =
      reason.map { ($0, .text) } + [
        ("", .text), ("Into \(entry.control)/TaskSequences.xml, before </tss>:", .text),
        (element, .diffAdded), ("", .text),
        (
          "Into \(entry.control)/TaskSequenceGroups.xml, behind the Name of the group “default”:",
          .text
        ),
        (entry.member, .diffAdded), ("", .text),
        ("Enter copies the first; the numbers in braces are the same in both.", .text),
      ]
    state.open(
      ViewerLayer(
        title: "“\(entry.id)” is saved, but the Workbench does not know it",
        lines: lines.map { [TextPiece(text: $0.0, role: $0.1)] }, hint: "Copy entry",
        accepted: { state in
          state.say("Copied the entry for TaskSequences.xml.")
          return [.copy(Array(element.utf8))]
        }))
  }
}
