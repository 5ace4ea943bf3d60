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
  /// What is wrong with a text or to be known of it, nil when nothing is; told while it is typed.
  var fault: (String) -> String? = { _ in nil }
  /// Why the text was refused, until it changes.
  var refusal: String?
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
  var isWindow: Bool { false }

  func hints(in state: EditorState) -> [KnownCommand] { Self.hints }

  /// What can be done with a line of text.
  static let hints: [KnownCommand] = [
    .fieldComplete, .fieldAccept, .fieldCancel, .fieldHelp, .fieldEraseToStart, .fieldUndo,
  ]

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? { nil }

  var accepted: LayerAction? { { accepts(&$0, text.text) } }

  var typed: TextModel? {
    get { text }
    set {
      guard let newValue else { return }
      if newValue.characters != text.characters { refusal = nil }
      text = newValue
    }
  }

  var isTypedHidden: Bool { isSecret }

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
    let fault = remark ?? ""
    let room = area.columns.upperBound - start - 1
    var faultWidth = fault.isEmpty ? 0 : displayWidth(of: fault) + 2
    if faultWidth > room / 2 {
      faultWidth = 0
      var above = area
      above.origin.y -= 1
      drawFault(into: &buffer, above, theme)
    } else if faultWidth > 0 {
      buffer.write(
        fault, at: Point(x: area.columns.upperBound - faultWidth, y: area.origin.y), theme[.fault])
    }
    return field.draw(
      into: &buffer, Rect(x: start, y: area.origin.y, width: room - faultWidth, height: 1),
      theme[.field], theme[.fieldSelection])
  }

  /// What is said of the text.
  private var remark: String? { refusal ?? fault(text.text) }

  /// What is wrong, in a line of its own or more.
  private func drawFault(into buffer: inout Buffer, _ area: Rect, _ theme: Theme) {
    guard let fault = remark else { return }
    StatusText.draw(
      fault.asSentence, into: &buffer, area, theme[.statusWarning], over: theme[.status])
  }
}
