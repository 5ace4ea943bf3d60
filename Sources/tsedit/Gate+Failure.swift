import References
import Reports
import Screen
import Storage
import TaskSequence
import Workspace

extension Gate {
  /// Writes a sequence, and tells what should be known of it besides.
  ///
  /// - Throws: with a sentence for each reference that is unresolved and exit code 3; the same code
  ///   when somebody edits the file, or it cannot be written.
  mutating func deliver(
    _ document: SequenceDocument, to path: String, opened: SequenceDocument,
    from origin: String? = nil, source: String? = nil, isNew: Bool = false, _ out: inout Output
  ) throws(Failure) {
    let told = library.faults.count
    let name = Printable.line(path)
    do throws(Stop) {
      let remark = try write(
        document, to: path, opened: opened, from: origin, source: source, isNew: isNew, &out)
      tellFaults(from: told)
      if let remark { Failure.say("tsedit: \(name): \(remark)") }
    } catch {
      tellFaults(from: told)
      throw Failure(
        Self.sentences(about: error, NamedSequence(path: path, document: document), name),
        code: Failure.refused)
    }
  }

  /// Refuses a sequence that would not be written, before anything is told of it.
  ///
  /// - Throws: as `deliver` does.
  mutating func refuse(
    _ document: SequenceDocument, to path: String, opened: SequenceDocument,
    source: String? = nil
  ) throws(Failure) {
    let told = library.faults.count
    do throws(Stop) { try tryOut(document, to: path, opened: opened, source: source) } catch {
      tellFaults(from: told)
      throw Failure(
        Self.sentences(
          about: error, NamedSequence(path: path, document: document), Printable.line(path)),
        code: Failure.refused)
    }
  }

  private func tellFaults(from start: Int) {
    for fault in library.faults.dropFirst(start) { Failure.say("tsedit: \(fault).") }
  }

  private static func sentences(
    about stop: Stop, _ sequence: NamedSequence, _ name: String
  ) -> [String] {
    switch stop {
    case .unresolved(let references, let check):
      let count = references.count == 1 ? "1 reference is" : "\(references.count) references are"
      return ReferenceLine.lines(for: references, sequence, check).map(\.text)
        + ["\(name) was not written: \(count) unresolved."]
    case .inUse: return ["\(name) was not written: somebody edits it."]
    case .file(let failure): return ["\(name) was not written: \(failure.reason)."]
    }
  }
}
