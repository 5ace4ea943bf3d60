/// What is wrapped around a sequence; found by content, never by the file's name.
///
/// Whoever reads such a text names the carrier.
package struct Carrier: Hashable, Sendable {
  /// The name scripts know it by.
  package let name: String
  /// What a person calls a file of it.
  package let words: String

  package init(_ name: String, words: String) {
    self.name = name
    self.words = words
  }

  /// The root element is the `<sequence>`: MDT's `ts.xml`, MDT's templates, a dump of ConfigMgr's
  /// `Sequence` property.
  package static let bare = Carrier("bare", words: "sequence")
}
