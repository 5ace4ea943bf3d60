/// A table: names and their values, in the order in which they are first written.
package struct TOMLTable: Sendable {
  /// A name and its value.
  package struct Entry: Sendable {
    package let key: TOMLKey
    package let value: TOMLValue
  }

  /// Where the table begins: its bracket, the last name in its header, or the start of the text.
  package let place: TOMLPlace
  /// All names and values.
  package let entries: [Entry]
  private let index: [TOMLName: Int]

  init(place: TOMLPlace, entries: [Entry], index: [TOMLName: Int]) {
    self.place = place
    self.entries = entries
    self.index = index
  }

  /// Reads a TOML 1.0 document (toml.io/en/v1.0.0), with or without a byte order mark.
  ///
  /// Takes time in proportion to the text; lists and tables nest 64 deep at most. A line end inside a
  /// text is a line feed, so that a file means the same however it was checked out.
  /// - Throws: the first fault.
  package init(_ bytes: [UInt8]) throws(TOMLFault) {
    var reader = TOMLReader(bytes)
    self = try reader.readDocument()
  }

  /// The value of a name; nil when it is not set.
  package subscript(name: String) -> TOMLValue? {
    index[TOMLName(name)].map { entries[$0].value }
  }
}
