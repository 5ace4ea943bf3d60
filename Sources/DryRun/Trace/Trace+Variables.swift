/// What variables hold on the way.
extension Trace {
  /// What was set up to an event, since the one before it: names and values, nil for what nobody knows.
  ///
  /// Costs a search by halves, and what was set.
  package func changes(at event: Int) -> [(name: String, value: String?)] {
    writes[firstWrite(of: event)..<firstWrite(of: event + 1)].map { write in
      (variables.names[write.slot], write.value.text)
    }
  }

  /// The variables that hold something before an event, by their names.
  ///
  /// Costs all that was set before it.
  package func values(before event: Int) -> [(name: String, value: String?)] {
    var values: [Int: RunValue] = [:]
    for (slot, _) in initial.names.enumerated() {
      if let value = initial.common(slot) { values[slot] = value }
    }
    for write in writes[..<firstWrite(of: event)] { values[write.slot] = write.value }
    return values.filter { $0.value != .absent }
      .map { (variables.names[$0.key], $0.value.text) }
      .sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  /// Where what was set at an event begins.
  private func firstWrite(of event: Int) -> Int {
    var (low, high) = (0, writes.count)
    while low < high {
      let middle = (low + high) / 2
      if writes[middle].event < event { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
