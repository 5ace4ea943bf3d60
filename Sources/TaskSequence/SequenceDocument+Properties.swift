package import XMLTree

/// Edits of what nodes carry: attributes, variables, the action. Each works on all nodes given at
/// once and is one revision.
extension SequenceDocument {
  /// Sets a property; nil takes it away.
  ///
  /// A switch that goes off follows the file's habit of stating
  /// `false` or not. Nodes that have no such property are left out, and said so.
  /// - Throws: when no node has the property, or the text cannot stand in XML.
  @_spi(Edits) public func setting(
    _ property: Property, to value: String?, on ids: Set<NodeID>
  ) throws(Refusal) -> Edit {
    let all = nodes(ids)
    let fit = all.filter { has(property, $0) }
    guard !fit.isEmpty else {
      if all.contains(where: { $0.kind == .sequence && property.applies(to: .sequence) }) {
        throw Refusal(
          "a ConfigMgr sequence does not hold its own \(property.label.lowercased()); the site does"
        )
      }
      throw Refusal("\(property.label) is not a property of a \(all.first?.kind.word ?? "node")")
    }
    try Self.check(value)
    if property.isSwitch, let reason = value.flatMap(property.fault) { throw Refusal(reason) }
    let changed = tree.rewriting(Set(fit.map(\.id))) { element in
      guard let node = TaskNode(element) else { return element }
      return set(property, to: value, on: node)
    }
    let left = all.count - fit.count
    return Edit(
      document: try edited(changed), label: Self.label(property, value, fit),
      notes: left == 0 ? [] : ["\(left) of \(all.count) have no \(property.label.lowercased())."])
  }

  private func set(_ property: Property, to value: String?, on node: TaskNode) -> Element {
    let name = property.attribute
    let order = habits.order(of: node.kind, for: name)
    guard let value else { return node.element.removingAttribute(name) }
    if property.isSwitch {
      if value.lowercased() == "true" {
        return node.isOn(property)
          ? node.element : node.element.settingAttribute(name, to: "true", order: order)
      }
      guard node.isOn(property) else { return node.element }
      return habits.spellsFalse
        ? node.element.settingAttribute(name, to: "false", order: order)
        : node.element.removingAttribute(name)
    }
    if value.isEmpty, node.value(of: property) == nil { return node.element }
    return node.element.settingAttribute(name, to: value, order: order)
  }

  private static func label(_ property: Property, _ value: String?, _ nodes: [TaskNode]) -> String {
    let what = words(for: nodes)
    switch property {
    case .name: return "Renamed \(what) to “\(value ?? "")”"
    case .disable: return (value == "true" ? "Disabled " : "Enabled ") + what
    case .continueOnError:
      return "\(value == "true" ? "Set" : "Cleared") continue on error of \(what)"
    default:
      let label = property.label.prefix(1).lowercased() + property.label.dropFirst()
      return value == nil ? "Removed \(label) of \(what)" : "Set \(label) of \(what)"
    }
  }

  /// Sets the command line of steps.
  @_spi(Edits) public func settingAction(
    _ text: String, on ids: Set<NodeID>
  ) throws(Refusal) -> Edit {
    try Self.check(text)
    let fit = nodes(ids).filter { $0.action != nil && $0.kind != .group }
    guard !fit.isEmpty else { throw Refusal("only a step with an action has a command line") }
    let changed = tree.rewriting(Set(fit.map(\.id))) { element in
      element.settingAction(text, newline: habits.newline)
    }
    return Edit(
      document: replacing(tree: changed), label: "Set the command line of \(Self.words(for: fit))")
  }

  /// Refuses characters XML cannot hold.
  package static func check(_ value: String?) throws(Refusal) {
    guard let bad = value?.unicodeScalars.first(where: { !isWritable($0) }) else { return }
    let code = String(bad.value, radix: 16, uppercase: true)
    throw Refusal("the character U+\(code) cannot stand in XML; remove it")
  }

  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20: scalar == "\n" || scalar == "\t" || scalar == "\r"
    case 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

extension TaskNode.Kind {
  /// The kind in words.
  package var word: String {
    switch self {
    case .sequence: "sequence"
    case .group: "group"
    case .step: "step"
    case .childSequence: "child sequence"
    }
  }
}
