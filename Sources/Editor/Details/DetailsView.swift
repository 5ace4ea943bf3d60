import Appearance
import Screen
import Widgets

/// Draws the details of the focused node.
struct DetailsView {
  let state: EditorState
  let theme: Theme

  func draw(into buffer: inout Buffer, _ area: Rect) -> Point? {
    let rows = state.file.details.rows ?? state.file.detailRows
    let form = Form(labels: rows.compactMap(\.alignedLabel), width: area.size.width, theme: theme)
    let edit = Prompt.open(at: .value, in: state)?.field
    let details = state.file.details
    var cursor: Point?
    for line in 0..<area.size.height {
      let index = details.top + line
      guard rows.indices.contains(index) else { break }
      let place = Rect(x: area.origin.x, y: area.origin.y + line, width: area.size.width, height: 1)
      let isSelected = index == details.selected && state.pane == .details
      let point = form.draw(
        rows[index].shown, into: &buffer, place, isSelected: isSelected, edit: edit)
      if isSelected { cursor = point ?? place.origin }
    }
    return cursor
  }
}

extension DetailRow {
  /// The label, where the value lines up with others.
  fileprivate var alignedLabel: String? {
    guard case .field(let field) = content, !field.isAlone else { return nil }
    return field.label
  }

  /// The row as a form shows it.
  fileprivate var shown: FormRow {
    switch content {
    case .heading(let text): .heading(text)
    case .field(let field): .field(field.asShown)
    case .words(let text, let role): .words(text, role)
    case .xml(let line): .pieces(XMLLines.pieces(of: line))
    case .blank: .blank
    }
  }
}

extension DetailField {
  fileprivate var asShown: FormField {
    var isFixed = false
    if case .fixed = kind { isFixed = true }
    return FormField(
      label: label, value: line, note: idleness ?? fault ?? note,
      column: isNumbered ? .number : isAlone ? .own : .shared, isFixed: isFixed,
      isIdle: idleness != nil, isFaulty: fault != nil)
  }

  /// The value in one line: secrets hidden, long texts by their first line.
  private var line: String {
    if let shown { return shown }
    guard isLong else { return value }
    let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let first = lines.first { !$0.isEmpty } ?? ""
    return "\(first) … (\(lines.count) lines)"
  }
}
