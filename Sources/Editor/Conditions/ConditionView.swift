import Appearance
import Checks
import Conditions
import Screen

/// Draws a condition being typed: the text, and below it what is wrong with it or what it means.
struct ConditionView {
  let prompt: Prompt
  /// What looks wrong in a condition.
  let findings: (Operand?) -> [Finding]
  let title: String
  let theme: Theme

  /// Border, text, three lines of words, border.
  private static let height = 6

  /// Where the box is on a screen of some size: at the bottom, above the keys.
  static func frame(in size: Size) -> Rect {
    var area = Rect(size: size)
    _ = area.cut(.bottom, 1)
    return area.cut(.bottom, height)
  }

  func draw(into buffer: inout Buffer) -> Point? {
    let frame = Self.frame(in: buffer.size)
    var inside = Box(frame: frame, title: title, theme: theme).draw(into: &buffer)
    let line = inside.cut(.top, 1)
    let cursor = LineField(text: prompt.text).draw(
      into: &buffer, line, theme[.field], theme[.fieldSelection])
    let text = prompt.text.text
    var style = theme[.listDim]
    var words: String
    var doubts: [String] = []
    do throws(ConditionFault) {
      let operand = try ConditionText.parse(text)
      words =
        operand == nil && text.allSatisfy(\.isWhitespace)
        ? "Nothing typed: no condition, runs always. A variable, an operator, a value: PHASE = VALIDATION"
        : Operand.meaning(of: operand)
      doubts = findings(operand).map { "! " + EditorState.sentence($0.message) }
    } catch {
      words = EditorState.sentence(error.reason)
      // A text that only is not finished is not wrong.
      if error.position < text.count {
        style = theme[.fault]
        style.background = theme[.dialog].background
      }
      if let cursor { mark(error.position, cursor, line, into: &buffer, style) }
      _ = inside.cut(.top, 1)
    }
    let room = inside.size.height - (doubts.isEmpty ? 0 : 1)
    for line in WordWrap.lines(of: words, width: inside.size.width, limit: room) {
      let place = inside.cut(.top, 1)
      buffer.write(line, at: place.origin, style, limit: place.size.width, overflow: .ellipsis)
    }
    if let first = doubts.first {
      var style = theme[.fault]
      style.background = theme[.dialog].background
      let more = doubts.count > 1 ? " (and \(doubts.count - 1) more)" : ""
      buffer.write(
        first + more, at: inside.cut(.bottom, 1).origin, style, limit: inside.size.width,
        overflow: .ellipsis)
    }
    return cursor
  }

  /// Points at a character of the text from the line below.
  private func mark(
    _ position: Int, _ cursor: Point, _ line: Rect, into buffer: inout Buffer, _ style: Style
  ) {
    let characters = prompt.text.characters
    let (first, last) = (min(position, prompt.text.cursor), max(position, prompt.text.cursor))
    guard last <= characters.count else { return }
    let distance = displayWidth(of: String(characters[first..<last]))
    let x = cursor.x + (position < prompt.text.cursor ? -distance : distance)
    guard line.columns.contains(x) else { return }
    buffer.write("▲", at: Point(x: x, y: line.origin.y + 1), style)
  }
}
