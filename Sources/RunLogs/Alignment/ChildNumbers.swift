import DryRun
import TaskSequence

/// What a run tells of the numbers of child sequences, whose own nodes stand in other files.
struct ChildNumbers {
  private let run: LogRun
  /// The numbers the log tells of, in order.
  private let numbers: [Int]
  /// The ends it tells of, by starts.
  private var ends: [Int: Int] = [:]
  /// The starts that were skipped: the log goes on behind their ends.
  private let skipped: Set<Int>

  init(_ run: LogRun) {
    self.run = run
    numbers = Set(run.visits.flatMap { [$0.number, $0.end].compactMap(\.self) }).sorted()
    skipped = Set(run.visits.filter { $0.outcome?.isSkip == true }.compactMap(\.number))
    for visit in run.visits {
      if let start = visit.start, let end = visit.end { ends[start] = end }
    }
  }

  /// The number of the end of a group or child sequence that starts at a number; nil where the log does
  /// not tell.
  func end(at start: Int) -> Int? {
    if let end = ends[start] { return end }
    guard skipped.contains(start) else { return nil }
    let place = numbers.partitioningIndex { $0 > start }
    return place < numbers.count ? numbers[place] - 1 : nil
  }

  /// How many numbers the one child sequence of unknown size takes: what the log says of the whole less
  /// what all others take.
  func rest(of table: RunTable) -> (row: Int, count: Int)? {
    guard let size = run.tableSize else { return nil }
    var (unknown, taken): (Int?, Int) = (nil, 0)
    for row in table.rows {
      if table.instructions.gaps[row] == nil {
        taken += table.isOpen(row) ? 2 : 1
      } else if let start = table.start(row), let end = table.end(row) {
        taken += end - start + 1
      } else if unknown == nil {
        unknown = row
      } else {
        return nil
      }
    }
    return unknown.flatMap { size - taken >= 2 ? ($0, size - taken) : nil }
  }
}

extension Array where Element == Int {
  /// The place of the first element from which on a statement holds of all.
  func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
