import Journaling
import TaskSequence

/// What of a history was written down; where the cursor walks after an edit is not worth a write.
struct RecordMark: Equatable, Sendable {
  var count: Int
  var current: Int
  var saved: Int?
}

extension OpenFile {
  /// The effect that writes down what its journal does not know yet; nil when that is nothing.
  mutating func recording() -> Effect? {
    guard journalPath != nil, history.revisions.count > 1 || history.isModified else { return nil }
    let mark = RecordMark(
      count: history.revisions.count, current: history.current, saved: history.saved)
    guard mark != recorded else { return nil }
    recorded = mark
    return .record(id)
  }
}
