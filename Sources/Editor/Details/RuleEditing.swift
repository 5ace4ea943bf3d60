import Operations
import StepCatalog
import TaskSequence
import Widgets

/// Editing the rules of Set Dynamic Variables.
enum RuleEditing {
  /// Changes the rules of the focused step, as one edit.
  ///
  /// - Parameter label: What happened, where the change's own words are not wanted.
  static func change(
    _ state: inout EditorState, _ change: ChangeRules.Change, label: String? = nil
  ) {
    guard state.file.focusedRules != nil, TableEditing.isAlone(&state),
      let path = state.file.document.path(of: state.file.outline.focus)
    else { return }
    let node = state.file.focus
    state.perform(
      ChangeRules(change, of: path), label: label.map { "\($0) of “\(node.name)”" })
  }

  /// Adds a rule that sets one variable.
  static func add(_ state: inout EditorState) {
    askForSetting(&state, DynamicRules.Rule.Setting(name: "", value: "", isSecret: false)) {
      state, new in
      change(&state, .add(new))
      let count = state.file.focusedRules?.rules.count ?? 0
      state.file.details.selected += 1
      edit(&state, count - 1)
    }
  }

  static func remove(_ state: inout EditorState, _ index: Int) {
    change(&state, .remove(rule: index + 1))
  }

  /// Lets the user choose what to change in a rule.
  static func edit(_ state: inout EditorState, _ index: Int, selecting selected: Int = 0) {
    guard let rules = state.file.focusedRules?.rules, rules.indices.contains(index) else { return }
    let rule = rules[index]
    var items = testItems(rule, index)
    for (place, setting) in rule.settings.enumerated() {
      items.append(
        PickerLayer.Item(
          title: setting.name, detail: setting.isHidden() ? Secrets.mask : setting.value,
          side: setting.isSecret ? "not displayed" : "", section: "Sets"
        ) { state in
          editSetting(&state, setting, at: place, of: rule.settings.count, in: index)
          return []
        })
    }
    items.append(
      PickerLayer.Item(title: "Set one more variable …", section: "Sets") { state in
        askForSetting(&state, .init(name: "", value: "", isSecret: false)) { state, new in
          change(&state, .addSetting(rule: index + 1, new))
          edit(&state, index, selecting: items.count)
        }
        return []
      })
    state.open(PickerLayer(title: "Rule \(index + 1)", items: items, selected: selected))
  }

  // MARK: The condition

  private static func testItems(
    _ rule: DynamicRules.Rule, _ index: Int
  ) -> [PickerLayer.Item] {
    var items: [PickerLayer.Item] = []
    if let test = rule.test {
      items = test.shape.values.enumerated().map { place, field in
        PickerLayer.Item(
          title: field.label,
          detail: DynamicRules.Rule.shown(test.values)[field.variable] ?? "",
          section: "If \(test.shape.label)"
        ) { state in
          editPart(&state, field, of: test, in: index) { edit(&$0, index, selecting: place) }
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
        chooseTest(&state, of: index)
        return []
      })
    return items
  }

  private static func chooseTest(_ state: inout EditorState, of index: Int) {
    var items = RuleShape.all.map { shape in
      PickerLayer.Item(title: shape.label, detail: shape.about) { state in
        let usual = shape.names.compactMap { name in
          shape.usual[name].map { Assignment(name, $0) }
        }
        change(
          &state, .test(rule: index + 1, shape, usual),
          label: "Set the condition of rule \(index + 1)")
        edit(&state, index)
        return []
      }
    }
    items.append(
      PickerLayer.Item(title: "No condition", detail: "the variables are set always") { state in
        change(&state, .test(rule: index + 1, nil, []))
        edit(&state, index)
        return []
      })
    state.open(PickerLayer(title: "Rule \(index + 1): set its variables if", items: items))
  }

  private static func editPart(
    _ state: inout EditorState, _ field: StepField,
    of test: (shape: RuleShape, values: [String: String]), in index: Int,
    _ goOn: @escaping (inout EditorState) -> Void
  ) {
    func set(_ state: inout EditorState, _ value: String) {
      change(&state, .test(rule: index + 1, test.shape, [Assignment(field.variable, value)]))
      goOn(&state)
    }
    let value = test.values[field.variable] ?? ""
    guard field.kind == .choice else {
      return Ask.line(
        &state, field.label, value,
        isSecret: DynamicRules.Rule.shown(test.values)[field.variable]
          != test.values[field.variable],
        completes: field.kind == .variable ? .names : .references
      ) { state, text in
        set(&state, text)
        return []
      }
    }
    let items = field.choices.map { choice in
      PickerLayer.Item(title: choice.value, detail: choice.words) { state in
        set(&state, choice.value)
        return []
      }
    }
    let selected = field.choices.firstIndex { $0.value.lowercased() == value.lowercased() } ?? 0
    state.open(PickerLayer(title: field.label, items: items, selected: selected))
  }

  // MARK: A variable of a rule

  /// Offers what can be done with a variable that a rule sets.
  private static func editSetting(
    _ state: inout EditorState, _ setting: DynamicRules.Rule.Setting, at place: Int, of count: Int,
    in index: Int
  ) {
    func put(_ new: DynamicRules.Rule.Setting?) -> LayerAction {
      { state in
        change(
          &state,
          new.map { .set(rule: index + 1, setting: place + 1, $0) }
            ?? .removeSetting(rule: index + 1, setting: place + 1))
        edit(&state, index)
        return []
      }
    }
    var toggled = setting
    toggled.isSecret.toggle()
    state.open(
      PickerLayer(
        title: setting.name,
        items: [
          PickerLayer.Item(
            title: "Value …", detail: setting.isHidden() ? Secrets.mask : setting.value
          ) { state in
            askForValue(&state, of: setting) { state, new in _ = put(new)(&state) }
            return []
          },
          PickerLayer.Item(title: "Name …", detail: setting.name) { state in
            Ask.line(&state, "Variable", setting.name, completes: .names) { state, name in
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

  private static func askForSetting(
    _ state: inout EditorState, _ setting: DynamicRules.Rule.Setting,
    _ goOn: @escaping (inout EditorState, DynamicRules.Rule.Setting) -> Void
  ) {
    Ask.line(&state, "Variable", setting.name, completes: .names) { state, name in
      guard !name.isEmpty else { return [] }
      var new = setting
      new.name = name
      new.isSecret = Secrets.isSecret(name)
      askForValue(&state, of: new, goOn)
      return []
    }
  }

  private static func askForValue(
    _ state: inout EditorState, of setting: DynamicRules.Rule.Setting,
    _ goOn: @escaping (inout EditorState, DynamicRules.Rule.Setting) -> Void
  ) {
    Ask.line(
      &state, setting.name, setting.value,
      isSecret: setting.isSecret || Secrets.isSecret(setting.name),
      completes: .references
    ) { state, value in
      var new = setting
      new.value = value
      goOn(&state, new)
      return []
    }
  }
}
