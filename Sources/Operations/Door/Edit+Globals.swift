import StepCatalog
@_spi(Edits) import TaskSequence
import XMLTree

/// What the sequence says again of its steps: properties the classes call Global in Configuration
/// Manager, the operating system in MDT.
extension Edit {
  func keepingGlobals(
    _ changed: ChangedNodes, from old: SequenceDocument, saved: SequenceDocument
  ) throws(Refusal) -> Edit {
    var edit = self
    switch document.dialect {
    case .mdt: edit = edit.with(sharing(changed))
    case .configurationManager:
      try refuseStatedGlobals(changed)
      guard changed.touchesGlobals else { return self }
      let (before, after) = (GlobalValues(of: old), GlobalValues(of: document))
      guard before != after else { return self }
      let file = GlobalValues(of: saved)
      var listed = document.settingGlobals(after.variables)
      if after == file {
        let there = Set(saved.sequence.variables.map { $0.name.lowercased() })
        listed = listed.removingGlobals(
          Set(after.names).subtracting(there),
          leavingList: saved.sequence.element.first("globalVarList") != nil)
      }
      edit = edit.with(listed)
      let left = before.names.filter { name in
        !after.names.contains(name)
          && document.sequence.variables.contains { $0.name.lowercased() == name }
      }
      if let name = before.variables.first(where: { left.contains($0.name.lowercased()) })?.name {
        let others = left.count == 1 ? "" : " and \(left.count - 1) more"
        edit.remarks.append(
          "The sequence keeps its \(name)\(others): no step sets it now, and what a run makes of it is unknown."
        )
      }
    }
    return edit
  }

  /// Refuses to set a variable of the sequence that steps decide.
  private func refuseStatedGlobals(_ changed: ChangedNodes) throws(Refusal) {
    guard let (old, new) = changed.groups.first(where: { $0.new.kind == .sequence }) else { return }
    let (before, after) = (old.variables, new.variables)
    guard before.map(\.name) != after.map(\.name) || before.map(\.value) != after.map(\.value)
    else {
      return
    }
    let values = GlobalValues(of: document)
    for variable in values.variables {
      let name = variable.name.lowercased()
      let was = before.filter { $0.name.lowercased() == name }.map(\.value)
      let now = after.filter { $0.name.lowercased() == name }.map(\.value)
      guard was != now, now != [variable.value] else { continue }
      throw Refusal(
        "\(variable.name) of the sequence is what “\(values.step(of: name))” says; change it there")
    }
  }

  /// Has what names the same object in MDT's sequences, steps and the sequence itself, stay equal where
  /// it was.
  ///
  /// MDT states the operating system of its install step again as `OSGUID` among the sequence's own
  /// variables, often twice.
  private func sharing(_ changed: ChangedNodes) -> SequenceDocument {
    var pairs = changed.steps
    if let sequence = changed.groups.first(where: { $0.new.kind == .sequence }) {
      pairs.append(sequence)
    }
    var document = document
    var touched: Set<NodeID> = []
    for (old, new) in pairs {
      for variable in new.variables where StepTypes.isShared(variable.name) {
        let (name, value) = (variable.name, variable.value)
        guard let was = old.variable(name), was != value else { continue }
        touched.insert(new.id)
        let others = document.nodesSharing(name, was).subtracting(touched)
        guard !others.isEmpty,
          let edit = try? document.settingVariable(name, to: value, on: others)
        else { continue }
        document = edit.document
      }
    }
    return document
  }
}

extension SequenceDocument {
  /// The sequence and the steps whose variable has that value.
  fileprivate func nodesSharing(_ name: String, _ value: String) -> Set<NodeID> {
    var found: Set<NodeID> = sequence.variable(name) == value ? [sequenceID] : []
    sequence.walk { node, _ in
      if node.kind == .step, node.variable(name) == value { found.insert(node.id) }
      return true
    }
    return found
  }
}

extension ChangedNodes {
  /// Whether it can change what the sequence says of its steps.
  fileprivate var touchesGlobals: Bool {
    func isGlobal(_ node: TaskNode) -> Bool {
      var isFound = false
      node.forEachStep { step in
        isFound = isFound || step.type.map(StepTypes.typesWithGlobals.contains) ?? false
      }
      return isFound
    }
    return steps.contains { isGlobal($0.new) } || added.contains(where: isGlobal)
      || removed.contains(where: isGlobal) || reordered.contains(where: isGlobal)
      || groups.contains { $0.old.isDisabled != $0.new.isDisabled && isGlobal($0.new) }
  }
}
