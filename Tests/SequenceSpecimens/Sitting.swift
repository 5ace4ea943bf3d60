package import Containers
package import TaskSequence
package import TestSupport
import XMLTree

/// A file under random edits as a person makes them, each judged by its bytes and its outline.
package struct Sitting {
  package var random: Seeded
  package var history: History
  /// What edits did so far, for a message.
  package private(set) var log: [String] = []
  /// The bytes of every revision.
  private var bytes: [[UInt8]]
  var clipboard: Clipboard?

  package var document: SequenceDocument { history.document }

  package init(_ file: [UInt8], seed: UInt64) throws(LoadFailure) {
    random = Seeded(seed)
    history = History(try SequenceDocument(loading: file))
    bytes = [file]
  }

  /// What an edit promises besides its labels and notes.
  struct Promise {
    /// The outline afterwards; nil when it is told by `added` alone.
    var shape: Shape?
    /// The nodes whose own bytes may change at will.
    var rewritten: Set<NodeID> = []
    /// The nodes whose bytes may change in their indentation.
    var reindented: Set<NodeID> = []
    /// How many nodes there are more.
    var added: Int?
    /// What else must hold, a sentence when it does not.
    var complaint: (SequenceDocument) -> String? = { _ in nil }
  }

  /// Makes one random edit, or goes back and forth in the history, and answers what was wrong.
  package mutating func step() -> String? {
    if random.chance(10) { return wander() }
    let before = document
    let change: (edit: Edit, promise: Promise)
    do {
      change = try randomEdit()
    } catch {
      log.append("refused: \((error as? Refusal)?.reason ?? "\(error)")")
      return document.isUntouched(since: before) ? nil : "\(log.suffix(1)): changed something"
    }
    log.append(change.edit.label)
    let isNew = history.record(change.edit, focusBefore: nil, focusAfter: change.edit.focus)
    let output = document.serialized()
    if isNew { bytes.append(output) }
    guard isNew else {
      return output == bytes[history.current] ? nil : "\(log.suffix(2)): a change unrecorded"
    }
    // Nodes that are spelled alike may have changed places.
    if output == before.serialized(), Shape(of: before) == Shape(of: document) {
      return "\(log.suffix(2)): a revision without a change"
    }
    return judge(before, change.promise).map { "\(log.suffix(3)): \($0)" }
  }

  /// Undo, redo, or any revision: each has the bytes it had.
  private mutating func wander() -> String? {
    switch random.below(4) {
    case 0: history.go(to: random.below(history.revisions.count))
    case 1: _ = history.redo()
    default: _ = history.undo()
    }
    let isSame = document.serialized() == bytes[history.current]
    return isSame ? nil : "revision \(history.current) has other bytes than it had"
  }

  /// Undoes everything and answers whether the file is what it was.
  package mutating func undoAll() -> Bool {
    while history.undo() != nil {}
    let isBack = document.serialized() == bytes[0] && !history.isModified
    var steps = 0
    while history.redo() != nil {
      steps += 1
      if document.serialized() != bytes[history.current] { return false }
    }
    return isBack && (steps > 0 || history.revisions.count == 1)
  }

  private func judge(_ before: SequenceDocument, _ promise: Promise) -> String? {
    let (old, new) = (Portrait(of: before), Portrait(of: document))
    if let shape = promise.shape, shape != Shape(of: document) {
      return "the outline is not as expected"
    }
    if let added = promise.added, new.own.count - old.own.count != added {
      return "\(new.own.count - old.own.count) nodes more, not \(added)"
    }
    if document.carrier != .export || promise.rewritten.contains(document.sequenceID),
      old.around(before.sequenceID) != new.around(document.sequenceID)
    {
      return "bytes around the sequence changed"
    }
    for (id, own) in old.own where !promise.rewritten.contains(id) {
      guard let now = new.own[id], now != own else { continue }
      guard promise.reindented.contains(id), squeezed(now) == squeezed(own) else {
        return "bytes of “\(before.node(id)?.name ?? "?")” changed"
      }
    }
    return promise.complaint(document) ?? difference(document, output: new.bytes)
  }
}

extension SequenceDocument {
  func isUntouched(since other: SequenceDocument) -> Bool { tree.root === other.tree.root }
}

/// Law 5: how a document differs from what its bytes read back as; nil when it does not.
package func difference(_ document: SequenceDocument, output: [UInt8]) -> String? {
  guard let again = try? SequenceDocument(loading: output) else { return "the output is refused" }
  if again.serialized() != output { return "the output does not serialise to itself" }
  if again.carrier != document.carrier { return "the output has another carrier" }
  // A file whose last sign was taken out says nothing; none says something else.
  if again.carrier == .bare, let stated = Dialect(statedBy: again.sequence.element),
    stated != document.dialect
  {
    return "the output is for another product"
  }
  var ids: Set<NodeID> = []
  return difference(document.tree.root, again.tree.root, &ids)
}

private func difference(_ left: Element, _ right: Element, _ ids: inout Set<NodeID>) -> String? {
  if !ids.insert(left.id).inserted { return "two elements have one id" }
  if left.name != right.name { return "<\(right.name)> reads back for <\(left.name)>" }
  if left.attributes != right.attributes { return "other attributes read back in <\(left.name)>" }
  if !left.text.utf8.elementsEqual(right.text.utf8) { return "other text in <\(left.name)>" }
  let (inner, others) = (Array(left.elements), Array(right.elements))
  if inner.count != others.count { return "other children read back in <\(left.name)>" }
  for (one, other) in zip(inner, others) {
    if let fault = difference(one, other, &ids) { return fault }
  }
  return nil
}
