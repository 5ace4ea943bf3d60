/// Something the engine said, when, and on which line of its file.
struct LogEvent: Sendable {
  let what: EngineLine
  let time: LogTime?
  let line: Int
}

/// A value a script of MDT said a variable has.
struct LoggedValue: Equatable, Sendable {
  let name: String
  let value: String
  let time: LogTime?
}

/// A record as it is shown around a failure.
package struct LogLine: Equatable, Sendable {
  /// The line of the file, from 1.
  package let number: Int
  package let time: LogTime?
  /// Who wrote it.
  package let component: String
  /// What it says, on one line, cut where it is long.
  package let text: String
}
