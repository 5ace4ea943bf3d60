import DryRun
import Facts
import Screen
import Storage
import TaskSequence
import Workspace

/// The child sequences of a run: those that are stated, then those found around the sequence.
struct SimulatedChildren {
  private let stated: StatedSituation
  private(set) var known = ChildSequences()

  init(_ stated: StatedSituation) { self.stated = stated }

  /// Looks for every child that is run, and for theirs.
  ///
  /// Looks around the file only where a child is not stated.
  /// - Parameter entries: The sequences that were named together with it.
  /// - Throws: where a stated one cannot be read.
  mutating func find(
    for document: SequenceDocument, at path: String?, beside entries: [NamedSequence]
  ) throws(Failure) {
    for (id, child) in stated.situation.children {
      let name = "the child \(Printable.line(id))"
      let document: SequenceDocument
      if let text = child.sequence {
        document = try Simulation.parse(text, of: name)
      } else if let file = child.file {
        document = try Files.load(place(of: file))
      } else {
        document = try Simulation.parse("<sequence version=\"3.10\"/>", of: name)
      }
      known[id] = .init(document, isEnabled: child.isEnabled)
    }
    var open = Self.children(of: document)
    for (id, child) in stated.situation.children where known[id] != nil && child.isEnabled {
      if let document = known[id]?.document { open += Self.children(of: document) }
    }
    var seen: Set<String> = []
    var near: [NearbySequence]?
    while let id = open.popLast() {
      guard !id.isEmpty, seen.insert(id).inserted, known[id] == nil else { continue }
      if let found = entries.first(where: { $0.document.ownID?.uppercased() == id }) {
        known[id] = .init(found.document)
      } else if let path, path != "-" {
        if near == nil { near = NearbySequences.all(around: path) }
        let found = near?.first { $0.id.uppercased() == id && $0.origin != .recent }
        if let document = found.flatMap({ try? Files.open($0.path) }) {
          known[id] = .init(document)
        }
      }
      if let document = known[id]?.document { open += Self.children(of: document) }
    }
  }

  /// The path of a file that a situation names.
  private func place(of file: String) -> String {
    file.hasPrefix("/") ? file : stated.folder.map { "\($0)/\(file)" } ?? file
  }

  /// The ids of the children that a sequence runs.
  private static func children(of document: SequenceDocument) -> [String] {
    var ids: [String] = []
    document.sequence.walk { node, _ in
      if node.kind == .childSequence { ids.append(ChildSequences.id(of: node)) }
      return true
    }
    return ids
  }
}
