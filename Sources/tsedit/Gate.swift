import ArgumentParser
import ObjectCatalog
import References
import Storage
import TaskSequence

/// The one way headless commands write a sequence: nothing goes out while references are unresolved.
struct Gate {
  private(set) var library: CatalogLibrary
  private let isStrict: Bool

  /// A gate that knows the catalogues of a command line and of the settings.
  init(_ known: CatalogOptions, _ settings: Settings = Settings()) throws(Failure) {
    library = try known.library(settings)
    isStrict = known.isStrict(settings)
  }

  /// Writes a sequence to a file, or to standard output for `-`.
  ///
  /// - Parameters:
  ///   - opened: The sequence before it was edited: what it lists is known, and what the edit listed
  ///     is not.
  ///   - origin: Where it was, when it is written elsewhere; it has to pass there, too.
  ///   - isNew: Whether a file that is there is not replaced.
  ///   - out: Where it goes for `-`, when the command is done.
  /// - Throws: with a sentence for each reference that is unresolved and exit code 3; the file is as it
  ///   was then. The same code when somebody edits the file, or it cannot be written.
  mutating func write(
    _ document: SequenceDocument, to path: String, opened: SequenceDocument? = nil,
    from origin: String? = nil, isNew: Bool = false,
    _ out: inout Output
  ) throws(Failure) {
    let entry = SequenceFiles.Entry(path: path, document: document)
    var blocking: [ReferenceLine] = []
    for place in [path, origin].compactMap(\.self) where blocking.isEmpty {
      blocking = self.blocking(entry, knowing: opened ?? document, around: place)
    }
    guard blocking.isEmpty else {
      let count = blocking.count == 1 ? "1 reference is" : "\(blocking.count) references are"
      throw Failure(
        blocking.map(\.text) + ["\(Printable.line(path)) was not written: \(count) unresolved."],
        code: Failure.refused)
    }
    let bytes = document.serialized()
    guard path != "-" else { return out.print(sequence: bytes) }
    guard case .taken(let lock) = FileLock.take(for: path) else {
      throw Failure(
        "\(Printable.line(path)) was not written: somebody edits it.", code: Failure.refused)
    }
    defer { lock?.release() }
    do throws(FileFailure) { try AtomicFile.write(bytes, to: path, isNew: isNew) } catch {
      throw Failure(
        "\(Printable.line(path)) was not written: \(error.reason).", code: Failure.refused)
    }
    if let remark = ExportLists.remark(on: path, document) {
      Failure.say("tsedit: \(Printable.line(path)): \(remark)")
    }
  }

  /// The references that stop a sequence from being written, as far as is known around a place.
  private mutating func blocking(
    _ entry: SequenceFiles.Entry, knowing opened: SequenceDocument, around place: String
  ) -> [ReferenceLine] {
    let told = library.faults.count
    var known = library.catalog(around: place)
    for fault in library.faults.dropFirst(told) { Failure.say("tsedit: \(fault).") }
    known.formUnion(SequenceKnowledge.read(opened))
    return ReferenceLine.lines(of: entry, known, isStrict: isStrict) { [isStrict] in
      $0.stopsSaving(isStrict: isStrict)
    }
  }
}
