/// Why the sequences around a file are looked for.
package enum NearbyWish: Equatable, Sendable {
  /// To choose one.
  case any
  /// To open the one of that id, which a step of the file runs.
  case child(String)
  /// To choose one of those that run the one of that id.
  case parents(String)
}
