import TestSupport

@testable import XMLTree

/// A document under random edits, each judged by the bytes alone.
struct Workbench {
  var random: Seeded
  var document: Document
  /// What the document serialises to.
  var bytes: [UInt8]
  /// Where everything stands in `bytes`.
  var outline: Outline
  /// All elements in document order, as in `outline`.
  var elements: [Element]
  private var past: [(document: Document, bytes: [UInt8])] = []
  /// The edits so far, for a message.
  private(set) var log: [String] = []

  init(_ bytes: [UInt8], seed: UInt64) throws {
    random = Seeded(seed)
    document = try Document(parsing: bytes)
    self.bytes = bytes
    outline = Outline(bytes)
    elements = document.root.descendants
  }

  /// Makes one random edit and answers what was wrong with it.
  mutating func step() -> String? {
    var label = ""
    let (next, complaint) = edit(&label)
    log.append(label)
    past.append((document, bytes))
    document = next
    bytes = next.serialized()
    if let complaint { return "\(log.suffix(3)): \(complaint)" }
    outline = Outline(bytes)
    elements = document.root.descendants
    if elements.count != outline.elements.count { return "\(label): the outline differs" }
    return broken(document).map { "\(log.suffix(3)): \($0)" }
  }

  /// Whether every older revision still serialises to the bytes it had; forgets them.
  mutating func undoAll() -> Bool {
    defer { past = [] }
    return past.reversed().allSatisfy { $0.document.serialized() == $0.bytes }
  }

  /// Goes back to the smallest revision, so that files do not grow without end.
  mutating func shrink() {
    guard let small = past.min(by: { $0.bytes.count < $1.bytes.count }) else { return }
    (document, bytes) = small
    outline = Outline(bytes)
    elements = document.root.descendants
    past = []
  }

  private mutating func edit(_ label: inout String) -> (Document, String?) {
    switch random.below(12) {
    case 0, 1: setAttribute(&label)
    case 2: removeAttribute(&label)
    case 3, 4: setText(&label)
    case 5: rewriteSeveral(&label)
    case 6: remove(&label)
    case 7: insert(&label)
    case 8: duplicate(&label)
    case 9: moveWithin(&label)
    default: moveAcross(&label)
    }
  }
}

extension Element {
  /// This element and all below it in document order.
  var descendants: [Element] {
    var all: [Element] = []
    walk { element in
      all.append(element)
      return true
    }
    return all
  }
}
