import TaskSequence
import XMLTree

/// What is around the XML of a sequence that stands in another text, escaped or in a section of it.
protocol Wrapping: Sendable {
  /// What kind of text it is.
  var carrier: Carrier { get }

  /// Which product a sequence in it is for, whatever it says itself; nil where that counts.
  var product: Dialect? { get }

  /// Whether the XML may hold CDATA sections.
  var allowsSections: Bool { get }

  /// The text of a property beside the sequence; nil when there is none of that name.
  func property(_ name: String) -> String?

  /// Sets a property and answers whether there is one of that name.
  mutating func set(_ name: String, to text: String, newline: [UInt8]) -> Bool

  /// The line and the column, from 1, of a property in the text as it was read.
  func position(of property: String) -> (line: Int, column: Int)?

  /// What repeats the sequence's list of references; empty where nothing does.
  var references: [RecordedReference] { get }

  /// The same with other objects in the place of those that repeat that list.
  /// - Throws: when what is there is not understood, and would become wrong.
  func recording(_ references: [RecordedReference]) throws(Refusal) -> Self

  /// The same with what repeats that list as another revision has it.
  func recording(as other: any Wrapping) -> Self

  /// Whether both are the very same; costs nothing.
  func isIdentical(to other: any Wrapping) -> Bool

  /// The same as `new`, a reading of this after an edit, with what can be recognised as this has it;
  /// nil when that cannot be.
  func adopting(_ new: any Wrapping) -> Self?

  /// The bytes of the text, with the XML in it as it is spelled there.
  func bytes(around raw: [UInt8]) -> [UInt8]
}

extension Wrapping {
  var references: [RecordedReference] { [] }

  func recording(_ references: [RecordedReference]) throws(Refusal) -> Self { self }

  func recording(as other: any Wrapping) -> Self { self }
}
