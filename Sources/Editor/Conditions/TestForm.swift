import Conditions
import StepCatalog
import TaskSequence
import Widgets

/// A test being edited field by field; nothing is written before it is taken over.
struct TestForm {
  var test: Test
  let extras: [Setting]
  /// Whether it is added at the cursor rather than put in the place of the operand there.
  let isNew: Bool

  init(_ test: Test, extras: [Setting], isNew: Bool) {
    self.test = test
    self.extras = extras
    self.isNew = isNew
  }

  /// The first of its fields that still needs a value.
  static func unfinished(_ fields: [TestField]) -> Int? {
    fields.firstIndex { $0.fault($0.value) != nil }
  }
}

/// Editing a test in its form.
enum TestEditing {
  /// Shows the fields of a test; the last line takes it over.
  static func open(_ state: inout EditorState, _ form: TestForm, selecting selected: Int = 0) {
    let fields = form.test.fields(in: state.file.document.dialect)
    let operand = Operand.test(form.test, extras: form.extras)
    let covered = operand.covered(where: state.file.secrecy.isSecret)
    let shown =
      if case .test(let test, _) = covered { test.fields(in: state.file.document.dialect) } else {
        fields
      }
    var items = fields.enumerated().map { index, original in
      var field = original
      field.isSecret = shown[index].value != original.value
      let value = shown[index].value
      return PickerLayer.Item(
        title: field.label, detail: value.isEmpty ? "–" : value,
        side: field.fault(field.value) == nil ? "" : "!"
      ) { state in
        edit(&state, field, at: index, of: form)
        return []
      }
    }
    let missing = TestForm.unfinished(fields).map { fields[$0] }
    items.append(
      PickerLayer.Item(
        title: "Take over", detail: ConditionText.format(covered),
        refusal: missing.map { "\($0.label): \($0.fault($0.value) ?? "")" }
      ) { state in
        take(&state, operand, isNew: form.isNew)
        return []
      })
    let title = form.isNew ? "New test" : "Test"
    state.open(PickerLayer(title: title, items: items, selected: min(selected, items.count - 1)))
  }

  /// Opens the first field of the form on top that needs a value.
  static func editFirstField(_ state: inout EditorState) -> [Effect] {
    guard let picker = state.top as? PickerLayer,
      let item = picker.items.first(where: { $0.side == "!" })
    else { return [] }
    return state.close(item.action)
  }

  private static func edit(
    _ state: inout EditorState, _ field: TestField, at index: Int, of form: TestForm
  ) {
    func goOn(_ state: inout EditorState, _ value: String) {
      var changed = form
      changed.test = field.set(value)
      let unfinished = TestForm.unfinished(changed.test.fields(in: state.file.document.dialect))
      open(&state, changed, selecting: unfinished ?? index + 1)
    }
    switch field.kind {
    case .text(let isVariable):
      var text = TextModel(field.value)
      text.selectAll()
      state.open(
        Prompt(
          place: .status(label: field.label), text: text, isSecret: field.isSecret,
          fault: field.fault,
          completion: isVariable ? .names : .references,
          cancelled: { state in
            open(&state, form, selecting: index)
            return []
          },
          accepts: { state, value in
            goOn(&state, value)
            return []
          }))
    case .long:
      open(&state, form, selecting: index)
      Ask.text(&state, field.label, field.value, suffix: ".wql") { state, value in
        state.close()
        goOn(&state, value)
        return []
      }
    case .choice(let choices):
      open(&state, form, selecting: index)
      let items = choices.map { choice in
        PickerLayer.Item(title: choice.value.isEmpty ? "–" : choice.value, detail: choice.words) {
          state in
          state.close()
          goOn(&state, choice.value)
          return []
        }
      }
      let selected = choices.firstIndex { $0.value == field.value } ?? 0
      state.open(PickerLayer(title: field.label, items: items, selected: selected))
    }
  }

  /// Puts a finished operand where it belongs.
  private static func take(_ state: inout EditorState, _ operand: Operand, isNew: Bool) {
    guard !isNew, let place = ConditionTree.row(state)?.place,
      let whole = ConditionTree.whole(state)
    else { return ConditionTree.add(&state, operand) }
    ConditionTree.change(&state, whole.replacing(place, with: [operand]), cursor: place)
  }

  /// A list of Configuration Manager's operating systems.
  static func chooseSystem(_ state: inout EditorState) -> [Effect] {
    let items = PlatformList.platforms(of: state.file.document).map { platform in
      PickerLayer.Item(title: platform.name ?? "", detail: "\(platform.first) to \(platform.last)")
      {
        state in
        ConditionTree.add(&state, .systems([platform]))
        return []
      }
    }
    state.open(PickerLayer(title: "Operating system version", items: items))
    return []
  }
}
