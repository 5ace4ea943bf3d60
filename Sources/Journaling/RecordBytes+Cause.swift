import TaskSequence

/// How a revision came about, at the end of its record: 1 and the lines of operations, or 2 for a
/// file that was read again.
///
/// Versions of the program that do not know it read the record up to there, and their own records end
/// there.
extension RecordWriter {
  mutating func put(_ cause: Revision.Cause) {
    switch cause {
    case .opening, .unknown: break
    case .operations(let lines):
      put(UInt8(1))
      put(lines)
    case .reload: put(UInt8(2))
    }
  }
}

extension RecordReader {
  /// What stands at the end of a record; nil when that makes no sense.
  mutating func cause() -> Revision.Cause? {
    if isAtEnd { return .unknown }
    switch number(UInt8.self) {
    case 1: return texts().map(Revision.Cause.operations)
    case 2: return .reload
    default: return nil
    }
  }
}
