package import XMLTree

extension SequenceDocument {
  /// The same file as `new`, a reading of this one after an edit, with this one's ids where they can
  /// be recognised; it stays one for the same product.
  ///
  /// A text with another record around it is another file, and what that says.
  package func adopting(_ new: SequenceDocument) -> SequenceDocument {
    guard carrier == new.carrier else { return new }
    var document = replacing(tree: tree.adopting(new.tree))
    if let record, let fresh = new.record {
      guard let adopted = record.adopting(fresh) else { return new.keeping(dialect) }
      document.record = adopted
      // What is spelled in another text may be spelled anew where it was not.
      guard record.isInTree || document.serialized() == new.serialized() else {
        return new.keeping(dialect)
      }
    }
    return document.tree.element(sequenceID)?.isNamed("sequence") == true
      ? document : new.keeping(dialect)
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
