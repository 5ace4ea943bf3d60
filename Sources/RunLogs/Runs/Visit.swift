/// One time a log tells of an instruction: what was done there and what became of it.
package struct Visit: Sendable {
  /// What the log calls the step or group.
  package internal(set) var name: String
  /// The number of the instruction; nil where the log lost the line that says it.
  package internal(set) var number: Int?
  /// The step's type, where the log says it; empty for a group.
  package internal(set) var type: String?
  package internal(set) var isGroup: Bool?
  /// What became of it; nil where the log does not say.
  package internal(set) var outcome: LogOutcome?
  /// The exit code, from 0 to 2^32-1, whatever sign the log gave it.
  package internal(set) var code: Int?
  /// The words the log has for a failure.
  package internal(set) var words = ""
  /// What its condition looked at.
  package internal(set) var tests: [SeenTest] = []
  /// Whether the log begins in the middle of it.
  package internal(set) var isPartial = false
  /// For the closing event of a group: the number of its start, and of its end.
  package internal(set) var start: Int?
  package internal(set) var end: Int?
  /// For a restart: whether the same step runs again, where it goes on, and where it leads.
  package internal(set) var isRetry = false
  package internal(set) var resumeAt: Int?
  package internal(set) var target: String?
  package internal(set) var began: LogTime?
  package internal(set) var ended: LogTime?
  /// The file it stands in, by its place among those read, and the lines.
  package internal(set) var file: Int
  package internal(set) var lines: ClosedRange<Int>
  /// What its script said it set.
  var sets: [LoggedValue] = []
  /// The records around a failure.
  package internal(set) var excerpt: [LogLine] = []

  init(_ name: String, _ number: Int?, at place: EventPlace) {
    self.name = name
    self.number = number
    began = place.time
    file = place.file
    lines = place.line...place.line
  }

  /// How long it took, in milliseconds; nil where the log does not say.
  package var milliseconds: Int? {
    guard let began, let ended else { return nil }
    return ended.since(began)
  }

  mutating func reach(_ place: EventPlace) {
    ended = place.time ?? ended
    if place.file == file, place.line > lines.upperBound { lines = lines.lowerBound...place.line }
  }
}

/// Where an event stands.
struct EventPlace {
  let file: Int
  let line: Int
  let time: LogTime?
}
