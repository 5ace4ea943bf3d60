import Checks
import References
import TaskSequence

/// What is known to be wrong in a sequence that is saved all the same, and which of its objects nothing
/// proves.
struct KnownFaults: Equatable {
  /// The errors and warnings, each in words that are no other's.
  private(set) var faults: Set<String> = []
  /// The ids nothing is known of.
  private(set) var unknown: Set<String> = []
  /// The ids that its own list alone names.
  private(set) var listed: Set<String> = []

  init() {}

  /// What is known of a file, as of the last look.
  init(_ file: OpenFile) {
    for finding in file.check.findings(of: file.document) where finding.severity != .note {
      faults.insert("\(finding.rule) \(finding.node) \(finding.place) \(finding.message)")
    }
    for reference in file.references.references
    where reference.isActive && reference.status.isUnproven {
      let id = "\(reference.kind) \(reference.id.lowercased())"
      if reference.status == .listed { listed.insert(id) } else { unknown.insert(id) }
    }
  }

  /// Whether nothing is in it that is not in another one.
  func isIn(_ other: KnownFaults) -> Bool {
    faults.isSubset(of: other.faults) && unknown.isSubset(of: other.unknown)
      && listed.isSubset(of: other.listed)
  }

  mutating func formUnion(_ other: KnownFaults) {
    faults.formUnion(other.faults)
    unknown.formUnion(other.unknown)
    listed.formUnion(other.listed)
  }

  /// It in words, such as “2 problems, 1 unknown id and 3 listed ids”; nil when there is nothing.
  var words: String? {
    let counts = [
      (faults.count, "problem"), (unknown.count, "unknown id"), (listed.count, "listed id"),
    ]
    let parts = counts.compactMap { count, word in
      count == 0 ? nil : count == 1 ? "1 \(word)" : "\(count) \(word)s"
    }
    guard let last = parts.last else { return nil }
    let others = parts.dropLast().joined(separator: ", ")
    return others.isEmpty ? last : "\(others) and \(last)"
  }

  /// What to say of files that were saved: what each holds that was not told in this session; nil when
  /// there is no such thing.
  static func remark(_ state: inout EditorState, on ids: [FileID]) -> String? {
    var (all, isNew) = (KnownFaults(), false)
    for id in ids {
      guard let index = state.index(of: id) else { continue }
      state.files[index].look()
      let known = KnownFaults(state.files[index])
      isNew = isNew || !known.isIn(state.files[index].told)
      state.files[index].told.formUnion(known)
      // The same fault of two sequences is two.
      all.faults.formUnion(known.faults.map { "\(index) \($0)" })
      all.unknown.formUnion(known.unknown)
      all.listed.formUnion(known.listed)
    }
    guard isNew, let words = all.words else { return nil }
    return "with \(words); \(state.keyLabel(.problemList)) lists them"
  }
}
