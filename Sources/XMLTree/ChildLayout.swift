/// How the children of one element are put on lines, and how a new one joins them.
struct ChildLayout {
  /// The white space before each child; without a line end when children share the line.
  private let indent: Indent
  /// The white space before the end tag of an element that has no children yet.
  private let closing: Indent
  private let habit: LayoutHabit

  init(of element: Element, in parent: Element?, at slot: Slot, _ habit: LayoutHabit) {
    self.habit = habit
    let own = parent.map { Self.indent(before: element.id, in: $0) } ?? nil
    let isOnLine = own?.isNewLine ?? (parent == nil)
    let base = own?.blanks ?? []
    closing = Indent(lineEnds: isOnLine ? habit.lineEnd : [], blanks: isOnLine ? base : [])
    if let neighbour = Self.neighbour(of: slot, in: element) {
      let lead = Self.indent(before: neighbour, in: element)
      indent =
        lead.map { Indent(lineEnds: $0.lineEnd, blanks: $0.isNewLine ? $0.blanks : []) }
        ?? Indent(lineEnds: [], blanks: [])
    } else if isOnLine, !habit.lineEnd.isEmpty {
      indent = Indent(lineEnds: habit.lineEnd, blanks: base + habit.unit)
    } else {
      indent = Indent(lineEnds: [], blanks: [])
    }
  }

  func insert(_ pieces: [Piece], into element: Element, at slot: Slot) -> Element {
    var nodes = element.children
    let place = index(of: slot, in: nodes)
    var new: [Node] = []
    for piece in pieces { append(piece, to: &new) }
    if !element.hasElements, indent.isNewLine, !nodes.contains(where: \.isWhitespace) {
      new.append(closing.node)
    }
    nodes.insert(contentsOf: new, at: place)
    return element.replacingChildren(nodes)
  }

  private func append(_ piece: Piece, to nodes: inout [Node]) {
    guard let lead = piece.lead else {
      if indent.isNewLine { nodes.append(indent.node) }
      nodes.append(.element(piece.element.laidOut(insideHabit, at: indent.blanks)))
      return
    }
    let old = Indent(lead.bytes)
    if old.isNewLine == indent.isNewLine, old.blanks == indent.blanks || !indent.isNewLine {
      nodes.append(.characters(lead))
      nodes.append(.element(piece.element))
      return
    }
    if indent.isNewLine {
      let lineEnds = old.isNewLine ? old.lineEnds : indent.lineEnds
      nodes.append(Indent(lineEnds: lineEnds, blanks: indent.blanks).node)
    }
    nodes.append(.element(piece.element.reindented(from: old.blanks, to: indent.blanks)))
  }

  private var insideHabit: LayoutHabit {
    indent.isNewLine ? habit : LayoutHabit(lineEnd: [], unit: [])
  }

  private func index(of slot: Slot, in nodes: [Node]) -> Int {
    func leadIndex(_ index: Int) -> Int {
      index > 0 && nodes[index - 1].isWhitespace ? index - 1 : index
    }
    switch slot {
    case .before(let id):
      guard let index = nodes.firstIndex(where: { $0.element?.id == id }) else { return 0 }
      return leadIndex(index)
    case .after(let id):
      guard let index = nodes.firstIndex(where: { $0.element?.id == id }) else { return 0 }
      return index + 1
    case .first:
      return nodes.firstIndex { $0.element != nil }.map(leadIndex) ?? 0
    case .last:
      return nodes.lastIndex { $0.element != nil }.map { $0 + 1 } ?? 0
    }
  }

  /// The child whose place on the line a new one at `slot` takes after.
  private static func neighbour(of slot: Slot, in element: Element) -> NodeID? {
    switch slot {
    case .before(let id), .after(let id): id
    case .first: element.elements.first?.id
    case .last: element.children.last { $0.element != nil }?.element?.id
    }
  }

  /// The white space directly before a child.
  private static func indent(before id: NodeID, in parent: Element) -> Indent? {
    guard let index = parent.children.firstIndex(where: { $0.element?.id == id }), index > 0,
      parent.children[index - 1].isWhitespace, let slice = parent.children[index - 1].slice
    else { return nil }
    return Indent(slice.bytes)
  }
}
