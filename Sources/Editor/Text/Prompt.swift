import Appearance
import Screen
import Widgets

/// One line of text asked for.
struct Prompt: Layer {
  /// Where the line is drawn.
  enum Place: Equatable {
    /// In the status line, after a label.
    case status(label: String)
    /// Over the name of the focused row.
    case name
    /// Over the value of the selected field of the details.
    case value
  }

  let place: Place
  var text: TextModel
  var isSecret = false
  /// What is wrong with a text, nil when nothing is; shown, never a wall.
  var fault: (String) -> String? = { _ in nil }
  /// What it can be completed with, unless it is secret.
  var completion = Completion.Kind.none
  /// Called after each change.
  var follows: ((inout EditorState, String) -> Void)?
  var cancelled: LayerAction?
  let accepts: (inout EditorState, String) -> [Effect]

  /// The prompt on top, when it is drawn at that place.
  static func open(at place: Place, in state: EditorState) -> Prompt? {
    guard let prompt = state.top as? Prompt, prompt.place == place else { return nil }
    return prompt
  }

  /// The line as it is drawn.
  var field: LineField { LineField(text, isSecret: isSecret) }

  // MARK: As a layer

  var context: KeyContext { .field }

  func hints(in state: EditorState) -> [KnownCommand] { Self.hints }

  /// What can be done with a line of text.
  static let hints: [KnownCommand] = [
    .fieldComplete, .fieldAccept, .fieldCancel, .fieldHelp, .fieldEraseToStart, .fieldUndo,
  ]

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? { nil }

  var accepted: LayerAction? { { accepts(&$0, text.text) } }

  var typed: TextModel? {
    get { text }
    set { if let newValue { text = newValue } }
  }

  var completes: Completion.Kind { isSecret ? .none : completion }

  var changed: LayerAction? {
    follows.map { follows in
      { state in
        follows(&state, text.text)
        return []
      }
    }
  }

  var hasStatusLine: Bool { true }

  /// The line itself, or what is wrong with it when it is drawn elsewhere.
  func drawStatus(into buffer: inout Buffer, _ area: Rect, _ theme: Theme) -> Point? {
    guard case .status(let label) = place else {
      drawFault(into: &buffer, area, theme)
      return nil
    }
    let width = buffer.write(
      "\(label): ", at: Point(x: area.origin.x + 1, y: area.origin.y), theme[.accent],
      limit: area.size.width / 2)
    let start = area.origin.x + 1 + width
    let fault = fault(text.text) ?? ""
    let room = area.columns.upperBound - start - 1
    let faultWidth = fault.isEmpty ? 0 : min(displayWidth(of: fault) + 2, room / 2)
    if faultWidth > 0 {
      buffer.write(
        fault, at: Point(x: area.columns.upperBound - faultWidth, y: area.origin.y), theme[.fault],
        limit: faultWidth, overflow: .ellipsis)
    }
    return field.draw(
      into: &buffer, Rect(x: start, y: area.origin.y, width: room - faultWidth, height: 1),
      theme[.field], theme[.fieldSelection])
  }

  private func drawFault(into buffer: inout Buffer, _ area: Rect, _ theme: Theme) {
    guard let fault = fault(text.text) else { return }
    buffer.write(
      fault.asSentence, at: Point(x: area.origin.x + 1, y: area.origin.y), theme[.statusWarning],
      limit: area.size.width - 2, overflow: .ellipsis)
  }
}
