package import XMLTree

/// A task sequence with the record around it: one immutable value, a revision.
///
/// Every edit answers a new one that shares all it did not touch. What file it stands in, and what
/// else is in that file, is the business of containers.
package struct SequenceDocument: Sendable {
  /// Which product it is for: decided when it is opened, and what every revision of it says.
  package private(set) var dialect: Dialect
  /// The XML that holds the sequence.
  package internal(set) var tree: Document
  /// The record of its package; nil where the carrier keeps none.
  package internal(set) var record: (any PackageRecord)?
  /// The `<sequence>` element.
  package let sequenceID: NodeID
  /// How this file writes things.
  package let habits: Habits

  /// A sequence that was found in a text.
  ///
  /// What is around it may tell its product. One that says nothing itself is MDT's.
  package init(_ sequence: Element, in tree: Document, record: (any PackageRecord)? = nil) {
    self.tree = tree
    self.record = record
    sequenceID = sequence.id
    dialect = record?.product ?? Dialect(statedBy: sequence) ?? .mdt
    habits = Habits(of: sequence, in: tree, for: dialect)
  }

  /// What is wrapped around the sequence.
  package var carrier: Carrier { record?.carrier ?? .bare }

  /// The bytes of the text the sequence and its record are; of an unchanged one those it was read
  /// from.
  ///
  /// They are a file that holds this sequence alone, and all of a file that holds no other.
  package func serialized() -> [UInt8] { record?.serialized(around: tree) ?? tree.serialized() }

  /// What makes the bytes of another revision those of this one.
  ///
  /// Costs what the two do not share, but for a record that is another text and for encodings other
  /// than UTF-8 in both.
  package func difference(from old: SequenceDocument) -> ByteDifference {
    let isTree = [self, old].allSatisfy { document in
      document.tree.encoding == .utf8 && document.record?.isInTree ?? true
    }
    guard isTree, tree.hasByteOrderMark == old.tree.hasByteOrderMark else {
      return ByteDifference(from: old.serialized(), to: serialized())
    }
    var difference = tree.difference(from: old.tree)
    // A byte-order mark takes three bytes.
    if tree.hasByteOrderMark { difference.head += 3 }
    return difference
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
    record?.product == nil ? sequence.element.attribute("name") : packageProperty("Name")
  }

  /// The same document as one that is for that product, whatever it says by now.
  func keeping(_ dialect: Dialect) -> SequenceDocument {
    var copy = self
    copy.dialect = dialect
    return copy
  }

  /// The same file around another tree.
  @_spi(Edits) public func replacing(tree: Document) -> SequenceDocument {
    var copy = self
    copy.tree = tree
    return copy
  }
}
