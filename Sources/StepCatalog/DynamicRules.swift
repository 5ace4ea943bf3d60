import TaskSequence
import XMLTree

/// The rules of Set Dynamic Variables: XML inside the text of one variable, edited without touching
/// what is not meant (FACTS.md, “Rules of Set Dynamic Variables”).
package struct DynamicRules: Sendable {
  /// A rule: variables that are set, always or under a condition.
  package struct Rule: Sendable {
    /// A variable the rule sets.
    package struct Setting: Equatable, Sendable {
      package var name: String
      package var value: String
      /// Whether the value is not displayed.
      package var isSecret: Bool

      package init(name: String, value: String, isSecret: Bool) {
        self.name = name
        self.value = value
        self.isSecret = isSecret
      }

      /// Whether the value is never shown unasked.
      package func isHidden(_ secrecy: Secrecy = .byName) -> Bool {
        (isSecret || secrecy.isSecret(name)) && Secrets.isWorthHiding(value)
      }
    }

    package let settings: [Setting]
    /// Whether it has a condition that is of no shape that can be edited.
    private let hasOtherCondition: Bool
    /// The condition's values by name when it is one of the shapes that can be edited.
    package let test: (shape: RuleShape, values: [String: String])?
    let element: Element

    /// What is compared with a variable that is hidden is not shown.
    package static func shown(
      _ values: [String: String], _ secrecy: Secrecy
    ) -> [String: String] {
      var shown = values
      if let name = values["Variable"], secrecy.isSecret(name),
        values["Value"].map(Secrets.isWorthHiding) == true
      {
        shown["Value"] = Secrets.mask
      }
      return shown
    }

    init(_ element: Element) {
      self.element = element
      settings = element.elements.filter { $0.isNamed("Variables") }.flatMap(\.elements).map {
        Setting(
          name: $0.attribute("Name") ?? "", value: $0.text,
          isSecret: $0.attribute("IsSecret")?.lowercased() == "true")
      }
      let condition = element.first("condition")
      let expressions = condition.map { Array($0.elements) } ?? []
      if expressions.count == 1, let only = expressions.first,
        let shape = RuleShape.of(only.attribute("type") ?? "")
      {
        let values = only.elements.map { ($0.attribute("name") ?? "", $0.text) }
        test = (shape, Dictionary(values, uniquingKeysWith: { first, _ in first }))
      } else {
        test = nil
      }
      hasOtherCondition = test == nil && condition?.hasElements == true
    }

    /// Its condition in words, hidden values covered; empty where there is none.
    package func condition(_ secrecy: Secrecy) -> String {
      test.map { $0.shape.words(Self.shown($0.values, secrecy)) }
        ?? (hasOtherCondition ? "a condition of another kind" : "")
    }
  }

  private(set) var document: Document

  /// Reads the text of the variable; nil when it is not such XML.
  package init?(_ text: String) {
    let text = text.contains("<") ? text : "<Rules></Rules>" + text
    guard let document = try? Document(parsing: Array(text.utf8)), document.root.isNamed("Rules")
    else { return nil }
    self.document = document
  }

  /// The rules in their order.
  package var rules: [Rule] { ruleElements.map(Rule.init) }

  var ruleElements: [Element] { document.root.elements.filter { $0.isNamed("Rule") } }

  /// The text for the variable.
  package var text: String { String(decoding: document.serialized(), as: UTF8.self) }

  /// The rules that set a variable, in words; hidden values are covered.
  package func words(about name: String, _ secrecy: Secrecy = .byName) -> String {
    rules.flatMap { rule in
      rule.settings.filter { $0.name.lowercased() == name.lowercased() }.map { setting in
        "\(setting.name) = \(setting.isHidden(secrecy) ? Secrets.mask : setting.value)"
          + (rule.condition(secrecy).isEmpty ? "" : " if \(rule.condition(secrecy))")
      }
    }.joined(separator: "; ")
  }

  /// The text with hidden values covered.
  func masked(_ secrecy: Secrecy) -> String {
    var hidden = Set(document.root.hiddenTestValues(where: secrecy.isSecret))
    for rule in ruleElements {
      let variables = rule.elements.filter { $0.isNamed("Variables") }.flatMap(\.elements)
      for (element, setting) in zip(variables, Rule(rule).settings) where setting.isHidden(secrecy)
      {
        hidden.insert(element.id)
      }
    }
    let covered = document.rewriting(hidden) { $0.settingTexts([$0.id: Secrets.mask]) }
    return String(decoding: covered.serialized(), as: UTF8.self)
  }

  // MARK: Changing

  /// Adds a rule that sets a variable always.
  package mutating func append(_ setting: Rule.Setting) {
    insert(
      "<Rule><Variables>\(Self.xml(setting))</Variables></Rule>", into: document.root.id, .last)
  }

  package mutating func remove(at index: Int) {
    document = document.removing([ruleElements[index].id]).document
  }

  /// Moves a rule by one place.
  package mutating func move(from index: Int, to place: Int) {
    let slot: Slot =
      place > index ? .after(ruleElements[place].id) : .before(ruleElements[place].id)
    let (rest, pieces) = document.removing([ruleElements[index].id])
    document = rest.inserting(
      pieces, into: rest.root.id, at: slot, habit: LayoutHabit(of: rest.root))
  }

  /// Sets, adds or, with nil, removes a variable of a rule.
  package mutating func set(_ setting: Rule.Setting?, at place: Int?, in index: Int) {
    let rule = ruleElements[index]
    let lists = rule.elements.filter { $0.isNamed("Variables") }
    let variables = lists.flatMap(\.elements)
    guard let place, variables.indices.contains(place) else {
      if let setting, let list = lists.last { insert(Self.xml(setting), into: list.id, .last) }
      return
    }
    guard let setting else {
      document = document.removing([variables[place].id]).document
      return
    }
    document = document.rewriting([variables[place].id]) { element in
      element.settingText(setting.value, newline: [0x0A])
        .settingAttribute("Name", to: setting.name, order: ["Name", "IsSecret"])
        .settingAttribute("IsSecret", to: "\(setting.isSecret)", order: ["Name", "IsSecret"])
    }
  }

  /// Gives a rule a condition, or none.
  package mutating func setTest(_ shape: RuleShape?, _ values: [String: String], in index: Int) {
    let rule = ruleElements[index]
    let old = Rule(rule)
    if let shape, old.test?.shape == shape, let expression = rule.first("condition")?.elements.first
    {
      let known = Set(expression.elements.map { $0.attribute("name") ?? "" })
      document = document.rewriting(Set(expression.elements.map(\.id))) { element in
        let value = values[element.attribute("name") ?? ""] ?? element.text
        return element.settingText(value, newline: [0x0A])
      }
      for name in shape.names where !known.contains(name) && values[name] != nil {
        insert(Self.xml(name, values[name] ?? ""), into: expression.id, .last)
      }
      return
    }
    if let condition = rule.first("condition") {
      document = document.removing([condition.id]).document
    }
    guard let shape else { return }
    let inside = shape.names.map { Self.xml($0, values[$0] ?? "") }.joined()
    insert(
      "<condition><expression type=\"\(shape.type)\">\(inside)</expression></condition>",
      into: rule.id, .first)
  }

  private mutating func insert(_ xml: String, into id: NodeID, _ slot: Slot) {
    guard let pieces = try? document.parseFragment(Array(xml.utf8)) else { return }
    document = document.inserting(
      pieces, into: id, at: slot, habit: LayoutHabit(of: document.root))
  }

  private static func xml(_ setting: Rule.Setting) -> String {
    "<Variable Name=\"\(escaped(setting.name))\" IsSecret=\"\(setting.isSecret)\">"
      + "\(escaped(setting.value))</Variable>"
  }

  private static func xml(_ name: String, _ value: String) -> String {
    "<variable name=\"\(name)\">\(escaped(value))</variable>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
