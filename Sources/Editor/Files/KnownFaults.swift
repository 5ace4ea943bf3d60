import Checks
import References
import TaskSequence

/// What is known to be wrong in a sequence that is saved all the same, and which of its references
/// nothing proves.
struct KnownFaults: Equatable {
  /// The errors and warnings, each in words that are no other's.
  private(set) var faults: Set<String> = []
  /// The references nothing proves, as the line below the tree counts them.
  private(set) var unchecked: Set<String> = []

  init() {}

  /// What is known of a file, as of the last look.
  init(_ file: OpenFile) {
    for finding in file.check.findings(of: file.document) where finding.severity != .note {
      faults.insert("\(finding.rule) \(finding.node) \(finding.place) \(finding.message)")
    }
    for reference in file.references.references
    where reference.isActive && reference.status.isUnproven {
      unchecked.insert("\(reference.node) \(reference.place) \(reference.id.lowercased())")
    }
  }

  /// Whether nothing is in it that is not in another one.
  func isIn(_ other: KnownFaults) -> Bool {
    faults.isSubset(of: other.faults) && unchecked.isSubset(of: other.unchecked)
  }

  mutating func formUnion(_ other: KnownFaults) {
    faults.formUnion(other.faults)
    unchecked.formUnion(other.unchecked)
  }

  /// Adds those of one file of several: the same fault of two sequences is two.
  mutating func add(_ other: KnownFaults, ofFile number: Int) {
    faults.formUnion(other.faults.map { "\(number) \($0)" })
    unchecked.formUnion(other.unchecked.map { "\(number) \($0)" })
  }

  /// It in words, such as “2 problems and 1 reference not checked”; nil when there is nothing.
  var words: String? {
    let counts = [(faults.count, "problem", ""), (unchecked.count, "reference", " not checked")]
    let parts = counts.compactMap { count, word, end in
      count == 0 ? nil : count == 1 ? "1 \(word)\(end)" : "\(count) \(word)s\(end)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: " and ")
  }
}
