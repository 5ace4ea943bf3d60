/// A text of a sequence and what is to stand there instead.
package struct TextChange: Sendable {
  package let place: TextPlace
  package let old: String
  package let new: String

  package init(place: TextPlace, old: String, new: String) {
    self.place = place
    self.old = old
    self.new = new
  }
}

extension SequenceDocument {
  /// Makes changes of texts, in one edit.
  ///
  /// - Throws: when a text cannot stand in XML, or a node would be left without a name.
  @_spi(Edits) public func making(
    _ changes: [TextChange], label: String
  ) throws(Refusal) -> Edit {
    let texts = Dictionary(changes.map { ($0.place.site, $0.new) }, uniquingKeysWith: { $1 })
    return try replacing(texts, label: label)
  }
}
