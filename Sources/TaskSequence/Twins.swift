import XMLTree

/// Keeps what a step states twice equal when one of the two is edited.
///
/// Real ConfigMgr files hold a step's package and command line in variables and in the action's text,
/// and its success codes in a variable and an attribute (equal in 1,412 of 1,416 and in all cases).
struct Twins {
  let dialect: Dialect
  let knowledge: any StepKnowledge

  private static let successCodeVariables = ["SuccessCodes", "OSDRunPowerShellScriptSuccessCodes"]

  /// Variables that an attribute of the step repeats (equal in all real steps).
  private static let attributes = ["RetryCount": "retryCount", "RunFromNet": "runFromNet"]

  /// Follows a change of variables from `old` to `new`, two states of one step.
  func follow(from old: TaskNode, to new: Element, habits: Habits) -> (Element, note: String?) {
    guard let node = TaskNode(new) else { return (new, nil) }
    var element = new
    for name in Self.successCodeVariables {
      guard let codes = node.variable(name), codes != old.variable(name) else { continue }
      let order = habits.order(of: node.kind, for: Property.successCodes.attribute)
      element = element.settingAttribute("successCodeList", to: codes, order: order)
    }
    for (name, attribute) in Self.attributes {
      guard let value = node.variable(name), value != old.variable(name),
        element.attribute(attribute) != nil
      else { continue }
      let order = habits.order(of: node.kind, for: attribute)
      element = element.settingAttribute(attribute, to: value, order: order)
    }
    guard let action = old.action, let type = old.type else { return (element, nil) }
    let templates = knowledge.actionTemplates(of: type, in: dialect)
    if let template = templates.first(where: { $0.render(old.variable) == action }) {
      return (Self.setAction(template.render(node.variable), in: element, habits), nil)
    }
    return followByValue(old, node, action, element, templates, habits)
  }

  /// Whether the variables of a step make its command line.
  func writesAction(of node: TaskNode) -> Bool {
    guard let action = node.action, let type = node.type else { return false }
    return knowledge.actionTemplates(of: type, in: dialect).contains {
      $0.render(node.variable) == action
    }
  }

  /// For an action no template makes: puts the new value where the old one stands once, as a whole word.
  ///
  /// A value inside another word (`1` in `/wait:10`) is something else; then the command line stays, and
  /// the note says so.
  private func followByValue(
    _ old: TaskNode, _ new: TaskNode, _ action: String, _ element: Element,
    _ templates: [ActionTemplate], _ habits: Habits
  ) -> (Element, note: String?) {
    var text = action
    var isLost = false
    let arguments = Set(templates.flatMap(\.variables))
    for variable in old.variables where variable.isHidden || arguments.contains(variable.name) {
      guard let value = new.variable(variable.name), value != variable.value else { continue }
      if Self.successCodeVariables.contains(variable.name) {
        isLost = isLost || arguments.contains(variable.name)
        continue
      }
      let ranges = variable.value.isEmpty ? [] : text.ranges(of: variable.value)
      let words = ranges.filter { text.isWord($0) }
      if words.count == 1 {
        text.replaceSubrange(words[0], with: value)
      } else if arguments.contains(variable.name) || words.isEmpty && !ranges.isEmpty {
        isLost = true
      }
    }
    let note =
      isLost ? "The command line of “\(old.name)” was written by hand and was left as it is." : nil
    return (text == action ? element : Self.setAction(text, in: element, habits), note)
  }

  /// The variables that follow when the command line itself is edited.
  func variables(for action: String, of node: TaskNode) -> [String: String] {
    guard let type = node.type else { return [:] }
    for template in knowledge.actionTemplates(of: type, in: dialect) {
      if let values = template.match(action) {
        return values.filter { name, value in node.variable(name).map { $0 != value } ?? false }
      }
    }
    return [:]
  }

  /// The success-code variables that follow the attribute.
  static func followSuccessCodes(_ codes: String, in element: Element, habits: Habits) -> Element {
    guard let node = TaskNode(element) else { return element }
    var result = element
    for name in successCodeVariables where node.variable(name) != nil {
      result = result.settingVariable(name, to: codes, newline: habits.newline)
    }
    return result
  }

  /// Sets the command line; of several the first.
  static func setAction(_ text: String, in element: Element, _ habits: Habits) -> Element {
    let first = element.first("action")?.id
    return element.replacingChildren(
      element.children.map { child in
        guard let inner = child.element, inner.id == first else { return child }
        return .element(inner.settingText(text, newline: habits.newline))
      })
  }
}

extension String {
  /// Whether a part of a command line is no part of a longer word: letters, digits, `_`, `-` and `.` make
  /// words.
  fileprivate func isWord(_ range: Range<String.Index>) -> Bool {
    func isPart(_ index: String.Index) -> Bool {
      self[index].isLetter || self[index].isNumber || "_-.".contains(self[index])
    }
    let isOpen =
      range.lowerBound > startIndex && isPart(range.lowerBound)
      && isPart(index(before: range.lowerBound))
    let isClosed =
      range.upperBound < endIndex && isPart(range.upperBound)
      && isPart(index(before: range.upperBound))
    return !isOpen && !isClosed
  }
}

extension Element {
  /// Sets the text of a variable that a node has; the node as it is when it has none of that name.
  func settingVariable(_ name: String, to value: String, newline: [UInt8]) -> Element {
    let nodes = children.map { child -> Node in
      guard let list = child.element,
        list.isNamed("defaultVarList") || list.isNamed("globalVarList")
      else { return child }
      let variables = list.children.map { child -> Node in
        guard let variable = child.element, variable.isNamed("variable"),
          variable.attribute("name") == name
        else { return child }
        return .element(variable.settingText(value, newline: newline))
      }
      return .element(list.replacingChildren(variables))
    }
    return replacingChildren(nodes)
  }
}
