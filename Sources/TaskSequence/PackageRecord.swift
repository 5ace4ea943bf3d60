package import XMLTree

/// The record of a task sequence package around its sequence: properties such as `Name`, `PackageID`
/// and `BootImageID`, and what repeats the list of references.
///
/// It is a part of a revision as the tree is: edits replace it, undo puts it back. Each kind of text
/// that holds a sequence and more has one of its own.
package protocol PackageRecord: Sendable {
  /// What kind of text it is.
  var carrier: Carrier { get }

  /// Which product the sequence is for, whatever it says itself; nil where that counts.
  var product: Dialect? { get }

  /// Whether all of it are elements of the very tree the sequence is in.
  var isInTree: Bool { get }

  /// Whether the sequence may hold CDATA sections.
  var allowsSections: Bool { get }

  /// The text of a property; nil when there is none of that name.
  func property(_ name: String, around tree: Document) -> String?

  /// Sets a property and answers whether there is one of that name.
  mutating func set(
    _ name: String, to text: String, newline: [UInt8], around tree: inout Document
  ) -> Bool

  /// The line and the column, from 1, of a property in the file as it was read.
  func position(of property: String, around tree: Document) -> (line: Int, column: Int)?

  /// The lines and the columns, from 1, in the file of elements of the sequence's tree.
  ///
  /// Costs one pass over the file, however many they are.
  func positions(
    of ids: Set<NodeID>, in tree: Document
  ) -> [NodeID: (line: Int, column: Int)]

  /// What repeats the list of references; empty where nothing does.
  var references: [RecordedReference] { get }

  /// The record with other objects in the place of those that repeat the list of references.
  /// - Throws: when what is there is not understood, and would become wrong.
  func recording(_ references: [RecordedReference]) throws(Refusal) -> Self

  /// The record with what repeats the list of references as another revision of it has it.
  func recording(as other: any PackageRecord) -> Self

  /// Whether both are the very same; costs nothing.
  func isIdentical(to other: any PackageRecord) -> Bool

  /// The same record as `new`, a reading of this one after an edit, with what can be recognised as
  /// this one has it; nil when that cannot be.
  func adopting(_ new: any PackageRecord) -> Self?

  /// The bytes of the text it is, with the sequence in it.
  func serialized(around tree: Document) -> [UInt8]
}

/// An object that a record repeats from the list of references.
package struct RecordedReference: Hashable, Sendable {
  package var id: String
  package var program: String
  package var isApplication: Bool

  package init(id: String, program: String, isApplication: Bool) {
    self.id = id
    self.program = program
    self.isApplication = isApplication
  }
}
