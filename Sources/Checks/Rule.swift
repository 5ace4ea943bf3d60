import References
import TaskSequence
import VariableCatalog
import XMLTree

/// Something that can be wrong with a sequence, and how it is found.
///
/// One file holds one rule: its id and name, which never change, how much it matters, the page people
/// read about it, and a function. The page is the rule's documentation, here and in the program; its
/// examples are its tests. A rule looks at a node as if it ran: what it finds in a node that does not
/// run is left out, unless the hit says that it counts there too.
package final class Rule: Sendable {
  /// What a rule found at a place of a node.
  struct Hit: Equatable {
    let place: Finding.Place
    let message: String
    var objects: [Finding.Object] = []
    /// Whether it counts in a node that does not run.
    var countsDisabled = false

    init(
      _ place: Finding.Place, _ message: String, _ objects: [Finding.Object] = [],
      countsDisabled: Bool = false
    ) {
      self.place = place
      self.message = message
      self.objects = objects
      self.countsDisabled = countsDisabled
    }
  }

  /// What a rule looks at.
  enum Look: Sendable {
    /// A node by itself; what is found stays while the node does.
    case node(@Sendable (NodeReading) -> [Hit])
    /// A condition by itself, in a node or while it is typed; what is found stays while the node does.
    case condition(@Sendable (ConditionReading) -> [Hit])
    /// A condition, and what the sequence says of variables, made when it is asked for: it costs a walk
    /// over all texts. Only sequences with all of the hints are looked at.
    case knowingVariables(
      worth: VariableHints, @Sendable (ConditionReading, () -> VariableKnowledge) -> [Hit])
    /// The whole document, again whenever it changed.
    case document(@Sendable (DocumentReading) -> [(node: NodeID, hit: Hit)])

    /// Whether it sees nothing but one node.
    var isLocal: Bool {
      switch self {
      case .node, .condition: true
      case .knowingVariables, .document: false
      }
    }
  }

  /// Three letters of a family and two digits.
  package let id: String
  /// The id in words, as `condition-never-true`.
  package let name: String
  package let severity: Severity
  /// By what else rules are chosen, in small letters.
  package let tags: Set<String>
  /// What people read: the rule in a sentence; why; an example that is wrong and one that is right, each
  /// indented by four columns; what helps; where the facts are from.
  package let page: String
  /// Whether the gate refuses what it finds.
  package let stopsSaving: Bool
  /// Whether a sequence is told only once of each object.
  let isOncePerObject: Bool
  let look: Look
  /// What would take away findings of it that are about one object.
  let fixes: @Sendable ([Finding], SequenceDocument) -> [Fix]

  /// - Parameter tags: The words it is chosen by, with blanks between them.
  init(
    _ id: String, _ name: String, _ severity: Severity, tags: String = "",
    stopsSaving: Bool = false, isOncePerObject: Bool = false, page: String, look: Look,
    fixes: @escaping @Sendable ([Finding], SequenceDocument) -> [Fix] = { _, _ in [] }
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.tags = Set(tags.split(separator: " ").map(String.init))
    self.stopsSaving = stopsSaving
    self.isOncePerObject = isOncePerObject
    self.page = page
    self.look = look
    self.fixes = fixes
  }

  /// The three letters of its id.
  package var family: Substring { id.prefix(3) }

  /// What is wrong, in a sentence: the first of its page.
  package var summary: String { String(page.prefix { $0 != "\n" }) }

  /// What it says of a hit in a node.
  func finding(_ hit: Hit, in node: NodeID, isRunning: Bool) -> Finding {
    Finding(
      rule: id, severity: severity, node: node, place: hit.place, message: hit.message,
      objects: hit.objects, isActive: isRunning || hit.countsDisabled)
  }
}
