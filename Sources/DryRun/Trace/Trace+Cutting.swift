extension Trace {
  /// The events between two steps, named by their paths or by names that one node bears.
  ///
  /// From the first event of the one, or of what comes behind where it has none, to the last event of
  /// the other with all that is inside it.
  /// - Throws: for a name that no node bears, or several.
  package func events(from first: String?, to last: String?) throws(SituationFault) -> Range<Int> {
    let names = [first, last].compactMap(\.self)
    guard !names.isEmpty else { return 0..<events.count }
    let places = try StepPlaces(names, in: table)
    var rows: [Int] = []
    for (name, row) in zip(names, places.rows) {
      guard let row else { throw SituationFault(reason: "no node is called '\(name)'") }
      rows.append(row)
    }
    var start = 0
    if first != nil, let row = rows.first {
      start =
        events.firstIndex { $0.row == row } ?? events.firstIndex { $0.row > row } ?? events.count
    }
    var end = events.count
    if last != nil, let row = rows.last {
      let after = table.rows[row].after
      end = (events.lastIndex { $0.row < after && !($0.isEnd && $0.row < row) } ?? -1) + 1
    }
    return start..<max(start, end)
  }
}
