/// Puts the files of a log that was rolled over into the order in which they were written.
///
/// Names are not looked at: `smsts.log` may be the first or the last. Times are of the machine's clock,
/// which is the same one across a restart while the bias is not; where the biases of files differ, and
/// the numbers of the instructions contradict the clock, the time in UTC is tried.
struct LogOrder {
  private(set) var files: [LogDigest]
  private(set) var copies: [(name: String, of: String)] = []

  init(_ digests: [LogDigest]) {
    files = []
    // A log is copied to the next disk and written on there: the longest is the whole.
    for digest in digests.sorted(by: { $0.records > $1.records }) {
      if let whole = files.first(where: { $0.begins(as: digest) }) {
        copies.append((digest.name, whole.name))
      } else {
        files.append(digest)
      }
    }
    let places = Dictionary(
      digests.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    files.sort { places[$0.name, default: 0] < places[$1.name, default: 0] }
    let byClock = Self.sorted(files, by: \.local)
    let byUniversal = Self.sorted(files, by: \.universal)
    files = Self.breaks(in: byUniversal) < Self.breaks(in: byClock) ? byUniversal : byClock
  }

  private static func sorted(
    _ files: [LogDigest], by key: (LogTime) -> Int
  ) -> [LogDigest] {
    // Files without any time stay where they were named, behind the one before them.
    var last = Int.min
    let keyed = files.enumerated().map { place, file in
      last = file.first.map(key) ?? last
      return (key: last, place, file)
    }
    return keyed.sorted { ($0.key, $0.1) < ($1.key, $1.1) }.map(\.2)
  }

  /// How often a file does not go on where the one before it stopped; the first is to begin a run.
  private static func breaks(in files: [LogDigest]) -> Int {
    let isCut = files.lazy.compactMap(\.firstNumber).first.map { $0 != 0 } ?? false
    return (isCut ? 1 : 0)
      + zip(files, files.dropFirst()).count { before, after in
        guard let last = before.lastNumber, let first = after.firstNumber else { return false }
        return first < last && first != 0
      }
  }
}

extension LogDigest {
  /// Whether all of another file may stand at its beginning.
  fileprivate func begins(as other: LogDigest) -> Bool {
    guard let first, let last, first == other.first, let end = other.last else { return false }
    return head == other.head && end.local <= last.local
  }

  fileprivate var firstNumber: Int? { events.lazy.compactMap(\.number).first }
  fileprivate var lastNumber: Int? { events.lazy.reversed().compactMap(\.number).first }
}

extension LogEvent {
  fileprivate var number: Int? {
    if case .instruction(_, let number, _, _) = what { number } else { nil }
  }
}
