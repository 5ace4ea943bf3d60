import TaskSequence

/// Has the lists beside an exported sequence follow it, when it references other objects than in the
/// file it was opened from.
struct ExportFollowing {
  /// What should be known of it, each a sentence.
  private(set) var notes: [String] = []
  private(set) var knowsExport = false
  private let before: [RecordedReference]
  private let now: [RecordedReference]
  private let sequence: String
  private var known: [String: ExportedObject]

  /// - Parameter objects: What is known of objects besides, by their ids in small letters.
  init(
    from old: SequenceDocument, to new: SequenceDocument, _ objects: [String: ExportedObject]
  ) {
    before = old.recordedReferences
    now = new.recordedReferences
    sequence = new.ownID ?? ""
    known = objects
  }

  /// The ids, in small letters, that were named and are not now.
  var gone: Set<String> {
    Set(before.map { $0.id.lowercased() }).subtracting(now.map { $0.id.lowercased() })
  }

  /// Whether a list has to say something else than in the file that was opened.
  func isNeeded(_ kind: ExportedList.Kind) -> Bool {
    func ids(_ references: [RecordedReference]) -> Set<String> {
      Set(references.filter(kind.covers).map { $0.id.lowercased() })
    }
    return ids(before) != ids(now)
  }

  /// Takes what the export itself says of objects, which comes first.
  mutating func know(_ objects: [ExportedObject]) {
    knowsExport = true
    known.merge(objects.map { ($0.id.lowercased(), $0) }) { _, own in own }
  }

  /// The list in the place of the one that was opened; nil where it stays.
  mutating func list(_ kind: ExportedList.Kind, instead file: [UInt8]) -> [UInt8]? {
    guard let list = try? ExportedList(file) else {
      notes.append("\(kind.fileName) cannot be read, and stays as it is.")
      return nil
    }
    let named = Set(list.objects.map { $0.id.lowercased() })
    let (new, left) = list.naming(now, kind, of: sequence) { known[$0.lowercased()] }
    if !left.isEmpty {
      notes.append(
        "\(kind.fileName) does not name \(Self.words(left)): it needs the numbers a site gives "
          + "applications, which are not known here.")
    }
    if kind == .objects {
      let strange = now.filter(kind.covers).map(\.id).filter { id in
        !named.contains(id.lowercased()) && known[id.lowercased()]?.type == nil
      }
      if !strange.isEmpty {
        notes.append(
          "\(kind.fileName) names \(Self.words(strange)) without a name and a type: nothing is known "
            + "of \(strange.count == 1 ? "it" : "them") here.")
      }
    }
    return new == file ? nil : new
  }

  private static func words(_ ids: [String]) -> String {
    ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? " and \(ids.count - 3) more" : "")
  }
}
