import StepCatalog
@_spi(Edits) import TaskSequence
import XMLTree

extension Edit {
  /// The edit with its steps kept whole, and the sequence's own variables as the steps say.
  ///
  /// - Parameters:
  ///   - old: The document before the edit.
  ///   - saved: The document as it is in the file.
  ///   - tell: What steps say of objects beside their ids.
  /// - Throws: why the edit cannot stand.
  func keepingSteps(
    from old: SequenceDocument, saved: SequenceDocument, telling tell: @escaping StepKeeper.Telling
  ) throws(Refusal) -> Edit {
    var edit = self
    let changed = ChangedNodes(from: old, to: document)
    var changes: [NodeID: StepChange] = [:]
    for (before, after) in changed.steps {
      let (change, notes) = try StepKeeper.following(
        from: before, to: after, in: document.dialect, tell: tell)
      if !change.isEmpty { changes[after.id] = change }
      edit.notes += notes.filter { !edit.notes.contains($0) }
    }
    if !changes.isEmpty {
      edit = edit.with(try document.making(changes, isSorted: document.dialect != .mdt))
    }
    return try edit.keepingGlobals(changed, from: old, saved: saved)
  }
}
