import Conditions
import StepCatalog
import TaskSequence
import Widgets

/// A test being edited field by field; nothing is written before it is taken over.
struct TestForm: FormModel {
  private(set) var test: Test
  let extras: [Setting]
  /// Whether it is added at the cursor rather than put in the place of the operand there.
  let isNew: Bool
  private let product: Dialect
  private let secrecy: Secrecy

  init(_ test: Test, extras: [Setting], isNew: Bool, in document: SequenceDocument) {
    self.test = test
    self.extras = extras
    self.isNew = isNew
    product = document.dialect
    secrecy = Secrecy(of: document)
  }

  // MARK: As a form

  var title: String { isNew ? "New test" : "Test" }

  var button: String { isNew ? "Add" : "OK" }

  private var operand: Operand { .test(test, extras: extras) }

  private var covered: Operand { operand.covered(where: secrecy.isSecret) }

  /// The condition as it would be.
  var summary: String { ConditionText.format(covered) }

  private var fields: [TestField] { test.fields(in: product) }

  var entries: [FormEntry] {
    let fields = fields
    let shown = if case .test(let test, _) = covered { test.fields(in: product) } else { fields }
    return fields.enumerated().map { index, field in
      var entry = FormEntry(label: field.label, value: field.value, kind: kind(of: field))
      entry.fault = field.fault
      entry.isSecret = shown[index].value != field.value
      if entry.isSecret {
        entry.shown = shown[index].value
      } else if case .choice(let choices) = field.kind {
        entry.note = choices.first { $0.value == field.value }?.words ?? ""
        if field.value.isEmpty { entry.shown = "–" }
      }
      return entry
    }
  }

  private func kind(of field: TestField) -> FormEntry.Kind {
    switch field.kind {
    case .text(let isVariable): .text(isVariable ? .names : .references)
    case .choice(let choices): .choice(choices)
    case .long:
      .elsewhere { state in
        Ask.text(&state, field.label, field.value, suffix: ".wql") { state, value in
          FormEditing.put(&state, value)
          return []
        }
      }
    }
  }

  mutating func set(_ index: Int, to value: String) {
    let fields = fields
    if fields.indices.contains(index) { test = fields[index].set(value) }
  }

  func accept(_ state: inout EditorState) -> [Effect] {
    TestEditing.take(&state, operand, isNew: isNew)
    return []
  }
}

/// Editing a test in its form.
enum TestEditing {
  /// Shows the fields of a test, the cursor on the first that needs a value.
  static func open(_ state: inout EditorState, _ test: Test, extras: [Setting], isNew: Bool) {
    let form = TestForm(test, extras: extras, isNew: isNew, in: state.file.document)
    state.open(FormLayer(form, selecting: FormLayer.firstUnfinished(of: form)))
  }

  /// Puts a finished operand where it belongs.
  static func take(_ state: inout EditorState, _ operand: Operand, isNew: Bool) {
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
