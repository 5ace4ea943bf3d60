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
  /// What may be no XML.
  private static let others: [any FileKind.Type] = [JSONFile.self, EscapedFile.self]

  /// Knows some kinds of files besides those that are texts.
  package init(files: [any FileKind.Type] = [PackedExport.self]) { self.files = files }

  /// Opens a file of any kind.
  /// - Throws: what is wrong, or what the file is instead.
  package func open(_ file: [UInt8]) throws(LoadFailure) -> any Container {
    for kind in files {
      if let container = try kind.open(file) { return container }
    }
    do throws(LoadFailure) { return try Self.openText(file) } catch {
      // What is wrong with it is seldom what a parser stumbles over.
      if case .loose = error { throw error }
      throw Stranger.describe(file) ?? error
    }
  }

  private static func openText(_ file: [UInt8]) throws(LoadFailure) -> any Container {
    let document: Document
    do throws(ParseFailure) { document = try Document(parsing: file) } catch {
      for kind in others {
        if let container = try kind.open(file) { return container }
      }
      // It may say of its encoding what is not so.
      guard let document = try? Document(parsing: file, believing: .bytes) else {
        throw LooseNodes(file).map(LoadFailure.loose) ?? .malformed(error)
      }
      return try open(document, file)
    }
    return try open(document, file)
  }

  private static func open(
    _ document: Document, _ file: [UInt8]
  ) throws(LoadFailure) -> any Container {
    for kind in texts {
      if let sequence = try kind.read(document) {
        return SoleSequence(sequence, remark: document.remark)
      }
    }
    if let nodes = LooseNodes(file) { throw .loose(nodes) }
    if let container = try MarkupSearch.open(document, file) { return container }
    throw .notASequence(Foreign.describe(document.root))
  }
}

extension Document {
  /// What should be known of how a file was read, as a sentence; nil where nothing should.
  var remark: String? {
    guard let said = falseEncoding else { return nil }
    return encoding == .windows1252
      ? FileText(of: self).remark
      : "Its first line says \(said), but it is \(encoding.rawValue), and is read as that."
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
