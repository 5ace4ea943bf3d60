/// What some files of logs tell: their order, the runs in them, and what was left out.
package struct LogReading: Sendable {
  /// The files in which the engine speaks, in the order in which they were written.
  package let files: [LogDigest]
  /// Files of scripts, which only tell of variables.
  package let companions: [LogDigest]
  /// Files that hold what others hold as well, with the name of the other.
  package let copies: [(name: String, of: String)]
  /// The runs, in order.
  package let runs: [LogRun]
  /// What scripts say of variables, whenever it was.
  let told: RevealedValues

  /// Puts files in order and reads the runs.
  package init(_ digests: [LogDigest]) {
    let order = LogOrder(digests.filter(\.hasEngine))
    let files = order.files
    copies = order.copies
    companions = digests.filter { !$0.hasEngine && !$0.isEmpty }
    // Of equal times the first said comes first.
    let values = (files + companions).flatMap(\.values).enumerated().sorted {
      ($0.element.time?.local ?? .min, $0.offset) < ($1.element.time?.local ?? .min, $1.offset)
    }
    told = RevealedValues(values.map(\.element))
    var reader = RunReader(values.map(\.element))
    for (index, file) in files.enumerated() { reader.read(file, index) }
    runs = reader.finish()
    // What the engine said is in the runs now.
    self.files = files.map(\.withoutEvents)
  }
}
