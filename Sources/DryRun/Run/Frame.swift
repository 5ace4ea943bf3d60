/// A group or a child that is open, or the sequence itself, which is the first.
struct Frame {
  /// Nil for the sequence.
  let row: Int?
  /// The row behind it.
  let after: Int
  /// The frame, by its place, at whose end a failure inside leaves off: this one where it continues on
  /// error, else one around it; the sequence is 0.
  let absorber: Int
  /// What decides whether it was entered at all; nil where it was, as far as what is around it was.
  let entry: Needs?
  /// What decides whether the rest of it is reached; nil where nothing that may fail ends in it.
  var leak: Needs?
  /// The outermost frame that something inside may have left for.
  var lowestLeak = Int.max
  /// All that decides the entries of this and of what is around it.
  let entries: Needs

  /// In how many ways the rest of it may not be reached.
  var doubts: Int { (entry == nil ? 0 : 1) + (leak == nil ? 0 : 1) }
}
