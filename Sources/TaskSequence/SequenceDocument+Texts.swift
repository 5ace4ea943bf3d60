import XMLTree

/// One edit of many texts wherever they stand.
extension SequenceDocument {
  /// Puts new texts in the place of old ones; what repeats them follows.
  ///
  /// - Throws: when a text cannot stand in XML, or a node would be left without a name.
  @_spi(Edits) public func replacing(
    _ texts: [TextPlace.Site: String], label: String, knowing knowledge: any StepKnowledge
  ) throws(Refusal) -> Edit {
    for (site, text) in texts {
      try Self.check(text)
      if site.attribute == "name", text.isEmpty {
        throw Refusal("“\(node(site.node)?.name ?? "")” would be left without a name")
      }
    }
    let sites = Dictionary(grouping: texts.keys, by: \.element)
    var commands: [NodeID: String] = [:]
    var changed = tree.rewriting(Set(sites.keys)) { element in
      (sites[element.id] ?? []).reduce(element) { element, site in
        guard let text = texts[site] else { return element }
        if isCommand(site) {
          commands[site.node] = text
          return element
        }
        return set(site, to: text, in: element)
      }
    }
    let twins = Twins(dialect: dialect, knowledge: knowledge)
    var notes: [String] = []
    changed = changed.rewriting(Set(texts.keys.map(\.node))) { element in
      guard let old = node(element.id), old.kind != .group, old.kind != .sequence else {
        return element
      }
      let (result, note) = twins.follow(from: old, to: element, command: commands[old.id], habits)
      if let note { notes.append(note) }
      return result
    }
    return Edit(document: replacing(tree: changed), label: label, notes: notes)
  }

  /// Whether a text is the command line its step is run with, which others repeat.
  private func isCommand(_ site: TextPlace.Site) -> Bool {
    guard let node = node(site.node), node.kind != .group else { return false }
    return node.element.first("action")?.id == site.element
  }

  private func set(_ site: TextPlace.Site, to text: String, in element: Element) -> Element {
    guard let name = site.attribute else {
      return element.settingText(text, newline: habits.newline)
    }
    guard element.attribute(name) != text else { return element }
    let order = TaskNode(element).map { habits.order(of: $0.kind, for: name) } ?? []
    return element.settingAttribute(name, to: text, order: order)
  }
}

extension Twins {
  /// Follows a change of variables and of the command line at once.
  ///
  /// Where the variables write the command line they win; else the new command line does, and the
  /// variables that repeat parts of it follow.
  fileprivate func follow(
    from old: TaskNode, to new: Element, command: String?, _ habits: Habits
  ) -> (Element, note: String?) {
    let (followed, note) = follow(from: old, to: new, habits: habits)
    guard let command, !writesAction(of: old) || isUnchanged(old, new) else {
      return (followed, note)
    }
    var result = Twins.setAction(command, in: followed, habits)
    for (name, value) in variables(for: command, of: old) {
      result = result.settingVariable(name, to: value, newline: habits.newline)
    }
    return (result, nil)
  }

  /// Whether the values of the variables are what they were.
  private func isUnchanged(_ old: TaskNode, _ new: Element) -> Bool {
    TaskNode(new)?.variables.map(\.value) == old.variables.map(\.value)
  }
}
