import Synchronization
package import TaskSequence
import XMLTree

/// Which variables of a sequence hold what is never shown unasked: those whose names tell, and those of
/// which a step says not to display them.
package struct Secrecy: Equatable, Sendable {
  /// What the names alone tell.
  package static let byName = Secrecy(hidden: [])

  /// The variables that steps hide, in small letters.
  private let hidden: Set<String>

  private init(hidden: Set<String>) { self.hidden = hidden }

  /// Whether what a variable of that name holds is hidden wherever it stands.
  package func isSecret(_ name: String) -> Bool {
    Secrets.isSecret(name) || !hidden.isEmpty && hidden.contains(name.lowercased())
  }

  // MARK: Of a document

  /// That of a document; costs a look at what changed since it was asked for last.
  package init(of document: SequenceDocument) {
    self = Self.known.withLock { known in
      let root = document.sequence.element
      if let entry = known.first(where: { $0.root === root }) { return entry.secrecy }
      var entry = Entry(root: root, before: known.last { $0.root.id == root.id })
      entry.read()
      known.append(entry)
      if known.count > 4 { known.removeFirst() }
      return entry.secrecy
    }
  }

  private static let known = Mutex<[Entry]>([])

  /// What was read of a document, group by group: elements never change.
  private struct Entry {
    let root: Element
    private var groups: [NodeID: (element: Element, names: Set<String>)] = [:]
    private var before: [NodeID: (element: Element, names: Set<String>)]
    private(set) var secrecy = Secrecy.byName

    init(root: Element, before: Entry?) {
      self.root = root
      self.before = before?.groups ?? [:]
    }

    mutating func read() {
      secrecy = Secrecy(hidden: names(inside: root))
      before = [:]
    }

    private mutating func names(inside group: Element) -> Set<String> {
      if let known = before[group.id], known.element === group {
        groups[group.id] = known
        return known.names
      }
      var names: Set<String> = []
      for element in group.elements {
        guard let node = TaskNode(element) else { continue }
        names.formUnion(node.isContainer ? self.names(inside: element) : Self.names(hiddenBy: node))
      }
      groups[group.id] = (group, names)
      return names
    }

    /// The variables that a step sets and does not want displayed.
    private static func names(hiddenBy node: TaskNode) -> Set<String> {
      guard let name = node.type, StepTypes.hiding.contains(name) else { return [] }
      var names: Set<String> = []
      for type in StepTypes.shared.types(of: node, in: .configurationManager) {
        for field in type.fields {
          guard case .sets(let sources) = field.naming,
            let target = node.variable(field.variable), !target.isEmpty
          else { continue }
          let isHidden = sources.contains { source in
            guard let value = node.variable(source), !value.isEmpty else { return false }
            return type.field(of: source).map { HiddenValues.isMarked($0, in: node) } ?? false
          }
          if isHidden { names.insert(target.lowercased()) }
        }
        guard let rules = type.rulesVariable.flatMap({ node.variable($0) }) else { continue }
        for setting in DynamicRules(rules)?.rules.flatMap(\.settings) ?? []
        where setting.isSecret && !setting.name.isEmpty {
          names.insert(setting.name.lowercased())
        }
      }
      return names
    }
  }
}
