import References
@_spi(Edits) import TaskSequence

extension ReferenceCheck {
  /// Has what repeats references follow an edit: the list at the head of the sequence, and an export's
  /// array and count.
  ///
  /// They are rebuilt by the rule of `ListedReferences` when the edit changed the set of references,
  /// and put back as the file has them when an edit returned to its set; otherwise they stay to the
  /// byte. A sequence that has no list gets none, as MDT's have none.
  /// - Parameters:
  ///   - old: The document before the edit.
  ///   - saved: The document as it is in the file.
  /// - Throws: when an export's array cannot be kept true.
  mutating func following(
    _ edit: Edit, from old: SequenceDocument, saved: SequenceDocument
  ) throws(Refusal) -> Edit {
    let new = edit.document
    guard new.dialect == .configurationManager || ReferenceList(of: new.sequence) != nil else {
      return edit
    }
    guard !namesSame(new, old) else { return edit }
    let hasList =
      ReferenceList(of: new.sequence) != nil || ReferenceList(of: saved.sequence) != nil
    let lost = saved.lostReferences
    let array = listed.entries.filter { !lost.contains($0.id.lowercased()) }
    var followed =
      namesSame(new, saved)
      ? edit.with(new.listing(as: saved).recording(as: saved))
      : edit.with(
        try (hasList ? new.listing(listed.entries) : new).recording(array))
    followed.remarks += Self.remarks(from: new, to: followed.document)
    return followed
  }

  /// What happened to the list, for those who read the lines that are written.
  private static func remarks(
    from old: SequenceDocument, to new: SequenceDocument
  ) -> [String] {
    let before = Set(ReferenceList(of: old.sequence)?.entries ?? [])
    let after = Set(ReferenceList(of: new.sequence)?.entries ?? [])
    func words(_ entries: Set<ReferenceList.Entry>, _ verb: String) -> String? {
      switch entries.count {
      case 0: nil
      case 1: "\(entries.first?.id ?? "") \(verb) the list of references."
      default: "\(entries.count) objects \(verb) the list of references."
      }
    }
    return [words(before.subtracting(after), "left"), words(after.subtracting(before), "joined")]
      .compactMap(\.self)
  }
}
