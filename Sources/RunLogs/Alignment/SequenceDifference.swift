import Basics

/// How the sequence a log is of differs from another one: what was added, taken out and renamed since.
///
/// Names that stand once in both are the anchors, in the longest order both share; from there equal
/// names are followed in both directions. What is left between two of them was added, taken out or
/// renamed. Costs n log n.
package struct SequenceDifference: Sendable {
  package enum Change: Equatable, Sendable {
    /// The sequence has a node the log's had not.
    case added(row: Int)
    /// The log has a node the sequence has no more.
    case removed(number: Int, name: String)
    case renamed(row: Int, number: Int, name: String)
    /// So many instructions of the log, behind a number, became so many others, and the log does not
    /// say which.
    case changed(after: Int, log: Int, here: Int)
  }

  package private(set) var changes: [Change] = []
  /// How many names the log has at its numbers, and of how many the sequence has the same.
  package private(set) var named = 0
  package private(set) var matched = 0
  private var slots: [Int: RunTable.Slot] = [:]

  /// What of the sequence a number of the log is; nil where it has nothing of the kind.
  func slot(of number: Int) -> RunTable.Slot? { slots[number] }

  /// Whether so little is the same that the log is of another sequence.
  package var isOfAnother: Bool { named > 0 && matched * 2 < named }

  /// A name at a number, and whether it is the end of a group.
  private struct Item: Hashable {
    let name: String
    let isEnd: Bool
  }

  init(_ run: LogRun, _ table: RunTable) {
    var log: [(number: Int, item: Item)] = []
    var seen: Set<Int> = []
    for visit in run.visits {
      let isEnd = visit.outcome == .completed
      guard let number = isEnd ? visit.end : visit.number, seen.insert(number).inserted else {
        continue
      }
      log.append((number, Item(name: Self.plain(visit.name), isEnd: isEnd)))
    }
    log.sort { $0.number < $1.number }
    let here: [Item?] = (0..<table.count).map { number in
      table.slot(number).map {
        Item(name: Self.plain(table.name($0.row)), isEnd: $0.isEnd)
      }
    }
    named = log.count
    let pairs = Self.pairs(log, here)
    matched = pairs.count
    for (number, place) in pairs { slots[number] = table.slot(place) }
    compare(log, pairs, run, table)
  }

  private static func plain(_ name: String) -> String { String(name.trimming { $0 == " " }) }

  // MARK: What is the same

  /// The numbers of the log and the places of the sequence that are the same, in order.
  private static func pairs(_ log: [(number: Int, item: Item)], _ here: [Item?]) -> [(Int, Int)] {
    var places: [Item: Int?] = [:]
    for (place, item) in here.enumerated() {
      guard let item else { continue }
      places.updateValue(places[item] == nil ? place : nil, forKey: item)
    }
    var counts: [Item: Int] = [:]
    for (_, item) in log { counts[item, default: 0] += 1 }
    let anchors = log.indices.compactMap { index -> (Int, Int)? in
      guard counts[log[index].item] == 1, let place = places[log[index].item] ?? nil else {
        return nil
      }
      return (index, place)
    }
    var pairs: [Int: Int] = [:]
    for (index, place) in longestRise(anchors) { pairs[index] = place }
    follow(log, here, &pairs, forward: true)
    follow(log, here, &pairs, forward: false)
    return pairs.sorted { $0.key < $1.key }.map { (log[$0.key].number, $0.value) }
  }

  /// Follows equal names from what is the same to what stands beside it.
  private static func follow(
    _ log: [(number: Int, item: Item)], _ here: [Item?], _ pairs: inout [Int: Int], forward: Bool
  ) {
    let order = forward ? Array(log.indices) : log.indices.reversed()
    // The places beyond which there is something else already, seen from the other side.
    var limits = [Int](repeating: forward ? here.count : -1, count: log.count)
    var limit = forward ? here.count : -1
    for index in order.reversed() {
      limits[index] = limit
      if let place = pairs[index] { limit = place }
    }
    var last: (number: Int, place: Int)? = forward ? (-1, -1) : nil
    for index in order {
      let number = log[index].number
      if let place = pairs[index] {
        last = (number, place)
        continue
      }
      guard let known = last else { continue }
      let place = known.place + number - known.number
      let isFree = forward ? place < limits[index] : place > limits[index]
      if isFree, here.indices.contains(place), here[place] == log[index].item {
        pairs[index] = place
        last = (number, place)
      }
    }
  }

  /// The longest run of pairs in which both sides rise.
  private static func longestRise(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
      let place = ends.partitioningIndex { $0 >= 0 && pairs[$0].1 >= pairs[index].1 }
      before[index] = place > 0 ? ends[place - 1] : nil
      if place == ends.count { ends.append(index) } else { ends[place] = index }
    }
    var rise: [(Int, Int)] = []
    var next = ends.last
    while let index = next {
      rise.append(pairs[index])
      next = before[index]
    }
    return rise.reversed()
  }

  // MARK: What is not

  private mutating func compare(
    _ log: [(number: Int, item: Item)], _ pairs: [(Int, Int)], _ run: LogRun,
    _ table: RunTable
  ) {
    var others = log.filter { slots[$0.number] == nil }[...]
    var last = (number: -1, place: -1)
    // Behind the last pair the sizes tell, where both are known.
    let ends = run.tableSize.flatMap { size in table.size.map { [(size, $0)] } } ?? []
    for (number, place) in pairs + ends {
      let inside = others.prefix { $0.number < number }
      others = others.dropFirst(inside.count)
      gap(
        Array(inside), last.number + 1..<max(number, last.number + 1),
        last.place + 1..<max(place, last.place + 1), table)
      last = (number, place)
    }
    for (number, item) in others where !item.isEnd {
      changes.append(.removed(number: number, name: item.name))
    }
  }

  private mutating func gap(
    _ items: [(number: Int, item: Item)], _ numbers: Range<Int>, _ places: Range<Int>,
    _ table: RunTable
  ) {
    guard !items.isEmpty || numbers.count != places.count else { return }
    var taken: Set<Int> = []
    var unpaired = items
    unpaired.removeAll { number, item in
      let place = places.lowerBound + number - numbers.lowerBound
      guard places.contains(place), let slot = table.slot(place), slot.isEnd == item.isEnd,
        !taken.contains(place)
      else { return false }
      taken.insert(place)
      slots[number] = slot
      if !slot.isEnd {
        changes.append(.renamed(row: slot.row, number: number, name: item.name))
      }
      return true
    }
    let free = places.filter { !taken.contains($0) }
    let unseen = numbers.count - items.count
    for (number, item) in unpaired where !item.isEnd {
      changes.append(.removed(number: number, name: item.name))
    }
    if unseen == 0 {
      for place in free {
        if let slot = table.slot(place), !slot.isEnd { changes.append(.added(row: slot.row)) }
      }
    } else if unseen != free.count {
      changes.append(.changed(after: numbers.lowerBound - 1, log: unseen, here: free.count))
    }
  }
}
