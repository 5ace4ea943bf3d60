import TaskSequence
import XMLTree

extension OpenFile {
  /// The file its journal is about.
  package var journalPath: String? { path ?? origin }

  /// Goes on with another history.
  mutating func adopt(_ history: History, focus: NodeID?) {
    self.history = history
    recorded = nil
    outline = Outline(history.document)
    look()
    if let focus { outline.reveal(focus, in: history.document) }
  }
}
