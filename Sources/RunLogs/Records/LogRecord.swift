/// One record of a log, as places in its bytes.
struct LogRecord: Equatable {
  /// What it says, line breaks within and all.
  var message: Range<Int>
  /// Who says it; empty where that is lost.
  var component: Range<Int>
  var time: LogTime?
  /// The line of the file it begins on, from 1.
  var line: Int
}

extension LogBytes {
  /// Whether a record was written by the engine that runs the sequence, and not by a tool it started.
  ///
  /// Tools print “Process completed with exit code” too; only these two speak for the engine.
  func isOfEngine(_ record: LogRecord) -> Bool {
    isSame(record.component, as: "TSManager") || isSame(record.component, as: "TSMBootstrap")
  }
}
