import Containers
import ObjectCatalog
package import References
package import Storage
package import TaskSequence

/// The one way headless commands write a sequence: nothing goes out while references are unresolved.
package struct Gate {
  /// What is known of objects.
  package private(set) var library: CatalogLibrary
  private let isStrict: Bool

  /// A gate that knows some catalogues.
  ///
  /// - Parameter isStrict: Whether references nothing is known of count as unresolved.
  package init(_ library: CatalogLibrary, isStrict: Bool) {
    self.library = library
    self.isStrict = isStrict
  }

  /// Why a sequence was not written.
  package enum Stop: Error {
    /// These references are unresolved, as the check sees them.
    case unresolved([Reference], ReferenceCheck)
    /// Somebody edits the file.
    case inUse
    case file(FileFailure)
  }

  /// Writes a sequence to a file, or to standard output for `-`; answers what should be known of the
  /// files beside it, as a sentence.
  ///
  /// - Parameters:
  ///   - opened: The sequence before it was edited: what it lists was not listed by the edit.
  ///   - origin: Where it was, when it is written elsewhere; it has to pass there, too.
  ///   - source: The file it was made of; others may do no more with a new one.
  ///   - isNew: Whether a file that is there is not replaced.
  ///   - out: Where it goes for `-`, when the command is done.
  /// - Throws: when it is not written; the file is as it was then.
  package mutating func write(
    _ document: SequenceDocument, to path: String, opened: SequenceDocument, from origin: String?,
    source: String? = nil, isNew: Bool, _ out: inout Output
  ) throws(Stop) -> String? {
    if let origin { _ = try clear(document, knowing: opened, around: origin) }
    let place = SequencePlace(path)
    let file = try Self.file(at: place, opened, from: source ?? origin)
    let content = try clear(document, knowing: opened, around: place.path, in: file)
    guard path != "-" else {
      out.print(content)
      return nil
    }
    guard case .taken(let lock) = FileLock.take(for: place.path) else { throw .inUse }
    defer { lock?.release() }
    do throws(FileFailure) {
      try AtomicFile.write(content, to: place.path, isNew: isNew, from: source ?? origin)
    } catch {
      throw .file(error)
    }
    guard let file else { return ExportLists.remark(on: place.path, document) }
    let notes =
      content.container.notes
      + ExportLists.follow(place.path, content.container, instead: file.container)
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  /// Tells whether a sequence would be written, and writes nothing.
  ///
  /// - Throws: what `write` would, as far as the sequence is the reason.
  package mutating func tryOut(
    _ document: SequenceDocument, to path: String, opened: SequenceDocument,
    source: String? = nil
  ) throws(Stop) {
    let place = SequencePlace(path)
    let file = try Self.file(at: place, opened, from: source)
    _ = try clear(document, knowing: opened, around: place.path, in: file)
  }

  /// The file a sequence is written into: one that holds more than it, or that others follow; nil when
  /// a file of its own is written.
  ///
  /// - Parameter source: Where the sequence came from.
  private static func file(
    at place: SequencePlace, _ opened: SequenceDocument, from source: String?
  ) throws(Stop) -> OpenedFile? {
    guard place.path != "-" else { return nil }
    let isOwn = source.map { Path.absolute(SequencePlace($0).path) } == Path.absolute(place.path)
    do throws(OpenFailure) {
      if place.member == nil, !ArchiveFile.isOne(place.path) {
        guard isOwn, opened.carrier == .export else { return nil }
        let lists = ExportLists.around(SoleSequence(opened), at: place.path)
        return lists is UnpackedExport ? try OpenedFile(place, lists) : nil
      }
      try ArchiveFile.refuse(place, isOwn: isOwn)
      return try OpenedFile(place, try Files.container(place.path))
    } catch {
      throw .file(FileFailure(refusal: error.sentence))
    }
  }

  /// Lets a sequence pass as far as is known around a place.
  private mutating func clear(
    _ document: SequenceDocument, knowing opened: SequenceDocument, around place: String,
    in file: OpenedFile? = nil
  ) throws(Stop) -> Cleared {
    var known = library.catalog(around: place)
    known.formUnion(SequenceKnowledge.read(opened))
    var check = ReferenceCheck(catalog: known, isStrict: isStrict)
    let member: MemberID
    do throws(OpenFailure) { member = try file?.only ?? .only } catch {
      throw .file(FileFailure(refusal: error.sentence))
    }
    let sequences: ClearedSequences
    do throws(Unresolved) {
      sequences = try check.clear(document, as: member)
    } catch {
      throw .unresolved(error.references, check)
    }
    do throws(Refusal) { return try sequences.file(in: file?.container) } catch {
      throw .file(FileFailure(refusal: error.reason))
    }
  }
}
