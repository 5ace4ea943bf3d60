import Operations
import StepCatalog
import TaskSequence
import Widgets

/// Editing the rules of Set Dynamic Variables.
extension EditorState {
  var focusedRules: DynamicRules? {
    focusedType?.rulesField.flatMap { DynamicRules(file.focus.variable($0.variable) ?? "") }
  }

  /// Changes the rules of the focused step, as one edit.
  ///
  /// - Parameter label: What happened, where the change's own words are not wanted.
  mutating func changeRules(_ change: ChangeRules.Change, label: String? = nil) {
    guard focusedRules != nil, isAlone(), let path = file.document.path(of: file.outline.focus)
    else { return }
    perform(
      ChangeRules(change, of: path), label: label.map { "\($0) of “\(file.focus.name)”" })
  }

  /// Adds a rule that sets one variable.
  mutating func addRule() {
    askForSetting(DynamicRules.Rule.Setting(name: "", value: "", isSecret: false)) { state, new in
      state.changeRules(.add(new))
      let count = state.focusedRules?.rules.count ?? 0
      state.file.details.selected += 1
      state.editRule(count - 1)
    }
  }

  mutating func removeRule(_ index: Int) {
    changeRules(.remove(rule: index + 1))
  }

  /// Lets the user choose what to change in a rule.
  mutating func editRule(_ index: Int, selecting selected: Int = 0) {
    guard let rules = focusedRules?.rules, rules.indices.contains(index) else { return }
    let rule = rules[index]
    var items = testItems(rule, index)
    for (place, setting) in rule.settings.enumerated() {
      items.append(
        PickerLayer.Item(
          title: setting.name, detail: setting.isHidden ? Secrets.mask : setting.value,
          side: setting.isSecret ? "not displayed" : "", section: "Sets"
        ) { state in
          state.edit(setting, at: place, of: rule.settings.count, in: index)
          return []
        })
    }
    items.append(
      PickerLayer.Item(title: "Set one more variable …", section: "Sets") { state in
        state.askForSetting(.init(name: "", value: "", isSecret: false)) { state, new in
          state.changeRules(.addSetting(rule: index + 1, new))
          state.editRule(index, selecting: items.count)
        }
        return []
      })
    open(PickerLayer(title: "Rule \(index + 1)", items: items, selected: selected))
  }

  // MARK: The condition

  private func testItems(_ rule: DynamicRules.Rule, _ index: Int) -> [PickerLayer.Item] {
    var items: [PickerLayer.Item] = []
    if let test = rule.test {
      items = test.shape.labels.enumerated().map { place, part in
        PickerLayer.Item(
          title: part.label, detail: test.values[part.name] ?? "", section: "If \(test.shape.label)"
        ) { state in
          state.edit(part, of: test, in: index) { $0.editRule(index, selecting: place) }
          return []
        }
      }
    } else if !rule.condition.isEmpty {
      items.append(
        PickerLayer.Item(
          title: "If", detail: rule.condition, section: "Condition",
          refusal: "this condition can only be replaced"
        ) { _ in [] })
    }
    items.append(
      PickerLayer.Item(
        title: rule.condition.isEmpty ? "Only if …" : "Another condition …",
        detail: rule.condition.isEmpty ? "now it is set always" : "",
        section: rule.test.map { "If \($0.shape.label)" } ?? "Condition"
      ) { state in
        state.chooseTest(of: index)
        return []
      })
    return items
  }

  private mutating func chooseTest(of index: Int) {
    var items = RuleShape.allCases.map { shape in
      PickerLayer.Item(title: shape.label, detail: shape.about) { state in
        let usual = shape.names.compactMap { name in
          shape.usual[name].map { Assignment(name, $0) }
        }
        state.changeRules(
          .test(rule: index + 1, shape, usual), label: "Set the condition of rule \(index + 1)")
        state.editRule(index)
        return []
      }
    }
    items.append(
      PickerLayer.Item(title: "No condition", detail: "the variables are set always") { state in
        state.changeRules(.test(rule: index + 1, nil, []))
        state.editRule(index)
        return []
      })
    open(PickerLayer(title: "Rule \(index + 1): set its variables if", items: items))
  }

  private mutating func edit(
    _ part: (name: String, label: String), of test: (shape: RuleShape, values: [String: String]),
    in index: Int, _ goOn: @escaping (inout EditorState) -> Void
  ) {
    func set(_ state: inout EditorState, _ value: String) {
      state.changeRules(.test(rule: index + 1, test.shape, [Assignment(part.name, value)]))
      goOn(&state)
    }
    let value = test.values[part.name] ?? ""
    guard part.name == "Operator" else {
      return ask(part.label, value, completes: part.name == "Variable" ? .names : .references) {
        state, text in
        set(&state, text)
        return []
      }
    }
    let operators = [
      ("exists", ""), ("notExists", "does not exist"), ("equals", "="), ("notEquals", "!="),
      ("greater", ">"), ("greaterEqual", ">="), ("less", "<"), ("lessEqual", "<="),
      ("like", "* and ? stand for anything"), ("notLike", ""),
    ]
    let items = operators.map { name, words in
      PickerLayer.Item(title: name, detail: words) { state in
        set(&state, name)
        return []
      }
    }
    let selected = operators.firstIndex { $0.0.lowercased() == value.lowercased() } ?? 0
    open(PickerLayer(title: part.label, items: items, selected: selected))
  }

  // MARK: A variable of a rule

  /// Offers what can be done with a variable that a rule sets.
  private mutating func edit(
    _ setting: DynamicRules.Rule.Setting, at place: Int, of count: Int, in index: Int
  ) {
    func put(_ new: DynamicRules.Rule.Setting?) -> LayerAction {
      { state in
        state.changeRules(
          new.map { .set(rule: index + 1, setting: place + 1, $0) }
            ?? .removeSetting(rule: index + 1, setting: place + 1))
        state.editRule(index)
        return []
      }
    }
    var toggled = setting
    toggled.isSecret.toggle()
    open(
      PickerLayer(
        title: setting.name,
        items: [
          PickerLayer.Item(
            title: "Value …", detail: setting.isHidden ? Secrets.mask : setting.value
          ) { state in
            state.askForValue(of: setting) { state, new in _ = put(new)(&state) }
            return []
          },
          PickerLayer.Item(title: "Name …", detail: setting.name) { state in
            state.ask("Variable", setting.name, completes: .names) { state, name in
              var new = setting
              new.name = name
              return name.isEmpty ? [] : put(new)(&state)
            }
            return []
          },
          PickerLayer.Item(
            title: "Do not display the value", detail: setting.isSecret ? "[x]" : "[ ]",
            action: put(toggled)),
          PickerLayer.Item(
            title: "Remove it",
            refusal: count == 1 ? "a rule sets a variable; remove the rule with Del" : nil,
            action: put(nil)),
        ]))
  }

  private mutating func askForSetting(
    _ setting: DynamicRules.Rule.Setting,
    _ goOn: @escaping (inout EditorState, DynamicRules.Rule.Setting) -> Void
  ) {
    ask("Variable", setting.name, completes: .names) { state, name in
      guard !name.isEmpty else { return [] }
      var new = setting
      new.name = name
      new.isSecret = Secrets.isSecret(name)
      state.askForValue(of: new, goOn)
      return []
    }
  }

  private mutating func askForValue(
    of setting: DynamicRules.Rule.Setting,
    _ goOn: @escaping (inout EditorState, DynamicRules.Rule.Setting) -> Void
  ) {
    ask(
      setting.name, setting.value, isSecret: setting.isSecret || Secrets.isSecret(setting.name),
      completes: .references
    ) { state, value in
      var new = setting
      new.value = value
      goOn(&state, new)
      return []
    }
  }
}
