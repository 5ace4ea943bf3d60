package import TaskSequence

/// An event of a run, lined up with the sequence by its number.
package struct AlignedEvent: Sendable {
  /// The number of the start; nil where neither log nor sequence tells it.
  package let at: Int?
  /// What the sequence has there; what the log calls it where the sequence has nothing, or where only a
  /// child sequence in another file has it.
  package let node: String?
  /// The place of the node among the rows of the table; nil where the sequence has none there.
  package let row: Int?
  package let path: NodePath?
  package let outcome: LogOutcome
  /// The number of the end of a group that ended.
  package internal(set) var endAt: Int?
  /// What the log has at that number, where it is something else.
  package internal(set) var logName: String?
  /// The place of what the run tells of it among the visits.
  package let visit: Int
}
