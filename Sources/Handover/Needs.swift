import ObjectCatalog
import References
import TaskSequence

/// What enabled steps of some sequences need that their file does not hold.
struct Needs {
  /// An object, and what is known of it.
  private struct Need {
    let kind: ReferenceKind
    let object: CatalogObject
    let standing: Standing
  }

  /// How sure it is that the site has an object, the doubtful first.
  private enum Standing: Int {
    case missing, unknown, listed, told, stated, known

    var words: String {
      switch self {
      case .missing: "it is known not to be there"
      case .unknown: "nothing is known of it here"
      case .listed: "only the sequence's own list names it"
      case .told: "the export names it; that says nothing of the site it goes to"
      case .stated: "you said that it is there"
      case .known: "a catalogue knows it"
      }
    }
  }

  private var needs: [Need] = []

  /// - Parameter held: The ids of objects in the file, in small letters.
  init(of parts: [RecipeSubject.Part], without held: Set<String>) {
    var seen: Set<String> = []
    for part in parts {
      for reference in part.check.references where reference.isActive && reference.place != .list {
        let key = reference.id.lowercased()
        guard !reference.id.isEmpty, reference.status != .dynamic, !held.contains(key),
          reference.kind != .program, seen.insert("\(reference.kind.rawValue) \(key)").inserted
        else { continue }
        needs.append(Self.need(reference, part.check.catalog))
      }
    }
    needs.sort { one, other in
      (one.standing.rawValue, one.kind.label, one.object.id)
        < (other.standing.rawValue, other.kind.label, other.object.id)
    }
  }

  private static func need(_ reference: Reference, _ catalog: Catalog) -> Need {
    let found = catalog.standing(of: reference.kind, reference.id)
    let known = found?.object ?? catalog.record(reference.kind, reference.id)
    let object = known ?? CatalogObject(kind: reference.kind, id: reference.id, name: "")
    let standing: Standing =
      switch (reference.status, found?.evidence) {
      case (.unresolved, _): .missing
      case (.unverified, _): .unknown
      case (_, .listed?): .listed
      case (_, .told?): .told
      case (_, .stated?): .stated
      default: .known
      }
    let kind = object.kind == .content ? reference.kind : object.kind
    return Need(kind: kind, object: object, standing: standing)
  }

  var isEmpty: Bool { needs.isEmpty }

  /// The ids of the child sequences among them.
  var children: [String] { needs.filter { $0.kind == .taskSequence }.map(\.object.id) }

  /// A line for each.
  var lines: [String] {
    needs.map { "\($0.kind.label) \($0.object.words): \($0.standing.words)" }
  }
}
