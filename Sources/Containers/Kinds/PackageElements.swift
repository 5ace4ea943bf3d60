package import TaskSequence
import XMLTree

/// `<SmsTaskSequencePackage>`: the properties are elements beside `SequenceData`, which holds the
/// sequence.
struct PackageElements: PackageRecord, TextKind {
  /// Reads the sequence; nil when it is no such text.
  static func read(_ document: Document) throws(LoadFailure) -> SequenceDocument? {
    guard document.root.isNamed("SmsTaskSequencePackage") else { return nil }
    return SequenceDocument(try sequence(in: document), in: document, record: PackageElements())
  }

  /// The sequence in a package.
  static func sequence(in package: Document) throws(LoadFailure) -> Element {
    guard let sequence = package.root.first("SequenceData")?.first("sequence") else {
      throw .notASequence("its <SmsTaskSequencePackage> has no <SequenceData> with a <sequence>")
    }
    return sequence
  }

  var carrier: Carrier { .package }

  var product: Dialect? { .configurationManager }

  var isInTree: Bool { true }

  var allowsSections: Bool { true }

  func property(_ name: String, around tree: Document) -> String? {
    Self.element(name, in: tree)?.text
  }

  func set(
    _ name: String, to text: String, newline: [UInt8], around tree: inout Document
  ) -> Bool {
    guard let element = Self.element(name, in: tree) else { return false }
    tree = tree.rewriting([element.id]) { $0.settingText(text, newline: newline) }
    return true
  }

  func position(of property: String, around tree: Document) -> (line: Int, column: Int)? {
    Self.element(property, in: tree).flatMap { tree.position(of: $0.id) }
  }

  func positions(
    of ids: Set<NodeID>, in tree: Document
  ) -> [NodeID: (line: Int, column: Int)] { tree.positions(of: ids) }

  var references: [RecordedReference] { [] }

  func recording(_ references: [RecordedReference]) -> PackageElements { self }

  func recording(as other: any PackageRecord) -> PackageElements { self }

  func isIdentical(to other: any PackageRecord) -> Bool { other is PackageElements }

  func adopting(_ new: any PackageRecord) -> PackageElements? { self }

  func serialized(around tree: Document) -> [UInt8] { tree.serialized() }

  private static func element(_ name: String, in tree: Document) -> Element? {
    tree.root.elements.first { $0.name == name }
  }
}

extension Carrier {
  /// `<SmsTaskSequencePackage>` with the sequence in `SequenceData`.
  package static let package = Carrier("package", words: "SmsTaskSequencePackage")
}
