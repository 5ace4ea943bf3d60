import Containers
import ObjectCatalog
import StepCatalog
package import TaskSequence
import XMLTree

/// One thing that a list of what a sequence references says too much, or does not say.
///
/// A site writes the lists from the steps that run (Sources/TaskSequence/FACTS.md, “The list of
/// references”); what edits the text alone leaves them behind.
package struct StaleEntry: Equatable, Sendable {
  /// Whether it is in the sequence's own list; else it is in a list around the sequence.
  package let isOwn: Bool
  /// What it is about, as the list names it or as the list should.
  package let reference: Reference
  /// What is wrong, a sentence without its full stop.
  package let words: String
}

extension ReferenceCheck {
  /// What the lists of a document, which was looked at last, say too much or do not say: its own, an
  /// export's array, and the files beside it.
  ///
  /// A sequence without a list is no fault: it was never at a site, or names nothing. The placeholder
  /// stands in a list or does not, and the array of an export leaves out what the site has lost.
  package func staleEntries(of document: SequenceDocument) -> [StaleEntry] {
    guard document.dialect == .configurationManager else { return [] }
    let written = ListedReferences(writtenIn: document.sequence)?.entries
    let array = document.recordedReferences
    guard written != nil || !array.isEmpty || !catalog.listsBeside.isEmpty else { return [] }
    let wanted = listed.entries
    let around = Set((wanted + (written ?? [])).map(\.key))
    let boot = document.packageProperty("BootImageID")?.lowercased()
    return (written.map { ownStale($0, wanted, document) } ?? [])
      + array.filter { !around.contains(Self.key($0.id)) && Self.key($0.id) != boot }.map {
        stale("the export’s array of references names", $0, document)
      } + besideStale(array, document)
  }

  private func ownStale(
    _ written: [ReferenceList.Entry], _ wanted: [ReferenceList.Entry], _ document: SequenceDocument
  ) -> [StaleEntry] {
    let (has, needs) = (Set(written.map(\.whole)), Set(wanted.map(\.whole)))
    var told: Set<String> = []
    var extra = written.filter { entry in
      entry.id != "00000000" && !needs.contains(entry.whole) && told.insert(entry.whole).inserted
    }
    if !extra.isEmpty {
      let strange = document.strangeTexts
      extra.removeAll { entry in strange.contains { $0.contains(entry.key) } }
    }
    return extra.map { entry in
      StaleEntry(
        isOwn: true, reference: reference(naming: entry, in: document),
        words: "the list of references names \(entry.words), which no step that runs does")
    }
      + wanted.filter { !has.contains($0.whole) }.map { entry in
        let user = user(of: entry).flatMap(TaskNode.init)?.name ?? ""
        return StaleEntry(
          isOwn: true, reference: reference(naming: entry, in: document),
          words: "the list of references lacks \(entry.words), which “\(user)” names")
      }
  }

  /// What the files beside an export say, against its array, which they repeat.
  private func besideStale(
    _ array: [RecordedReference], _ document: SequenceDocument
  ) -> [StaleEntry] {
    guard document.carrier == .export else { return [] }
    return catalog.listsBeside.sorted { $0.key < $1.key }.flatMap { name, ids in
      let mine = array.filter { $0.isApplication == (name == ExportFolder.applicationList) }
      let keys = Set(mine.map { Self.key($0.id) })
      let extra = ids.subtracting(keys).sorted().map { id in
        RecordedReference(
          id: id, program: "*", isApplication: name == ExportFolder.applicationList)
      }
      return extra.map { stale("\(name) beside it names", $0, document) }
        + mine.filter { !ids.contains(Self.key($0.id)) }.map {
          stale("\(name) beside it lacks", $0, document, isLacking: true)
        }
    }
  }

  private func stale(
    _ list: String, _ recorded: RecordedReference, _ document: SequenceDocument,
    isLacking: Bool = false
  ) -> StaleEntry {
    let entry: ReferenceList.Entry =
      recorded.isApplication
      ? .application(recorded.id) : .package(recorded.id, program: nil)
    let reason = isLacking ? "" : ", which the sequence does not"
    return StaleEntry(
      isOwn: false, reference: reference(naming: entry, in: document),
      words: "\(list) \(entry.words)\(reason)")
  }

  private func reference(
    naming entry: ReferenceList.Entry, in document: SequenceDocument
  ) -> Reference {
    let place = ReferenceFinder.Place(.list, entry.kind, entry.id, isNeeded: false)
    return reference(to: place, in: document.sequence, document)
  }

  /// The first step that runs and makes an entry.
  private func user(of entry: ReferenceList.Entry) -> Element? {
    var found: Element?
    for part in parts where found == nil {
      part.walk(where: { found == nil && $0.isActive }) { part in
        if found == nil, part.entries.contains(entry) { found = part.element }
      }
    }
    return found
  }

  private static func key(_ id: String) -> String { id.lowercased() }
}

extension ReferenceList.Entry {
  /// What it names, which kind as far as the list tells.
  var kind: ReferenceKind {
    switch self {
    case .application: .application
    case .package(_, program: "*"): .taskSequence
    case .package: .content
    }
  }

  /// The same for whatever names the same object.
  fileprivate var key: String { id.lowercased() }

  /// The same for whatever names the same object and the same part of it.
  fileprivate var whole: String {
    switch self {
    case .application: key
    case .package(_, let program): "\(key) \(program?.lowercased() ?? "")"
    }
  }

  /// What it names in words.
  fileprivate var words: String {
    switch self {
    case .package(let id, let program?) where program != "*": "program “\(program)” of \(id)"
    case .package(let id, program: nil): "package \(id)"
    default: "\(kind.label) \(id)"
    }
  }
}

extension SequenceDocument {
  /// The texts, in small letters, of the steps nothing is known of: a site may know what they name.
  fileprivate var strangeTexts: [String] {
    var texts: [String] = []
    sequence.walk { node, _ in
      guard !node.isDisabled else { return false }
      if !node.isContainer, StepTypes.shared.types(of: node, in: dialect).isEmpty {
        let values = node.variables.map(\.value) + node.actions.map(\.text)
        texts.append(values.joined(separator: "\n").lowercased())
      }
      return true
    }
    return texts
  }
}
