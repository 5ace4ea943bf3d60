import Appearance
import Checks
import Conditions
import Screen
import Widgets

/// A condition being typed: the text, and below it what is wrong with it or what it means.
struct ConditionLine: Layer {
  let title: String
  private var text: TextModel
  private let accepts: (inout EditorState, String) -> [Effect]

  /// A line with a text, the cursor at a place in it, else at its end.
  init(
    title: String, _ text: String, cursor: Int?,
    accepted: @escaping (inout EditorState, String) -> [Effect]
  ) {
    self.title = title
    self.text = TextModel(text)
    if let cursor { self.text.place(line: 0, column: cursor) }
    accepts = accepted
  }

  // MARK: As a layer

  var context: KeyContext { .field }
  var isWindow: Bool { false }

  func hints(in state: EditorState) -> [KnownCommand] { Prompt.hints }

  var accepted: LayerAction? { { accepts(&$0, text.text) } }

  var typed: TextModel? {
    get { text }
    set { if let newValue { text = newValue } }
  }

  var completes: Completion.Kind { .condition }

  func suggestionsEdge(in screen: Size) -> Int? { Self.frame(in: screen).origin.y }

  /// Its box covers the status line and says what is wrong.
  var hasStatusLine: Bool { true }

  // MARK: Drawing

  /// Border, text, three lines of words, border.
  private static let height = 6

  /// Where the box is on a screen of some size: at the bottom, above the keys.
  private static func frame(in size: Size) -> Rect {
    var area = Rect(size: size)
    _ = area.cut(.bottom, 1)
    return area.cut(.bottom, height)
  }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    let frame = Self.frame(in: buffer.size)
    var inside = Box(frame: frame, title: title, theme: theme).draw(into: &buffer)
    let line = inside.cut(.top, 1)
    let cursor = LineField(text).draw(
      into: &buffer, line, theme[.field], theme[.fieldSelection])
    let typed = text.text
    var style = theme[.listDim]
    var words: String
    var doubts: [String] = []
    do throws(ConditionFault) {
      let operand = try ConditionText.parse(typed)
      words =
        operand == nil && typed.allSatisfy(\.isWhitespace)
        ? "Nothing typed: no condition, runs always. A variable, an operator, a value: PHASE = VALIDATION"
        : Operand.meaning(of: operand)
      let vocabulary = state.conditionVocabulary
      let findings = vocabulary?.check.findings(in: operand, of: state.file.outline.focus) ?? []
      doubts = findings.map { "! " + $0.message.asSentence }
    } catch {
      words = error.reason.asSentence
      // A text that only is not finished is not wrong.
      if error.position < typed.count { style = theme.inDialog(.fault) }
      if let cursor { mark(error.position, cursor, line, into: &buffer, style) }
      _ = inside.cut(.top, 1)
    }
    let room = inside.size.height - (doubts.isEmpty ? 0 : 1)
    for line in WordWrap.lines(of: words, width: inside.size.width, limit: room) {
      let place = inside.cut(.top, 1)
      buffer.write(line, at: place.origin, style, limit: place.size.width, overflow: .ellipsis)
    }
    if let first = doubts.first {
      let more = doubts.count > 1 ? " (and \(doubts.count - 1) more)" : ""
      buffer.write(
        first + more, at: inside.cut(.bottom, 1).origin, theme.inDialog(.fault),
        limit: inside.size.width, overflow: .ellipsis)
    }
    return cursor
  }

  /// Points at a character of the text from the line below.
  private func mark(
    _ position: Int, _ cursor: Point, _ line: Rect, into buffer: inout Buffer, _ style: Style
  ) {
    let characters = text.characters
    let (first, last) = (min(position, text.cursor), max(position, text.cursor))
    guard last <= characters.count else { return }
    let distance = displayWidth(of: String(characters[first..<last]))
    let x = cursor.x + (position < text.cursor ? -distance : distance)
    guard line.columns.contains(x) else { return }
    buffer.write("▲", at: Point(x: x, y: line.origin.y + 1), style)
  }
}
