import ObjectCatalog
import References
import StepCatalog
@_spi(Edits) package import TaskSequence
package import XMLTree

/// Operations that are one edit together, each done to what the one before it made.
package struct Chain {
  private let start: SequenceDocument
  /// The document as it is in the file.
  private let saved: SequenceDocument
  private let tell: StepKeeper.Telling
  /// What was done so far; nil before the first.
  private var done: Edit?
  private var lines: [String] = []

  init(
    _ document: SequenceDocument, saved: SequenceDocument? = nil, telling catalog: Catalog = .init()
  ) {
    start = document
    self.saved = saved ?? document
    tell = { kind, id, fact in catalog.object(kind, id).flatMap { $0.told(fact) } }
  }

  /// The document as the operations so far have made it.
  package var document: SequenceDocument { done?.document ?? start }

  /// The node to stand on after them, when one of them has an opinion.
  package var focus: NodeID? {
    get { done?.focus }
    set { done?.focus = newValue }
  }

  /// The paths of nodes, as they are now.
  package func paths(of ids: Set<NodeID>) -> [NodePath] { document.paths(of: ids) }

  /// A place named by the path of its node, as it is now.
  /// - Throws: when the node is not there.
  package func place(_ destination: Destination) throws(Refusal) -> NodePlace {
    guard let path = document.path(of: destination.anchor) else {
      throw Refusal("the place to put it is not there any more")
    }
    return switch destination {
    case .before: .before(path)
    case .after: .after(path)
    case .start: .start(of: path)
    case .end: .end(of: path)
    }
  }

  /// Does one more operation; what the steps say twice, exclude or need follows.
  /// - Throws: why it cannot be done.
  package mutating func apply(_ operation: some Operation) throws(Refusal) {
    let before = document
    var next = try operation.edit(in: OperationScene(before, telling: tell))
    next = try next.keepingSteps(from: before, saved: saved, telling: tell)
    if type(of: operation).isTyped { try next.document.refuseTyped(from: before) }
    next.notes += operation.remains(in: next.document)
    done = done?.followed(by: next) ?? next
    lines.append(operation.text)
  }

  /// What was done, as one edit; the first operation says what happened.
  var edit: Edit {
    var edit = done ?? Edit(document: start, label: "")
    edit.cause = .operations(lines)
    return edit
  }
}

extension Edit {
  /// Both edits as one, the other made on what this one made.
  func followed(by next: Edit) -> Edit {
    var edit = next
    edit.label = label
    edit.notes = notes + next.notes.filter { !notes.contains($0) }
    edit.remarks = remarks + next.remarks
    edit.focus = next.focus ?? focus
    return edit
  }
}
