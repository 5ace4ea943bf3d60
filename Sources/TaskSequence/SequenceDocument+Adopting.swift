package import XMLTree

extension SequenceDocument {
  /// The same file as `new`, a reading of this one after an edit, with this one's ids where they can
  /// be recognised.
  package func adopting(_ new: SequenceDocument) -> SequenceDocument {
    guard carrier == new.carrier else { return new }
    var document = replacing(tree: tree.adopting(new.tree))
    if let outer = envelope?.outer, let fresh = new.envelope?.outer {
      document.envelope?.outer = outer.adopting(fresh)
    }
    let isKnown =
      document.tree.element(sequenceID)?.isNamed("sequence") == true
      && envelope.map { document.envelope?.outer.element($0.value) != nil } ?? true
    return isKnown ? document : new
  }

  /// The same document, which gives none of those ids to new elements.
  package func sparing(_ ids: IDSource) -> SequenceDocument {
    var copy = self
    copy.tree.ids.skip(past: ids)
    return copy
  }

  /// The edit that puts what was read from the file again in the place of this document.
  package func reloaded(as new: SequenceDocument) -> Edit {
    var edit = Edit(document: adopting(new), label: "Reloaded from the disk")
    edit.cause = .reload
    return edit
  }
}
