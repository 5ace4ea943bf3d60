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

  /// The value as it may be shown.
  var covered: LoggedValue {
    LoggedValue(name: name, value: LogSecrets.shown(value, of: name), time: time)
  }
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

  /// The same without secrets that stand elsewhere in the log.
  func covering(_ secrets: SecretValues) -> LogLine {
    LogLine(number: number, time: time, component: component, text: secrets.covered(text))
  }
}
