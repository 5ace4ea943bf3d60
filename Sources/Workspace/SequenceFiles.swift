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

  /// Reads them all, on all processors.
  ///
  /// In a folder, and those below it, every `.xml` file that holds a sequence counts; others are
  /// passed over, broken ones are told. Links to folders are not followed.
  /// - Throws: when there is no sequence at all.
  package init(_ paths: [String]) throws(Failure) {
    var found: [(path: String, isNamed: Bool)] = []
    for path in paths {
      if Folder.isFolder(path) {
        found += Folder.files(below: path).filter { $0.lowercased().hasSuffix(".xml") }
          .map { ($0, false) }
      } else {
        found.append((path, true))
      }
    }
    let results = Self.concurrently(found.map(\.path)) { path in
      Result { () throws(OpenFailure) in try Files.open(path) }
    }
    for (file, result) in zip(found, results) {
      do throws(OpenFailure) {
        entries.append(NamedSequence(path: file.path, document: try result.get()))
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
