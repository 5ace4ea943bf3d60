package import XMLTree

/// A task sequence as it stands in its file: one immutable value.
///
/// Every edit answers a new one that shares all it did not touch. `serialized()` of a loaded document
/// is the loaded bytes.
package struct SequenceDocument: Sendable {
  /// What the file wraps around the sequence.
  package let carrier: Carrier
  /// Which product wrote it.
  package let dialect: Dialect
  /// The XML that holds the sequence: the file's own, or the text inside an export's CDATA.
  package internal(set) var tree: Document
  /// The outer file of an export.
  var envelope: Envelope?
  /// The `<sequence>` element.
  package let sequenceID: NodeID
  /// How this file writes things.
  package let habits: Habits

  /// Reads a file of any carrier.
  /// - Throws: what is wrong, or what the file is instead.
  package init(loading file: [UInt8]) throws(LoadFailure) {
    let document = try Self.parse(file)
    let root = document.root
    if root.isNamed("sequence") {
      self.init(carrier: .bare, tree: document, sequence: root)
    } else if root.isNamed("SmsTaskSequencePackage") {
      guard let sequence = root.first("SequenceData")?.first("sequence") else {
        throw .notASequence("its <SmsTaskSequencePackage> has no <SequenceData> with a <sequence>")
      }
      self.init(carrier: .package, tree: document, sequence: sequence)
    } else if root.isNamed("INSTANCE"),
      root.attribute("CLASSNAME") == "SMS_TaskSequencePackage"
    {
      let (envelope, inner) = try Envelope.open(document)
      guard inner.root.isNamed("sequence") else {
        throw .notASequence(
          "its Sequence property holds <\(inner.root.name)>; expected <sequence>")
      }
      self.init(carrier: .export, tree: inner, sequence: inner.root)
      self.envelope = envelope
    } else {
      throw .notASequence(Foreign.describe(root))
    }
  }

  private init(carrier: Carrier, tree: Document, sequence: Element) {
    self.carrier = carrier
    self.tree = tree
    sequenceID = sequence.id
    habits = Habits(of: sequence, in: tree)
    dialect = carrier == .bare && habits.looksLikeMDT ? .mdt : .configurationManager
  }

  private static func parse(_ file: [UInt8]) throws(LoadFailure) -> Document {
    if file.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      throw .notASequence(
        "it is a .zip archive; unpack it and open SMS_TaskSequencePackage/<ID>/object.xml")
    }
    do {
      return try Document(parsing: file)
    } catch {
      throw .malformed(error)
    }
  }

  /// The file's bytes.
  package func serialized() -> [UInt8] {
    envelope?.serialized(around: tree) ?? tree.serialized()
  }

  /// The sequence itself, the node at the top of the outline.
  package var sequence: TaskNode {
    TaskNode(.sequence, tree.element(sequenceID) ?? tree.root)
  }

  /// The node of that id; nil when it is not in this revision.
  package func node(_ id: NodeID) -> TaskNode? { tree.element(id).flatMap(TaskNode.init) }

  /// The nodes from the sequence down to the one of that id, it included.
  package func ancestry(of id: NodeID) -> [TaskNode] {
    (tree.ancestry(of: id) ?? []).compactMap(TaskNode.init)
  }

  /// The node directly around another; nil for the sequence.
  package func parent(of id: NodeID) -> TaskNode? { ancestry(of: id).dropLast().last }

  /// The sequence's name wherever the carrier keeps it; nil where it keeps none.
  package var name: String? {
    carrier == .bare ? sequence.element.attribute("name") : packageProperty("Name")
  }

  /// The same file around another tree.
  package func replacing(tree: Document) -> SequenceDocument {
    var copy = self
    copy.tree = tree
    return copy
  }
}
