import Basics
package import DryRun
package import TaskSequence

/// A run lined up with a sequence: by the numbers of the instructions, names as the proof.
///
/// What does not match is said, not guessed: events whose name is another one are `unmatched`, and
/// `difference` tells how the sequence changed since, as far as names in order tell.
package struct LogAlignment: Sendable {
  package let run: LogRun
  package let table: RunTable
  /// In the order of the log.
  package private(set) var events: [AlignedEvent] = []
  /// The numbers at which the log has another name than the sequence.
  package private(set) var mismatches: [Int] = []
  /// How the sequence of the log differs from this one; nil where nothing does.
  package private(set) var difference: SequenceDifference?
  /// The place of the node each visit belongs to, by number, else by name; nil where it has none.
  package private(set) var rows: [Int?] = []

  /// Lines a run up.
  ///
  /// Linear in the run and the sequence; where they do not match, n log n.
  /// - Parameter children: What is known of the sequences the steps of this one run.
  /// - Throws: where children make the sequence larger than any engine holds.
  package init(
    _ run: LogRun, with document: SequenceDocument, children: ChildSequences = ChildSequences()
  ) throws(InstructionTable.TooLarge) {
    self.run = run
    table = try RunTable(document, children, run)
    var namesakes = Namesakes(table, run)
    for (index, visit) in run.visits.enumerated() {
      let event = event(of: visit, index, &namesakes)
      events.append(event)
      rows.append(event.row)
      if event.row != nil { namesakes.last = event.at }
      if event.outcome == .unmatched, let at = event.at { mismatches.append(at) }
    }
    mismatches = Set(mismatches).sorted()
    guard !mismatches.isEmpty || !isOfThisSize else { return }
    let difference = SequenceDifference(run, table)
    self.difference = difference
    guard !mismatches.isEmpty else { return }
    for (index, visit) in run.visits.enumerated() {
      guard let number = visit.end ?? visit.number else { continue }
      rows[index] = difference.slot(of: number)?.row ?? table.child(holding: number)
    }
  }

  /// Whether the sequence has as many instructions as the log says, as far as both are known.
  package var isOfThisSize: Bool {
    guard let log = run.tableSize, let here = table.size else { return true }
    return log == here
  }

  private func event(
    of visit: Visit, _ index: Int, _ namesakes: inout Namesakes
  ) -> AlignedEvent {
    guard let number = visit.end ?? visit.start ?? visit.number else {
      return unnumbered(visit, index, &namesakes)
    }
    let isEnd = visit.outcome == .completed
    guard let slot = table.slot(number) else {
      if let child = table.child(holding: number) { return inside(child, visit, index) }
      return unmatched(visit, index, number, nil)
    }
    guard slot.isEnd == isEnd || visit.outcome == nil, Self.isSame(table.name(slot.row), visit.name)
    else {
      return unmatched(visit, index, number, slot.row)
    }
    return matched(visit, index, slot.row)
  }

  private func matched(_ visit: Visit, _ index: Int, _ place: Int) -> AlignedEvent {
    // Where the log lost the line that says it, the next one has begun all the same.
    let outcome = visit.outcome ?? (table.isOpen(place) ? .started : .ran)
    var event = AlignedEvent(
      at: table.start(place), node: table.name(place), row: place, path: table.paths[place],
      outcome: outcome, visit: index)
    if outcome == .completed { event.endAt = table.end(place) ?? visit.end }
    return event
  }

  private func unmatched(
    _ visit: Visit, _ index: Int, _ number: Int, _ place: Int?
  ) -> AlignedEvent {
    var event = AlignedEvent(
      at: number, node: place.map { table.name($0) }, row: nil,
      path: place.map { table.paths[$0] }, outcome: .unmatched, visit: index)
    event.logName = visit.name
    return event
  }

  /// An event of a node of a child sequence, which only the log knows.
  private func inside(_ child: Int, _ visit: Visit, _ index: Int) -> AlignedEvent {
    var path = table.paths[child]
    path.steps.append(NodePath.Step(name: visit.name, ordinal: 1))
    var event = AlignedEvent(
      at: visit.number ?? visit.end, node: visit.name, row: nil, path: path,
      outcome: visit.outcome ?? (visit.isGroup == true ? .started : .ran), visit: index)
    event.endAt = visit.outcome == .completed ? visit.end : nil
    return event
  }

  /// An event whose number the log lost: the nearest node of its name before the next number it has.
  private func unnumbered(
    _ visit: Visit, _ index: Int, _ namesakes: inout Namesakes
  ) -> AlignedEvent {
    let isGroup = visit.isGroup == true
    if let place = namesakes.nearest(visit.name, isGroup: isGroup, before: index) {
      return matched(visit, index, place)
    }
    return AlignedEvent(
      at: nil, node: visit.name, row: nil, path: nil, outcome: visit.outcome ?? .ran, visit: index)
  }

  /// Whether a log and a sequence mean the same name: blanks at the ends are lost at times.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left == right || left.trimming { $0 == " " } == right.trimming { $0 == " " }
  }
}
