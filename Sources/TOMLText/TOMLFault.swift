/// Why a text is no TOML, or not what its reader needs.
package struct TOMLFault: Error, Equatable, Sendable {
  /// Where it shows.
  package let place: TOMLPlace
  /// What is wrong, without a full stop.
  package let reason: String

  /// A fault of a value that is TOML but not what is needed.
  package init(place: TOMLPlace, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// One sentence: line, column and reason.
  package var sentence: String { "\(place): \(reason)" }
}
