package import References

/// How many references count, and what is known of them.
package struct ReferenceTally: Sendable {
  private var counts: [Reference.Status: Int] = [:]

  /// Counts those of a check; what disabled steps name does not count.
  package init(_ check: ReferenceCheck) {
    for reference in check.references where reference.isActive {
      counts[reference.status, default: 0] += 1
    }
  }

  /// Those of several sequences together.
  package init(_ tallies: [ReferenceTally]) {
    for tally in tallies { counts.merge(tally.counts, uniquingKeysWith: +) }
  }

  /// It in words, such as “214 references: 212 found, 2 not checked”.
  package var words: String {
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return "no references" }
    func count(_ statuses: Reference.Status...) -> Int {
      statuses.reduce(0) { $0 + counts[$1, default: 0] }
    }
    let parts = [
      (count(.resolved), "found"), (count(.stated), "stated by you"),
      (count(.dynamic), "decided while it runs"), (count(.unverified, .listed), "not checked"),
      (count(.unresolved), "broken"),
    ].filter { $0.0 > 0 }.map { "\($0) \($1)" }
    return (total == 1 ? "1 reference: " : "\(total) references: ") + parts.joined(separator: ", ")
  }
}
