/// How the children of one element are put on lines, and where a new one joins them.
struct ChildLayout {
  /// Where among the children the new ones go.
  private let place: Int
  /// The white space before each; without a line end when children share the line.
  private let indent: Indent
  /// The white space before the end tag, when there is none yet and it needs its own line.
  private let closing: Indent?
  /// Whether the white space that is there is all there is, and goes.
  private let isRefilled: Bool
  private let habit: LayoutHabit

  init(of element: Element, in parent: Element?, at slot: Slot, _ habit: LayoutHabit) {
    self.habit = habit
    let nodes = element.children
    let slot = Self.known(slot, in: element)
    if let neighbour = Self.neighbour(of: slot, in: element) {
      place = Self.index(of: slot, beside: neighbour, in: nodes)
      indent = element.lead(of: neighbour).map { Indent($0.bytes).single } ?? .none
      (closing, isRefilled) = (nil, false)
      return
    }
    let lead = parent.map { $0.lead(of: element.id).map { Indent($0.bytes) } ?? .none }
    let base = lead?.blanks ?? []
    let hasText = nodes.contains { $0.isText && !$0.isWhitespace }
    let isOnLine = lead?.isNewLine ?? true
    guard isOnLine, !habit.lineEnd.isEmpty, !hasText else {
      (indent, closing, isRefilled) = (.none, nil, false)
      place = Self.end(of: nodes)
      return
    }
    indent = Indent(lineEnds: habit.lineEnd, blanks: base + habit.unit)
    let isClosed = nodes.last?.whitespace.map { Indent($0.bytes).isNewLine } ?? false
    isRefilled = nodes.count == 1 && nodes[0].isWhitespace && !isClosed
    closing = isClosed ? nil : Indent(lineEnds: habit.lineEnd, blanks: base)
    place = isRefilled || slot == .first ? 0 : Self.end(of: nodes)
  }

  func insert(_ pieces: [Piece], into element: Element) -> Element {
    var nodes = isRefilled ? [] : element.children
    var new: [Node] = []
    for piece in pieces { append(piece, to: &new) }
    nodes.insert(contentsOf: new, at: place)
    if let closing { nodes.append(closing.node) }
    return element.replacingChildren(nodes)
  }

  private func append(_ piece: Piece, to nodes: inout [Node]) {
    let isOnLine = indent.isNewLine
    guard let lead = piece.lead else {
      let inside = isOnLine ? habit : LayoutHabit(lineEnd: [], unit: [])
      nodes.append(indent.node)
      nodes.append(.element(piece.element.laidOut(inside, at: isOnLine ? indent.blanks : [])))
      return
    }
    let old = Indent(lead.bytes)
    let wasOnLine = old.isNewLine
    let new = Indent(
      lineEnds: isOnLine && wasOnLine ? old.lineEnds : indent.lineEnds,
      blanks: isOnLine || wasOnLine ? indent.blanks : old.blanks)
    nodes.append(new == old ? .characters(lead) : new.node)
    let element = piece.element.reindented(
      from: wasOnLine ? old.blanks : [], to: isOnLine ? indent.blanks : [])
    nodes.append(.element(element))
  }

  // MARK: Looking

  /// The slot, the last one for a slot beside an element that is not here.
  private static func known(_ slot: Slot, in element: Element) -> Slot {
    switch slot {
    case .before(let id), .after(let id): element.elements.contains { $0.id == id } ? slot : .last
    case .first, .last: slot
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

  private static func index(of slot: Slot, beside id: NodeID, in nodes: [Node]) -> Int {
    let index = nodes.firstIndex { $0.element?.id == id } ?? 0
    return switch slot {
    case .before, .first: index > 0 && nodes[index - 1].isWhitespace ? index - 1 : index
    case .after: index + 1
    case .last: end(of: nodes)
    }
  }

  /// Behind everything but the white space before the end tag.
  private static func end(of nodes: [Node]) -> Int {
    nodes.count - (nodes.last?.isWhitespace == true ? 1 : 0)
  }
}
