import TaskSequence
import XMLTree

/// The record of a sequence whose XML stands in another text.
struct Envelope: PackageRecord {
  private(set) var wrapping: any Wrapping
  private let inlay: Inlay
  /// The record in the XML itself, when that is a package.
  private let inner: PackageElements?
  /// Where in the file the XML begins.
  private let start: (line: Int, column: Int)

  /// Reads the sequence in a text; a fault in it is told where it stands in the file.
  ///
  /// - Parameters:
  ///   - start: Where in the file the XML begins.
  ///   - encoding: How the file is written.
  static func sequence(
    _ inlay: Inlay, in wrapping: any Wrapping, at start: (line: Int, column: Int),
    _ encoding: TextEncoding
  ) throws(LoadFailure) -> SequenceDocument {
    var inlay = inlay
    let tree: Document
    do throws(ParseFailure) { tree = try inlay.parse(in: encoding) } catch {
      throw .malformed(Self.placed(error, inlay, start))
    }
    if tree.root.isNamed("sequence") {
      return SequenceDocument(
        tree.root, in: tree,
        record: Envelope(wrapping: wrapping, inlay: inlay, inner: nil, start: start))
    }
    guard tree.root.isNamed("SmsTaskSequencePackage") else {
      throw .notASequence("its Sequence property holds <\(tree.root.name)>; expected <sequence>")
    }
    let sequence = try PackageElements.sequence(in: tree)
    return SequenceDocument(
      sequence, in: tree,
      record: Envelope(wrapping: wrapping, inlay: inlay, inner: PackageElements(), start: start))
  }

  private static func placed(
    _ failure: ParseFailure, _ inlay: Inlay, _ start: (line: Int, column: Int)
  ) -> ParseFailure {
    failure.moved { place in
      let found = inlay.offset(offset(of: place, in: inlay.text))
      return linesAndColumns(of: [0: found], in: inlay.raw, from: start)[0] ?? start
    }
  }

  // MARK: The record

  var carrier: Carrier { wrapping.carrier }

  var product: Dialect? { inner == nil ? wrapping.product : .configurationManager }

  var isInTree: Bool { false }

  var allowsSections: Bool { wrapping.allowsSections }

  func property(_ name: String, around tree: Document) -> String? {
    inner?.property(name, around: tree) ?? wrapping.property(name)
  }

  mutating func set(
    _ name: String, to text: String, newline: [UInt8], around tree: inout Document
  ) -> Bool {
    let isInside = inner?.set(name, to: text, newline: newline, around: &tree) ?? false
    return wrapping.set(name, to: text, newline: newline) || isInside
  }

  func position(of property: String, around tree: Document) -> (line: Int, column: Int)? {
    wrapping.position(of: property)
  }

  func positions(
    of ids: Set<NodeID>, in tree: Document
  ) -> [NodeID: (line: Int, column: Int)] {
    let raw = inlay.raw(of: tree)
    let now = inlay.reading(raw)
    return linesAndColumns(
      of: tree.offsets(of: ids).mapValues(now.offset), in: raw, from: start)
  }

  var references: [RecordedReference] { wrapping.references }

  func recording(_ references: [RecordedReference]) throws(Refusal) -> Envelope {
    var copy = self
    copy.wrapping = try wrapping.recording(references)
    return copy
  }

  func recording(as other: any PackageRecord) -> Envelope {
    guard let other = other as? Envelope else { return self }
    var copy = self
    copy.wrapping = wrapping.recording(as: other.wrapping)
    return copy
  }

  func isIdentical(to other: any PackageRecord) -> Bool {
    (other as? Envelope).map { wrapping.isIdentical(to: $0.wrapping) } ?? false
  }

  func adopting(_ new: any PackageRecord) -> Envelope? {
    guard let new = new as? Envelope, (inner == nil) == (new.inner == nil),
      let adopted = wrapping.adopting(new.wrapping)
    else { return nil }
    return Envelope(wrapping: adopted, inlay: inlay, inner: inner, start: new.start)
  }

  func serialized(around tree: Document) -> [UInt8] {
    wrapping.bytes(around: inlay.raw(of: tree))
  }
}
