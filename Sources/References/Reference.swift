package import TaskSequence
package import XMLTree

/// A place in a sequence that names an object.
package struct Reference: Equatable, Sendable {
  /// Where in the node the name stands.
  package enum Place: Hashable, Sendable {
    /// In a variable of a step or of the whole sequence.
    case variable(String)
    /// In the command line alone; what repeats a variable is no place of its own.
    case action
    /// In the sequence's list of references, while no step names the object.
    case list
    /// In a property of the package around the sequence.
    case property(String)
    /// In a text of the node that no site reads for it, by its number among those of its name.
    case text(TextPlace.Name, Int)

    /// The place in a word.
    package var words: String {
      switch self {
      case .variable(let name), .property(let name): name
      case .action: "command line"
      case .list: "referenceList"
      case .text(let name, _): name.words
      }
    }
  }

  /// Whether the object is there.
  package enum Status: String, Sendable {
    case resolved
    /// The sequence's own list names it and nothing else does; that may have been written by anybody.
    case listed
    /// The user says that it is there, though no catalogue does.
    case stated
    /// It is known not to be there, or it is empty where the step needs one.
    case unresolved
    /// Nothing is known about that kind of object here.
    case unverified
    /// Decided when the sequence runs.
    case dynamic
    /// Stands in a text for people or scripts; it stops nothing, and no site counts it.
    case mention

    /// The status as a person reads it.
    package var words: String {
      switch self {
      case .listed: "only listed"
      case .stated: "stated by you"
      default: rawValue
      }
    }

    /// Whether nothing but the sequence itself says that the object is there: only the strict mind.
    package var isUnproven: Bool { self == .unverified || self == .listed }

    /// Whether no site, share or export says that the object is there.
    var isTakenOnTrust: Bool { isUnproven || self == .stated }
  }

  package var node: NodeID
  package var place: Place
  package var kind: ReferenceKind
  /// What stands there; of a program with its package, as in `CatalogObject`.
  package var id: String
  package var status: Status
  /// Why, a sentence without its full stop; for a resolved one the object's name.
  package var reason: String
  /// What has become of the object where nobody should install it any more, in words; nil else.
  package var fate: String?
  /// Whether it is a child sequence that the export around this one does not hold.
  package var isMissingInExport = false
  /// Whether a catalogue that is newer than the user's statement does not know the object either.
  package var isContradicted = false
  /// Whether the place cannot be left empty.
  package var isNeeded: Bool
  /// Whether it counts: references of disabled nodes do not
  /// (Sources/TaskSequence/FACTS.md, “Broken references”).
  package var isActive = true

  package init(
    node: NodeID, place: Place, kind: ReferenceKind, id: String, status: Status, reason: String,
    isNeeded: Bool
  ) {
    self.node = node
    self.place = place
    self.kind = kind
    self.id = id
    self.status = status
    self.reason = reason
    self.isNeeded = isNeeded
  }

  /// The variable that holds it; nil when it stands elsewhere.
  package var variable: String? { if case .variable(let name) = place { name } else { nil } }

  /// Whether it stops a save.
  package func stopsSaving(isStrict: Bool) -> Bool {
    isActive && (status == .unresolved || isStrict && status.isTakenOnTrust)
  }

  /// The element of its node that holds it; the node's own where there is none.
  package func element(in node: TaskNode) -> Element {
    let holder: Element?
    switch place {
    case .property: holder = nil
    case .text(let name, let ordinal): holder = node.text(name, ordinal)?.element
    case .variable(let name):
      let variables = node.variables.filter { $0.name == name }
      holder = (variables.first { $0.value.contains(id) } ?? variables.first)?.element
    case .action:
      let actions = node.actions
      holder = actions.first { $0.text.contains(id) } ?? actions.first
    case .list:
      let list = ReferenceList(of: node)
      let entries = list?.elements.flatMap(\.elements) ?? []
      holder = entries.first { $0.attributes.contains { $0.value == id } } ?? list?.element
    }
    return holder ?? node.element
  }

  /// Whether both name the same object.
  package func namesSame(as other: Reference) -> Bool {
    kind == other.kind && id.lowercased() == other.id.lowercased()
  }
}
