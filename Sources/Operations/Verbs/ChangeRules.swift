package import StepCatalog
package import TaskSequence

/// Changes the rules of Set Dynamic Variables.
package struct ChangeRules: Operation {
  package typealias Setting = DynamicRules.Rule.Setting

  /// What becomes of rules and of the variables they set, all counted from 1.
  package enum Change: Equatable, Sendable {
    /// A new rule that sets a variable always.
    case add(Setting)
    case remove(rule: Int)
    case move(rule: Int, to: Int)
    /// A rule sets one more variable.
    case addSetting(rule: Int, Setting)
    case set(rule: Int, setting: Int, Setting)
    case removeSetting(rule: Int, setting: Int)
    /// A rule holds under a condition, or always; values of the same condition that are not named
    /// stay.
    case test(rule: Int, RuleShape?, [Assignment])
  }

  package var node: NodePath
  package var change: Change

  package init(_ change: Change, of node: NodePath) {
    self.node = node
    self.change = change
  }

  package static let verbs = ["rules"]

  package static let form = """
    rules PATH add NAME = VALUE [secret] · rules PATH remove NUMBER · \
    rules PATH move NUMBER to NUMBER · rules PATH rule NUMBER add NAME = VALUE [secret] · \
    rules PATH rule NUMBER set NUMBER NAME = VALUE [secret] · \
    rules PATH rule NUMBER remove NUMBER · rules PATH rule NUMBER test none · \
    rules PATH rule NUMBER test computer|model|variable (NAME = VALUE, …)
    """

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    node = try reader.path()
    switch try reader.one(of: ["add", "remove", "move", "rule"]) {
    case "add": change = .add(try Setting(from: &reader))
    case "remove": change = .remove(rule: try reader.number("a rule"))
    case "move":
      let rule = try reader.number("a rule")
      try reader.expect("to")
      change = .move(rule: rule, to: try reader.number("a rule"))
    default: change = try Self.change(of: reader.number("a rule"), &reader)
    }
  }

  private static func change(
    of rule: Int, _ reader: inout OperationReader
  ) throws(OperationFault) -> Change {
    switch try reader.one(of: ["add", "set", "remove", "test"]) {
    case "add": return .addSetting(rule: rule, try Setting(from: &reader))
    case "set":
      let place = try reader.number("the place of a variable")
      return .set(rule: rule, setting: place, try Setting(from: &reader))
    case "remove":
      return .removeSetting(rule: rule, setting: try reader.number("the place of a variable"))
    default:
      if reader.take("none") { return .test(rule: rule, nil, []) }
      let word = try reader.one(of: RuleShape.all.map(\.word))
      let values = try reader.parenthesised { (reader) throws(OperationFault) in
        try Assignment(from: &reader)
      }
      return .test(rule: rule, RuleShape.all.first { $0.word == word }, values)
    }
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("rules")
    writer.path(node)
    func rule(_ rule: Int, _ word: String) {
      writer.word("rule")
      writer.number(rule)
      writer.word(word)
    }
    switch change {
    case .add(let setting):
      writer.word("add")
      setting.write(to: &writer)
    case .remove(let rule):
      writer.word("remove")
      writer.number(rule)
    case .move(let rule, let place):
      writer.word("move")
      writer.number(rule)
      writer.word("to")
      writer.number(place)
    case .addSetting(let number, let setting):
      rule(number, "add")
      setting.write(to: &writer)
    case .set(let number, let place, let setting):
      rule(number, "set")
      writer.number(place)
      setting.write(to: &writer)
    case .removeSetting(let number, let place):
      rule(number, "remove")
      writer.number(place)
    case .test(let number, let shape, let values):
      rule(number, "test")
      writer.word(shape?.word ?? "none")
      if shape != nil {
        writer.parenthesised(values) { writer, value in value.write(to: &writer) }
      }
    }
  }

  package func covered(in document: SequenceDocument) -> ChangeRules {
    switch change {
    case .add(let setting): ChangeRules(.add(setting.covered), of: node)
    case .addSetting(let rule, let setting):
      ChangeRules(.addSetting(rule: rule, setting.covered), of: node)
    case .set(let rule, let place, let setting):
      ChangeRules(.set(rule: rule, setting: place, setting.covered), of: node)
    case .remove, .move, .removeSetting, .test: self
    }
  }
}

extension ChangeRules.Setting {
  init(from reader: inout OperationReader) throws(OperationFault) {
    let value = try Assignment(from: &reader)
    self.init(name: value.name, value: value.value, isSecret: reader.take("secret"))
  }

  fileprivate func write(to writer: inout OperationWriter) {
    Assignment(name, value).write(to: &writer)
    if isSecret { writer.word("secret") }
  }

  fileprivate var covered: Self {
    Self(name: name, value: isHidden() ? Secrets.mask : value, isSecret: isSecret)
  }
}
