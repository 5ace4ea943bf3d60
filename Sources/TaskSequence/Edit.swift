package import XMLTree

/// What an edit made: a new document and the words that tell it.
///
/// A history takes nothing else; and only who imports `Edits`, as the door does, can make one or put
/// another document into it.
package struct Edit: Sendable {
  package private(set) var document: SequenceDocument
  /// What happened, in the past tense: "Removed 3 steps".
  ///
  /// Names the revision in the history.
  package var label: String
  /// What the user should know besides, in whole sentences.
  package var notes: [String] = []
  /// What is good to know and no reason to look, in whole sentences.
  package var remarks: [String] = []
  /// The node to stand on afterwards, when the edit has an opinion.
  package var focus: NodeID?
  /// How it came about.
  package var cause = Revision.Cause.unknown

  /// An edit that made a document.
  @_spi(Edits) public init(
    document: SequenceDocument, label: String, notes: [String] = [], focus: NodeID? = nil
  ) {
    self.document = document
    self.label = label
    self.notes = notes
    self.focus = focus
  }

  /// The same with another document.
  @_spi(Edits) public func with(_ document: SequenceDocument) -> Edit {
    var copy = self
    copy.document = document
    return copy
  }
}

/// Why an edit cannot be done, a sentence without its full stop.
package struct Refusal: Error, Equatable, Sendable {
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}

extension SequenceDocument {
  /// Nodes in document order, each once; those below another one of them are left out.
  package func topmost(_ ids: Set<NodeID>) -> [TaskNode] {
    if ids.count == 1 { return ids.compactMap { node($0) }.filter { $0.kind != .sequence } }
    var found: [TaskNode] = []
    sequence.walk { node, _ in
      guard ids.contains(node.id) else { return true }
      found.append(node)
      return false
    }
    return found
  }

  /// All nodes of those ids in document order.
  package func nodes(_ ids: Set<NodeID>) -> [TaskNode] {
    guard ids.count > 1 else { return ids.compactMap { node($0) } }
    var found: [TaskNode] = ids.contains(sequenceID) ? [sequence] : []
    sequence.walk { node, _ in
      if ids.contains(node.id) { found.append(node) }
      return found.count < ids.count
    }
    return found
  }

  /// “Name” for one node, “3 steps” or “5 nodes” for several.
  package static func words(for nodes: [TaskNode]) -> String {
    guard nodes.count != 1 else { return "“\(nodes[0].name)”" }
    let kinds = Set(nodes.map(\.kind))
    return switch kinds {
    case [.group]: "\(nodes.count) groups"
    case [.step], [.childSequence], [.step, .childSequence]: "\(nodes.count) steps"
    default: "\(nodes.count) steps and groups"
    }
  }

  /// What goes with nodes: “ with its 12 steps”; empty where no step does.
  package static func wordsInside(_ nodes: [TaskNode]) -> String {
    var steps = 0
    for group in nodes where group.kind == .group {
      group.walk { node, _ in
        if node.kind != .group { steps += 1 }
        return true
      }
    }
    guard steps > 0 else { return "" }
    return " with \(nodes.count == 1 ? "its" : "their") \(steps == 1 ? "step" : "\(steps) steps")"
  }

  /// Where a destination is: “after “Name””, “in “Name””.
  func words(for destination: Destination) -> String {
    guard let anchor = node(destination.anchor) else { return "" }
    let isSequence = anchor.kind == .sequence
    return switch destination {
    case .before: "before “\(anchor.name)”"
    case .after: "after “\(anchor.name)”"
    case .start: isSequence ? "at the start of the sequence" : "in “\(anchor.name)”"
    case .end: isSequence ? "at the end of the sequence" : "in “\(anchor.name)”"
    }
  }
}
