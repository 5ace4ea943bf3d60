package import XMLTree

/// Adding and taking away nodes.
extension SequenceDocument {
  /// Takes nodes out.
  ///
  /// The focus goes to what follows, else to what stands before, else to the group.
  @_spi(Edits) public func removing(_ ids: Set<NodeID>) throws(Refusal) -> Edit {
    let nodes = topmost(ids)
    try Self.require(nodes)
    let gone = Set(nodes.map(\.id))
    let changed = replacing(tree: tree.removing(gone).document)
    return Edit(
      document: changed, label: "Removed \(Self.words(for: nodes))\(Self.wordsInside(nodes))",
      focus: successor(of: nodes[nodes.count - 1], without: gone))
  }

  /// The node to stand on when some nodes are gone.
  private func successor(of node: TaskNode, without gone: Set<NodeID>) -> NodeID? {
    guard let parent = parent(of: node.id) else { return nil }
    let siblings = parent.children
    guard let index = siblings.firstIndex(where: { $0.id == node.id }) else { return parent.id }
    let next = siblings[index...].first { !gone.contains($0.id) }
    let previous = siblings[..<index].last { !gone.contains($0.id) }
    return (next ?? previous ?? parent).id
  }

  /// Puts the nodes of XML text at a place: what a person pasted, or what a template made.
  ///
  /// - Parameters:
  ///   - isRooted: Whether the white space before each says how it is indented; they are laid out anew
  ///     otherwise.
  ///   - origin: The product they come from, where that is known; unless it is this one, what this one
  ///     cannot run is named in the notes.
  /// - Throws: when the text is no XML, or holds something other than steps and groups.
  @_spi(Edits) public func inserting(
    xml: [UInt8], isRooted: Bool = false, from origin: Dialect? = nil, at destination: Destination,
    knowing knowledge: any StepKnowledge
  ) throws(Refusal) -> Edit {
    var copy = self
    let pieces: [Piece]
    do {
      pieces = isRooted ? try copy.tree.parseRooted(xml) : try copy.tree.parseFragment(xml)
    } catch {
      throw Refusal("the text is not XML: line \(error.line), \(error.reason)")
    }
    var found: [Piece] = []
    for piece in pieces {
      guard let node = TaskNode(piece.element) else {
        throw Refusal("<\(piece.element.name)> is no step or group and cannot be pasted here")
      }
      // A whole sequence stands for its nodes.
      found += node.kind == .sequence ? node.children.map { Piece($0.element) } : [piece]
    }
    guard !found.isEmpty else { throw Refusal("there is no step or group in the text") }
    var edit = try copy.inserting(
      isRooted ? found : found.map(\.uprooted), at: destination, verb: "Pasted")
    if origin != dialect {
      edit.notes = notes(onStrangers: found.compactMap { TaskNode($0.element) }, knowledge)
    }
    return edit
  }

  /// Puts pieces with ids of this document at a place; the focus goes to the first.
  func inserting(
    _ pieces: [Piece], at destination: Destination, verb: String
  ) throws(Refusal) -> Edit {
    let (parent, slot) = try place(destination)
    let sound = pieces.map { piece in
      var copy = piece
      copy.element = record?.allowsSections ?? true ? copy.element : copy.element.withoutSections()
      return copy
    }
    let changed = tree.inserting(sound, into: parent, at: slot, habit: habits.layout)
    let nodes = pieces.compactMap { TaskNode($0.element) }
    return Edit(
      document: try edited(changed),
      label: "\(verb) \(Self.words(for: nodes)) \(words(for: destination))",
      focus: nodes.first?.id)
  }

  /// Puts a second copy of nodes after the last of them.
  @_spi(Edits) public func duplicating(_ ids: Set<NodeID>) throws(Refusal) -> Edit {
    let nodes = topmost(ids)
    try Self.require(nodes)
    var copy = self
    let pieces = nodes.compactMap { copy.tree.duplicate(of: $0.id) }
    var edit = try copy.inserting(
      pieces, at: .after(nodes[nodes.count - 1].id), verb: "Duplicated")
    edit.label = "Duplicated \(Self.words(for: nodes))\(Self.wordsInside(nodes))"
    return edit
  }

  /// Adds an empty group.
  @_spi(Edits) public func addingGroup(
    named name: String, at destination: Destination
  ) throws(Refusal) -> Edit {
    var copy = self
    let pieces = try copy.groupPieces(named: name)
    return try copy.inserting(pieces, at: destination, verb: "Added")
  }

  /// Puts nodes into a new group that stands where the first of them stood.
  @_spi(Edits) public func grouping(_ ids: Set<NodeID>, named name: String) throws(Refusal) -> Edit
  {
    let nodes = topmost(ids)
    try Self.require(nodes)
    var copy = self
    let shell = try copy.groupPieces(named: name)
    let added = try copy.inserting(shell, at: .before(nodes[0].id), verb: "Added")
    guard let group = added.focus else { throw Refusal("the group could not be made") }
    let moved = try added.document.moving(Set(nodes.map(\.id)), to: .end(of: group))
    return Edit(
      document: moved.document, label: "Grouped \(Self.words(for: nodes)) as “\(name)”",
      focus: group)
  }

  private mutating func groupPieces(named name: String) throws(Refusal) -> [Piece] {
    try Self.check(name)
    let order = habits.order(of: .group, for: "name")
    var attributes: [(name: String, value: String)] = [("name", name), ("description", "")]
    if habits.spellsFalse { attributes += [("disable", "false"), ("continueOnError", "false")] }
    if ProductTable.shared.isThere(.attribute("expand"), in: dialect), order.contains("expand") {
      attributes.append(("expand", "true"))
    }
    attributes.sort {
      (order.firstIndex(of: $0.name) ?? order.count)
        < (order.firstIndex(of: $1.name) ?? order.count)
    }
    var xml = XMLText()
    xml.open("group", attributes)
    xml.close("group", habits)
    do {
      return try tree.parseFragment(Array(xml.string.utf8))
    } catch {
      throw Refusal("the name cannot be written: \(error.reason)")
    }
  }

  /// Puts the nodes of groups in the place of the groups.
  ///
  /// Nodes of a disabled group are disabled, so that nothing starts to run. The group's condition is
  /// copied to each of its nodes when `keepsCondition` says so; what is lost is said in the notes. What
  /// the outline does not show comes out with the nodes.
  @_spi(Edits) public func ungrouping(
    _ ids: Set<NodeID>, keepsCondition: Bool
  ) throws(Refusal) -> Edit {
    let groups = nodes(ids).filter { $0.kind == .group }
    guard !groups.isEmpty else { throw Refusal("only a group can be ungrouped") }
    var copy = self
    var notes: [String] = []
    for group in groups {
      guard let current = copy.node(group.id) else { continue }
      let conditions = current.conditions.filter { !$0.isEmpty }.map(\.element)
      if !conditions.isEmpty, !keepsCondition {
        notes.append("The condition of “\(group.name)” is gone.")
      }
      if !current.strayOperands.isEmpty {
        notes.append("An expression outside the condition of “\(group.name)” is gone.")
      }
      if current.continuesOnError {
        notes.append("The “continue on error” of “\(group.name)” is gone.")
      }
      copy = copy.dissolve(current, keepsCondition ? conditions : [])
    }
    return Edit(
      document: copy, label: "Ungrouped \(Self.words(for: groups))", notes: notes,
      focus: groups[0].children.first?.id)
  }

  private func dissolve(_ group: TaskNode, _ conditions: [Element]) -> SequenceDocument {
    let inside = Set(group.children.map(\.id))
    guard let parent = parent(of: group.id) else { return self }
    var copy = self
    if group.isDisabled, let change = try? copy.setting(.disable, to: "true", on: inside) {
      copy = change.document
    }
    for condition in conditions { copy = copy.addCondition(condition, to: inside) }
    let others = group.surplus.filter { $0.kind == .unknown }.map(\.element.id)
    let (without, pieces) = copy.tree.removing(inside.union(others))
    let placed = without.inserting(
      pieces, into: parent.id, at: .before(group.id), habit: habits.layout)
    return copy.replacing(tree: placed.removing([group.id]).document)
  }

  /// Adds the operands of a condition to nodes: operands side by side must all hold.
  private func addCondition(_ condition: Element, to ids: Set<NodeID>) -> SequenceDocument {
    var changed = tree
    for id in ids.sorted() {
      guard let node = changed.element(id).flatMap(TaskNode.init) else { continue }
      if let own = node.condition?.element {
        let operands = condition.elements.map { Piece($0.renumbered(&changed.ids)) }
        changed = changed.inserting(operands, into: own.id, at: .first, habit: habits.layout)
      } else {
        let piece = Piece(condition.renumbered(&changed.ids))
        let slot: Slot =
          dialect == .mdt && node.kind == .step ? .last : .first
        changed = changed.inserting([piece], into: id, at: slot, habit: habits.layout)
      }
    }
    return replacing(tree: changed)
  }
}

extension Element {
  /// The same element with every CDATA section written as escaped text, because a section cannot
  /// stand inside the section that holds an exported sequence.
  func withoutSections() -> Element {
    var hasChanged = false
    let nodes = children.compactMap { child -> Node? in
      switch child {
      case .element(let inner):
        let new = inner.withoutSections()
        hasChanged = hasChanged || new !== inner
        return .element(new)
      case .cdata, .markup:
        hasChanged = true
        return nil
      case .characters: return child
      }
    }
    guard hasChanged else { return self }
    guard !hasElements else { return replacingChildren(nodes) }
    return replacingChildren([]).settingText(text, newline: [0x0A])
  }
}
