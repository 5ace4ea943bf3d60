import Basics
import DryRun

/// Nodes by their names, for events whose numbers the log lost.
struct Namesakes {
  private let table: RunTable
  private let run: LogRun
  /// The number of the last event that was found.
  var last: Int?
  private var places: [String: [Int]]?
  /// The next number the log has, at each visit.
  private var next: [Int]?

  init(_ table: RunTable, _ run: LogRun) { (self.table, self.run) = (table, run) }

  /// The node a visit means, by its name: the last step before the next number the log has, or the
  /// innermost group that holds what was found last.
  mutating func nearest(_ name: String, isGroup: Bool, before visit: Int) -> Int? {
    prepare()
    let found = (places ?? [:])[Self.plain(name)] ?? []
    let bound = next?[visit] ?? .max
    let end = found.partitioningIndex { (table.start($0) ?? .max) >= bound }
    for row in found[..<end].reversed().prefix(RunReader.near) where table.isOpen(row) == isGroup {
      guard let start = table.start(row) else { return row }
      if !isGroup { return start >= last ?? 0 ? row : nil }
      guard let last, start <= last else { return row }
      if table.end(row).map({ $0 >= last }) ?? true { return row }
    }
    return nil
  }

  /// What is looked up, made when first something is.
  private mutating func prepare() {
    guard places == nil else { return }
    places = Dictionary(grouping: table.rows) { Self.plain(table.name($0)) }
    var numbers = [Int](repeating: .max, count: run.visits.count)
    var number = Int.max
    for index in run.visits.indices.reversed() {
      number = run.visits[index].end ?? run.visits[index].number ?? number
      numbers[index] = number
    }
    next = numbers
  }

  private static func plain(_ name: String) -> String { String(name.trimming { $0 == " " }) }
}
