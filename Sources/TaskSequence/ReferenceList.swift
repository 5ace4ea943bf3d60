package import XMLTree

/// The list of objects a sequence references, as the site wrote it.
package struct ReferenceList: Sendable {
  /// One `<reference>` of the list.
  package enum Entry: Hashable, Sendable {
    case package(String, program: String?)
    case application(String)

    /// The package id or the application's model name.
    package var id: String {
      switch self {
      case .package(let id, _), .application(let id): id
      }
    }
  }

  /// The element of the list, the first one where there are several.
  package let element: Element
  /// Further ones, which say more.
  let others: [Element]

  package init?(of sequence: TaskNode) {
    let all = sequence.all(.references)
    guard let first = all.first else { return nil }
    element = first
    others = Array(all.dropFirst())
  }

  /// All its elements, in order.
  package var elements: [Element] { [element] + others }

  /// What is listed, in order; what names nothing is left out.
  package var entries: [Entry] { items.map(\.entry) }

  /// The entries with their elements.
  var items: [(entry: Entry, id: NodeID)] { elements.flatMap(Self.items) }

  private static func items(of list: Element) -> [(entry: Entry, id: NodeID)] {
    list.elements.compactMap { element in
      guard element.isNamed("reference") else { return nil }
      if let name = element.attribute("application") { return (.application(name), element.id) }
      return element.attribute("package").map {
        (.package($0, program: element.attribute("program")), element.id)
      }
    }
  }
}

extension SequenceDocument {
  /// The document with another list of references: entries that stay keep their bytes, an empty list
  /// is none, and several become one.
  @_spi(Edits) public func listing(_ entries: [ReferenceList.Entry]) -> SequenceDocument {
    guard let list = ReferenceList(of: sequence) else {
      guard !entries.isEmpty else { return self }
      let inside = entries.map { xml(of: $0) }.joined()
      return replacing(
        tree: insert("<referenceList>\(inside)</referenceList>", into: sequence, .first, tree))
    }
    guard !entries.isEmpty else {
      return replacing(tree: tree.removing(Set(list.elements.map(\.id))).document)
    }
    let others = Set(list.others.map(\.id))
    guard !others.isEmpty else { return replacing(tree: tree(listing: entries, in: list)) }
    let single = replacing(tree: tree.removing(others).document)
    return ReferenceList(of: single.sequence).map {
      single.replacing(tree: single.tree(listing: entries, in: $0))
    } ?? single
  }

  private func tree(listing entries: [ReferenceList.Entry], in list: ReferenceList) -> Document {
    var known: [ReferenceList.Entry: NodeID] = [:]
    for item in list.items where known[item.entry] == nil { known[item.entry] = item.id }
    let kept = Set(entries.compactMap { known[$0] })
    let gone = Set(list.items.map(\.id)).subtracting(kept)
    var tree = gone.isEmpty ? tree : tree.removing(gone).document
    var order = list.items.map(\.id).filter(kept.contains)
    var last: NodeID?
    for entry in entries {
      let slot: Slot = last.map { .after($0) } ?? .first
      guard let id = known[entry] else {
        let new = xml(of: entry)
        tree = insert(new, into: list.element.id, slot, tree)
        last = Self.element(of: list, in: tree, after: last)
        continue
      }
      if order.first == id {
        order.removeFirst()
      } else {
        let (document, pieces) = tree.removing([id])
        tree = document.inserting(pieces, into: list.element.id, at: slot, habit: habits.layout)
        order.removeAll { $0 == id }
      }
      last = id
    }
    return tree
  }

  /// The element that stands after another in the list, the first one after none.
  private static func element(
    of list: ReferenceList, in tree: Document, after id: NodeID?
  ) -> NodeID? {
    let elements = Array((tree.element(list.element.id)?.elements).map(Array.init) ?? [])
    guard let id else { return elements.first?.id }
    return elements.drop { $0.id != id }.dropFirst().first?.id
  }

  private func xml(of entry: ReferenceList.Entry) -> String {
    var xml = XMLText()
    switch entry {
    case .application(let name): xml.open("reference", [("application", name)])
    case .package(let id, let program):
      xml.open("reference", [("package", id)] + (program.map { [("program", $0)] } ?? []))
    }
    xml.close("reference", asOneTag: true, habits)
    return xml.string
  }

  /// The document with the list of references as another revision of it has it.
  @_spi(Edits) public func listing(as other: SequenceDocument) -> SequenceDocument {
    let mine = sequence.all(.references)
    let theirs = other.sequence.all(.references)
    guard !mine.elementsEqual(theirs, by: ===) else { return self }
    if let children = children(with: mine, as: theirs, in: other) {
      return replacing(tree: tree.rewriting([sequenceID]) { $0.replacingChildren(children) })
    }
    var tree = tree.removing(Set(mine.map(\.id))).document
    for list in theirs {
      let before = other.sequence.element.elements.prefix { $0.id != list.id }
      let slot = before.reversed().lazy.map(\.id).first { id in
        tree.element(sequenceID)?.elements.contains { $0.id == id } ?? false
      }
      tree = tree.inserting(
        other.tree.removing([list.id]).pieces, into: sequenceID,
        at: slot.map(Slot.after) ?? .first, habit: habits.layout)
    }
    return replacing(tree: tree)
  }

  /// What stands in the sequence, with the lists and the white space of another revision; nil when other
  /// elements stand there.
  private func children(
    with mine: [Element], as theirs: [Element], in other: SequenceDocument
  ) -> [Node]? {
    let here = sequence.element.elements.filter { one in !mine.contains { $0 === one } }
    let there = other.sequence.element.elements.filter { one in !theirs.contains { $0 === one } }
    guard here.map(\.id) == there.map(\.id) else { return nil }
    let known = Dictionary(here.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return other.sequence.element.children.map { child in
      child.element.flatMap { known[$0.id] }.map { .element($0) } ?? child
    }
  }
}
