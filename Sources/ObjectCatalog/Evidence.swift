/// How an object is known: what may be made of it when nothing better is.
package enum Evidence: Hashable, Sendable {
  /// A catalogue or a share lists it.
  case known
  /// An export it lies in says that it was there once. It counts as long as no source is complete: a
  /// site that does not have an object is right against a file that says another site had it.
  case told
  /// The user says so, also against a source that lists all of the kind: it may be older than the
  /// object.
  case stated
  /// The sequence itself names it, in its list of references or beside its ids. The program may have
  /// written that, and it proves nothing.
  case listed

  /// All but the first, the best first.
  static let weaker: [Evidence] = [.told, .stated, .listed]

  /// Whether an object known in this way is there.
  package var isProof: Bool { self != .listed }

  /// Whether it counts although a source that lists all of the kind does not have the object.
  var countsAgainstCompleteness: Bool { self == .stated }
}
