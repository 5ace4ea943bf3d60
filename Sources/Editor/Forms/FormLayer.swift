import Appearance
import Screen
import Widgets

/// A form with fixed fields being filled in: what is typed goes into the row under the cursor.
struct FormLayer: Layer {
  private(set) var model: any FormModel
  /// The row of the cursor; behind the last is the button.
  private(set) var selected: Int
  /// The value being typed; nil where nothing is.
  private var text: TextModel?
  /// Fields that were filled in or left: only of these it is said that something is wrong.
  private var touched: Set<Int> = []
  /// Whether a value is another than at the start.
  private(set) var isChanged = false
  var refusal: String?

  init(_ model: any FormModel, selecting selected: Int = 0) {
    self.model = model
    self.selected = selected
    select(selected)
  }

  /// The first field that still needs a value, else the first of all.
  static func firstUnfinished(of model: any FormModel) -> Int {
    model.entries.firstIndex { $0.idleness == nil && $0.fault($0.value) != nil } ?? 0
  }

  /// The field under the cursor; nil on the button.
  var entry: FormEntry? {
    let entries = model.entries
    return entries.indices.contains(selected) ? entries[selected] : nil
  }

  // MARK: Filling in

  /// Puts the cursor on a row, all of its text selected.
  mutating func select(_ index: Int) {
    selected = max(0, min(index, model.entries.count))
    text = entry.flatMap { $0.completes == nil ? nil : TextModel($0.value) }
    text?.selectAll()
  }

  /// Takes over what was typed in the row.
  mutating func keep() {
    guard let text, let entry, text.text != entry.value else { return }
    set(selected, to: text.text)
  }

  /// Takes another value of a field, and stays there.
  mutating func set(_ index: Int, to value: String) {
    model.set(index, to: value)
    touched.insert(index)
    isChanged = true
    select(selected)
  }

  /// Changes what is edited as one does who fills in several fields at once.
  mutating func update(_ change: (inout any FormModel) -> Void) {
    change(&model)
    isChanged = true
    select(selected)
  }

  /// Goes on by rows, around the ends where that is asked for.
  mutating func move(by count: Int, isRound: Bool = false) {
    keep()
    touched.insert(selected)
    let all = model.entries.count + 1
    let next = selected + count
    select(isRound ? (next % all + all) % all : next)
  }

  /// Whether all fields can be taken over; else the cursor goes to the first that cannot.
  mutating func finish() -> Bool {
    keep()
    let entries = model.entries
    touched = Set(entries.indices)
    guard
      let wrong = entries.firstIndex(where: { $0.idleness == nil && $0.fault($0.value) != nil })
    else { return true }
    select(wrong)
    return false
  }

  // MARK: As a layer

  var context: KeyContext { .form }

  func hints(in state: EditorState) -> [KnownCommand] {
    guard let entry else { return [.formEnter, .formCancel] }
    return [.formEnter] + (entry.completes == nil ? [.formToggle] : []) + [
      .formAccept, .formCancel,
    ]
  }

  func title(of command: KnownCommand) -> String? {
    switch command {
    case .formAccept: model.button
    case .formEnter where entry == nil: model.button
    case .formToggle: if case .box? = entry?.kind { "Switch" } else { "Choose" }
    default: nil
    }
  }

  var typed: TextModel? {
    get { text }
    set {
      guard let newValue else { return }
      if newValue.characters != text?.characters {
        refusal = nil
        touched.insert(selected)
      }
      text = newValue
    }
  }

  var isTypedHidden: Bool { entry?.isSecret ?? false }

  var completes: Completion.Kind {
    entry.map { $0.isSecret ? .none : $0.completes ?? .none } ?? .none
  }

  var cancelled: LayerAction? {
    { state in
      state.file.filling = nil
      return []
    }
  }

  mutating func scroll(by count: Int, in state: EditorState) { move(by: count.signum()) }

  mutating func click(at point: Point, in screen: Size) -> LayerAction? {
    guard let row = sheet.row(at: point, in: screen) else { return nil }
    keep()
    let isAgain = row == selected
    select(row)
    if entry == nil { return { $0.run(.formEnter) } }
    guard case .box? = entry?.kind else {
      return isAgain && text == nil ? { $0.run(.formToggle) } : nil
    }
    return { $0.run(.formToggle) }
  }

  func remark(width: Int) -> String {
    let fault = entry.flatMap {
      touched.contains(selected) ? $0.fault(text?.text ?? $0.value) : nil
    }
    return (refusal ?? fault)?.asSentence ?? model.summary
  }

  // MARK: Drawing

  private var sheet: Sheet {
    let rows = model.entries.enumerated().map { index, entry in
      let isTyped = index == selected && text != nil
      let value = isTyped ? text?.text ?? "" : entry.value
      // Before anything was filled in nothing is wrong.
      let fault =
        entry.idleness == nil && touched.contains(index) ? entry.fault(value) : nil
      return Sheet.Row(
        label: entry.label, value: entry.shown ?? entry.value,
        note: fault ?? entry.idleness ?? entry.note, isFaulty: fault != nil,
        isIdle: entry.idleness != nil)
    }
    return Sheet(title: model.title, rows: rows, button: model.button, selected: selected)
  }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    let field = text.map { LineField($0, isSecret: entry?.isSecret ?? false) }
    return sheet.draw(into: &buffer, theme, edit: field)
  }
}
