package import TaskSequence
import XMLTree

/// A kind of file that is told by its bytes before anything is read as XML.
package protocol FileKind: Sendable {
  /// The container; nil when it is another kind of file.
  /// - Throws: what is wrong with a file of this kind.
  static func open(_ file: [UInt8]) throws(LoadFailure) -> (any Container)?
}

/// A kind of XML text that is a sequence and the record around it.
protocol TextKind: Sendable {
  /// The sequence; nil when it is another kind of text.
  /// - Throws: what is wrong with a text of this kind.
  static func read(_ document: Document) throws(LoadFailure) -> SequenceDocument?
}

/// Finds out by its content what a file is, never by its name.
package struct Opener: Sendable {
  private let files: [any FileKind.Type]
  private static let texts: [any TextKind.Type] = [
    BareSequence.self, PackageElements.self, WMIText.self,
  ]

  /// Knows some kinds of files besides XML texts.
  package init(files: [any FileKind.Type] = [PackedExport.self]) { self.files = files }

  /// Opens a file of any kind.
  /// - Throws: what is wrong, or what the file is instead.
  package func open(_ file: [UInt8]) throws(LoadFailure) -> any Container {
    for kind in files {
      if let container = try kind.open(file) { return container }
    }
    let document: Document
    do throws(ParseFailure) { document = try Document(parsing: file) } catch {
      throw LooseNodes(file).map(LoadFailure.loose) ?? .malformed(error)
    }
    for kind in Self.texts {
      if let sequence = try kind.read(document) { return SoleSequence(sequence) }
    }
    if let nodes = LooseNodes(file) { throw .loose(nodes) }
    throw .notASequence(Foreign.describe(document.root))
  }
}

/// The root element is the sequence.
private enum BareSequence: TextKind {
  static func read(_ document: Document) -> SequenceDocument? {
    document.root.isNamed("sequence") ? SequenceDocument(document.root, in: document) : nil
  }
}

extension SequenceDocument {
  /// The first sequence of a file; the only one of most.
  /// - Throws: what is wrong, or what the file is instead.
  package init(loading file: [UInt8]) throws(LoadFailure) {
    let container = try Opener().open(file)
    self = try container.document(of: container.members.first?.id ?? .only)
  }
}
