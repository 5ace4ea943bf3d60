import ObjectCatalog
package import References
@_spi(Edits) package import TaskSequence

/// The one door: every edit of a document goes through it, and whatever must follow an edit follows
/// here: what steps say twice, exclude or need, the sequence's own variables, the list of references,
/// an export's array and count of them. What it leaves beside what it changed is said here.
extension SequenceDocument {
  /// The document after an operation, for a caller that keeps no check.
  ///
  /// Costs a look at all references, twice.
  /// - Parameter label: What happened, where the operation's own words are not wanted.
  /// - Throws: why it cannot be done.
  package func applying(
    _ operation: some Operation, label: String? = nil
  ) throws(Refusal) -> Edit {
    try applying(label: label) { (chain) throws(Refusal) in try chain.apply(operation) }
  }

  /// The document after several operations, as one edit, for a caller that keeps no check.
  /// - Throws: why one of them cannot be done; then none is.
  package func applying(
    label: String? = nil, _ operations: (inout Chain) throws(Refusal) -> Void
  ) throws(Refusal) -> Edit {
    var check = ReferenceCheck(catalog: .init())
    return try applying(keeping: &check, saved: self, label: label, operations)
  }

  /// The document after several operations, as one edit.
  ///
  /// Costs what the operations do and a look at what they changed.
  /// - Parameters:
  ///   - check: What the document references; looks at the new one, too.
  ///   - saved: The document as it is in the file: where it names the same objects its list comes
  ///     back to the byte.
  ///   - label: What happened, where the first operation's words are not wanted.
  /// - Throws: why one of them cannot be done; then none is.
  package func applying(
    keeping check: inout ReferenceCheck, saved: SequenceDocument, label: String? = nil,
    _ operations: (inout Chain) throws(Refusal) -> Void
  ) throws(Refusal) -> Edit {
    var chain = Chain(self, saved: saved, telling: check.catalog)
    try operations(&chain)
    var edit = chain.edit
    if let label { edit.label = label }
    edit = edit.with(edit.document.spellingSwitches(as: saved, since: self))
    edit = try check.following(edit, from: self, saved: saved)
    edit.notes += edit.document.remainders(since: self)
    return edit
  }
}
