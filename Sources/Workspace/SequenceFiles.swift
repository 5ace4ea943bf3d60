import Containers
import Dispatch
import Screen
import Synchronization
package import TaskSequence

/// The sequences a command works on: files as they are named, and every sequence in a folder.
package struct SequenceFiles {
  /// Those that could be read, in their order.
  package private(set) var entries: [NamedSequence] = []
  /// What could not be read, each a sentence.
  package private(set) var faults: [String] = []
  /// What should be known of how the others were read, each a sentence.
  package private(set) var notes: [String] = []

  /// How many files they are in.
  package private(set) var fileCount = 0

  /// Reads them all, on all processors.
  ///
  /// A file that holds several stands for all of them, unless one is named. In a folder, and those below
  /// it, every `.xml` file that holds a sequence counts, and every `.zip` that is an export; others are
  /// passed over, broken ones are told. Links to folders are not followed.
  /// - Throws: when there is no sequence at all.
  package init(_ paths: [String]) throws(Failure) {
    var found: [(path: String, isNamed: Bool)] = []
    for path in paths {
      if Folder.isFolder(path) {
        found += Folder.files(below: path).filter { file in
          [".xml", ".zip"].contains { file.lowercased().hasSuffix($0) }
        }.map { ($0, false) }
      } else {
        found.append((path, true))
      }
    }
    let results = Self.concurrently(found.map(\.path)) { path in
      Result { () throws(OpenFailure) in try Contents(try Files.opened(path)) }
    }
    for (file, result) in zip(found, results) {
      do throws(OpenFailure) {
        let contents = try result.get()
        entries += contents.entries
        fileCount += 1
        faults += contents.faults
        if let remark = contents.remark { notes.append("\(Printable.line(file.path)): \(remark)") }
      } catch {
        if !file.isNamed, error.isOtherKind { continue }
        faults.append("\(Printable.line(file.path)): \(error.sentence).")
      }
    }
    guard !entries.isEmpty else {
      let places = Printable.line(paths.joined(separator: ", "))
      throw Failure(
        faults.isEmpty ? ["there is no task sequence in \(places)."] : faults,
        code: Failure.badUse)
    }
  }

  /// Does the same with every element, on all processors; the results come in the order given.
  package static func concurrently<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let result = work(elements[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

/// The sequences of one file.
private struct Contents: Sendable {
  private(set) var entries: [NamedSequence] = []
  private(set) var faults: [String] = []
  let remark: String?

  init(_ file: OpenedFile) throws(OpenFailure) {
    remark = file.container.remark
    guard file.isOfSeveral else {
      entries = [NamedSequence(path: file.path, document: try file.document(of: try file.only))]
      return
    }
    for member in file.members {
      let name = file.name(of: member.id)
      do throws(OpenFailure) {
        entries.append(NamedSequence(path: name, document: try file.document(of: member.id)))
      } catch {
        faults.append("\(Printable.line(name)): \(error.sentence).")
      }
    }
  }
}
