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
  ///   - opened: The sequence before it was edited: what it lists is known, and what the edit listed
  ///     is not.
  ///   - origin: Where it was, when it is written elsewhere; it has to pass there, too.
  ///   - isNew: Whether a file that is there is not replaced.
  ///   - out: Where it goes for `-`, when the command is done.
  /// - Throws: when it is not written; the file is as it was then.
  package mutating func write(
    _ document: SequenceDocument, to path: String, opened: SequenceDocument, from origin: String?,
    isNew: Bool, _ out: inout Output
  ) throws(Stop) -> String? {
    for place in [path, origin].compactMap(\.self) {
      var known = library.catalog(around: place)
      known.formUnion(SequenceKnowledge.read(opened))
      var check = ReferenceCheck(catalog: known, isStrict: isStrict)
      check.look(at: document)
      let blocking = check.blocking
      guard blocking.isEmpty else { throw .unresolved(blocking, check) }
    }
    let bytes = document.serialized()
    guard path != "-" else {
      out.print(sequence: bytes)
      return nil
    }
    guard case .taken(let lock) = FileLock.take(for: path) else { throw .inUse }
    defer { lock?.release() }
    do throws(FileFailure) { try AtomicFile.write(bytes, to: path, isNew: isNew) } catch {
      throw .file(error)
    }
    return ExportLists.remark(on: path, document)
  }
}
