package import XMLTree

/// A node of the outline: a typed view over one element, two words, made on the spot.
package struct TaskNode: Sendable {
  /// What the element is in the sequence.
  package enum Kind: String, Sendable {
    case sequence
    case group
    case step
    /// ConfigMgr's `<subtasksequence>`: runs another task sequence.
    case childSequence
  }

  package let kind: Kind
  package let element: Element

  init(_ kind: Kind, _ element: Element) {
    self.kind = kind
    self.element = element
  }

  /// Sees an element as a node; nil when it is none.
  package init?(_ element: Element) {
    if element.isNamed("step") {
      kind = .step
    } else if element.isNamed("group") {
      kind = .group
    } else if element.isNamed("subtasksequence") {
      kind = .childSequence
    } else if element.isNamed("sequence") {
      kind = .sequence
    } else {
      return nil
    }
    self.element = element
  }

  package var id: NodeID { element.id }

  /// Whether it can hold other nodes.
  package var isContainer: Bool { kind == .group || kind == .sequence }

  /// The nodes directly inside, in order; none for a step.
  package var children: [TaskNode] {
    guard isContainer else { return [] }
    return element.elements.compactMap(TaskNode.init)
  }

  /// Calls `visit` for every node below in document order with its depth, from 0; it answers
  /// whether to go inside.
  package func walk(depth: Int = 0, _ visit: (TaskNode, Int) -> Bool) {
    guard isContainer else { return }
    for inner in element.elements {
      if let node = TaskNode(inner), visit(node, depth) {
        node.walk(depth: depth + 1, visit)
      }
    }
  }
}

// MARK: What is written on it

extension TaskNode {
  /// The name as it is written, blanks kept; empty when there is none.
  package var name: String { element.attribute("name") ?? "" }

  package var description: String { element.attribute("description") ?? "" }

  /// The type's name in the XML; nil for MDT's plain command lines, which have none.
  package var type: String? { element.attribute("type") }

  /// Whether it is of that type; cheaper than comparing `type`.
  package func isOf(type: String?) -> Bool {
    guard let type else { return element.spelledAttribute("type") == nil }
    return element.hasAttribute("type", type)
  }

  package var isDisabled: Bool { isTrue("disable") }

  package var continuesOnError: Bool { isTrue("continueOnError") }

  /// The list of exit codes that mean success, as it is written.
  package var successCodes: String? { element.attribute("successCodeList") }

  /// Where it may run: `WinPE`, `FullOS` or `WinPEandFullOS`.
  package var runIn: String? { element.attribute("runIn") }

  /// The command line of the action element, the first one where there are several.
  package var action: String? { element.first("action")?.text }

  /// The condition, the first one where there are several.
  package var condition: Condition? { element.first("condition").map(Condition.init) }

  /// The variables a step sets for its action, in order; of all lists where there are several.
  package var variables: [Variable] {
    var variables: [Variable] = []
    for list in element.elements where list.isNamed(listName) {
      for inner in list.elements where inner.isNamed("variable") {
        variables.append(Variable(inner))
      }
    }
    return variables
  }

  /// The text of a variable of this node, of the first one where there are several of that name.
  package func variable(_ name: String) -> String? {
    for list in element.elements where list.isNamed(listName) {
      for inner in list.elements where inner.isNamed("variable") && inner.hasAttribute("name", name)
      {
        return inner.text
      }
    }
    return nil
  }

  /// How a variable of this node is spelled, whatever the case of a name; nil when there is none.
  package func spelling(of name: String) -> String? {
    if variable(name) != nil { return name }
    let wanted = name.lowercased()
    return variables.first { $0.name.lowercased() == wanted }?.name
  }

  private var listName: StaticString { kind == .sequence ? "globalVarList" : "defaultVarList" }

  /// Attribute Booleans are lower case in every file seen; other spellings count the same.
  private func isTrue(_ attribute: String) -> Bool {
    guard let spelled = element.spelledAttribute(attribute) else { return false }
    guard spelled.count == 4 else {
      return spelled.contains(UInt8(ascii: "&"))
        && element.attribute(attribute)?.lowercased() == "true"
    }
    return spelled.elementsEqual("true".utf8) { $0 | 0x20 == $1 }
  }
}

/// A variable of a step or of the whole sequence.
package struct Variable: Sendable {
  package let element: Element

  init(_ element: Element) { self.element = element }

  /// The task sequence variable.
  package var name: String { element.attribute("name") ?? "" }

  /// The property of the step's WMI class it stands for.
  package var property: String? { element.attribute("property") }

  /// Whether it is an argument of the action's command line rather than a variable of the run.
  package var isHidden: Bool { element.attribute("hidden")?.lowercased() == "true" }

  package var value: String { element.text }
}

extension String {
  /// Whether a variable may stand in it, `%NAME%`: what it is, is decided when the sequence runs.
  package var isDynamic: Bool { utf8.contains(UInt8(ascii: "%")) }

  /// Whether all of it is one variable, `%NAME%`.
  package var isVariable: Bool {
    let sign = UInt8(ascii: "%")
    return utf8.count > 2 && utf8.first == sign && utf8.last == sign
      && !utf8.dropFirst().dropLast().contains(sign)
  }
}
