import Operations
import StepCatalog
import TaskSequence

/// A rule of Set Dynamic Variables as a form: the condition, then the variables it sets.
struct RuleForm: FormModel {
  typealias Setting = DynamicRules.Rule.Setting

  /// What a row of the form is about.
  private enum Slot {
    case condition
    case part(StepField)
    case name(Int)
    case value(Int)
    case hidden(Int)
    case more
  }

  private let index: Int?
  private let original: DynamicRules.Rule?
  private var shape: RuleShape?
  private var values: [String: String]
  /// A condition that can only be replaced, as long as it is not.
  private var odd: String
  private var settings: [Setting]
  /// Which variables other steps and rules hide.
  private let secrecy: Secrecy

  /// A new rule that sets one variable.
  init(_ secrecy: Secrecy) {
    self.secrecy = secrecy
    (index, original, shape, values, odd) = (nil, nil, nil, [:], "")
    settings = [Setting(name: "", value: "", isSecret: false)]
  }

  /// A rule that is there.
  init(_ rule: DynamicRules.Rule, _ index: Int, _ secrecy: Secrecy) {
    self.secrecy = secrecy
    (self.index, original) = (index, rule)
    (shape, values) = (rule.test?.shape, rule.test?.values ?? [:])
    odd = rule.test == nil ? rule.condition(secrecy) : ""
    settings = rule.settings
  }

  // MARK: As a form

  var isNew: Bool { index == nil }

  var title: String { index.map { "Rule \($0 + 1)" } ?? "New rule" }

  var button: String { isNew ? "Add" : "OK" }

  private var slots: [Slot] {
    [.condition] + (shape?.values ?? []).map(Slot.part)
      + settings.indices.flatMap { [.name($0), .value($0), .hidden($0)] } + [.more]
  }

  var entries: [FormEntry] { slots.map(entry) }

  private static let always = "always"

  private func entry(for slot: Slot) -> FormEntry {
    switch slot {
    case .condition:
      let choices = RuleShape.all.map { (value: $0.label, words: $0.about) }
      var entry = FormEntry(
        label: "If", value: shape?.label ?? (odd.isEmpty ? Self.always : odd),
        kind: .choice(choices + [(Self.always, "the variables are set always")]))
      if !odd.isEmpty { entry.note = "it can only be replaced" }
      return entry
    case .part(let field): return entry(for: field)
    case .name(let place):
      var entry = FormEntry(
        label: "Variable", value: settings[place].name, kind: .text(.names))
      let isNeeded = settings.count { !$0.name.isEmpty } == 0 && place == 0
      entry.fault = { $0.isEmpty && isNeeded ? "a rule sets a variable" : nil }
      if settings[place].name.isEmpty, !isNeeded { entry.note = "without a name it is removed" }
      return entry
    case .value(let place):
      var entry = FormEntry(
        label: "Value", value: settings[place].value, kind: .text(.references))
      entry.isSecret = settings[place].isSecret || secrecy.isSecret(settings[place].name)
      if settings[place].isHidden(secrecy) { entry.shown = Secrets.mask }
      return entry
    case .hidden(let place):
      var entry = FormEntry(
        label: "Do not display it", value: "\(settings[place].isSecret)", kind: .box)
      entry.shown = settings[place].isSecret ? "[x]" : "[ ]"
      return entry
    case .more:
      return FormEntry(
        label: "One more variable …", value: "",
        kind: .elsewhere { state in
          state.changeTop { (form: inout FormLayer) in
            form.update { model in
              guard var rule = model as? RuleForm else { return }
              rule.settings.append(Setting(name: "", value: "", isSecret: false))
              model = rule
            }
          }
        })
    }
  }

  private func entry(for field: StepField) -> FormEntry {
    let value = values[field.variable] ?? ""
    let shown = DynamicRules.Rule.shown(values, secrecy)[field.variable] ?? ""
    let kind: FormEntry.Kind =
      field.kind == .choice
      ? .choice(field.choices.map { ($0.value, $0.words) })
      : .text(field.kind == .variable ? .names : .references)
    var entry = FormEntry(label: field.label, value: value, kind: kind)
    entry.isSecret = shown != value
    if entry.isSecret { entry.shown = shown }
    entry.note = field.choices.first { $0.value.lowercased() == value.lowercased() }?.words ?? ""
    return entry
  }

  mutating func set(_ index: Int, to value: String) {
    switch slots[index] {
    case .condition:
      odd = ""
      shape = RuleShape.all.first { $0.label == value }
      values = shape?.usual ?? [:]
    case .part(let field): values[field.variable] = value
    case .name(let place):
      settings[place].name = value
      if Secrets.isSecret(value) { settings[place].isSecret = true }
    case .value(let place): settings[place].value = value
    case .hidden(let place): settings[place].isSecret = value == "true"
    case .more: break
    }
  }

  // MARK: Taking it over

  func accept(_ state: inout EditorState) -> [Effect] {
    let count = state.file.focusedRules?.rules.count ?? 0
    RuleEditing.change(&state, changes(behind: count), of: (index ?? count) + 1)
    if isNew, state.file.focusedRules?.rules.count != count { state.file.details.selected += 1 }
    return []
  }

  /// What makes the rule what the form says; a new one stands behind those that are there.
  private func changes(behind count: Int) -> [ChangeRules.Change] {
    let rule = (index ?? count) + 1
    let named = settings.filter { !$0.name.isEmpty }
    guard let original else {
      return named.prefix(1).map { .add($0) } + tests(of: rule)
        + named.dropFirst().map { .addSetting(rule: rule, $0) }
    }
    let old = original.settings
    let changed = old.indices.filter { settings[$0] != old[$0] && !settings[$0].name.isEmpty }
    let gone = old.indices.filter { settings[$0].name.isEmpty }.reversed()
    return tests(of: rule)
      + changed.map { .set(rule: rule, setting: $0 + 1, settings[$0]) }
      + settings.dropFirst(old.count).filter { !$0.name.isEmpty }
      .map { .addSetting(rule: rule, $0) }
      + gone.map { .removeSetting(rule: rule, setting: $0 + 1) }
  }

  private func tests(of rule: Int) -> [ChangeRules.Change] {
    guard odd.isEmpty else { return [] }
    let isSame = shape == original?.test?.shape && values == original?.test?.values ?? [:]
    let wasOdd = original.map { $0.test == nil && !$0.condition(secrecy).isEmpty } ?? false
    if isSame, !wasOdd { return [] }
    let given = (shape?.names ?? []).compactMap { name in values[name].map { Assignment(name, $0) }
    }
    return [.test(rule: rule, shape, given)]
  }
}
