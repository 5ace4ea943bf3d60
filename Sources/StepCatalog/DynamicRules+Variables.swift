import XMLTree

/// The variables that rules name.
extension DynamicRules {
  /// The variables that are set and those conditions ask about, in the order of the text.
  package var variables: [(name: String, isSet: Bool)] {
    var found: [(name: String, isSet: Bool)] = []
    forEachName { _, name, isSet in
      if !name.isEmpty { found.append((name, isSet)) }
    }
    return found
  }

  /// The text with other names for variables and everything else to the byte as it is; the keys of
  /// `names` are in small letters.
  package func renaming(_ names: [String: String]) -> String {
    var (settings, questions): ([NodeID: String], [NodeID: String]) = ([:], [:])
    forEachName { element, name, isSet in
      guard let new = names[name.lowercased()] else { return }
      if isSet { settings[element.id] = new } else { questions[element.id] = new }
    }
    let renamed = document.rewriting(Set(settings.keys).union(questions.keys)) { element in
      if let new = questions[element.id] { return element.settingText(new, newline: []) }
      return settings[element.id].map { element.settingAttribute("Name", to: $0, order: []) }
        ?? element
    }
    return String(decoding: renamed.serialized(), as: UTF8.self)
  }

  private func forEachName(_ visit: (Element, _ name: String, _ isSet: Bool) -> Void) {
    for rule in ruleElements {
      rule.walk { element in
        if element.isNamed("Variable") {
          visit(element, element.attribute("Name") ?? "", true)
        } else if element.isNamed("variable"),
          RuleShape.questions.contains(element.attribute("name") ?? "")
        {
          let name = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          visit(element, name, false)
        }
        return true
      }
    }
  }
}
