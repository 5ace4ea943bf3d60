import Appearance
import Screen

/// A box over the panes: border, title, and room inside.
struct Box {
  let frame: Rect
  let title: String
  let theme: Theme

  /// Draws the box and answers the room inside.
  func draw(into buffer: inout Buffer) -> Rect {
    buffer.fill(frame, theme[.dialog])
    let style = theme[.dialogBorder]
    let (left, right) = (frame.origin.x, frame.columns.upperBound - 1)
    let (top, bottom) = (frame.origin.y, frame.rows.upperBound - 1)
    for y in [top, bottom] {
      buffer.horizontalLine(at: Point(x: left, y: y), length: frame.size.width, style)
    }
    for x in [left, right] {
      buffer.verticalLine(at: Point(x: x, y: top), length: frame.size.height, style)
    }
    buffer.write("┌", at: Point(x: left, y: top), style)
    buffer.write("┐", at: Point(x: right, y: top), style)
    buffer.write("└", at: Point(x: left, y: bottom), style)
    buffer.write("┘", at: Point(x: right, y: bottom), style)
    buffer.write(
      " \(title) ", at: Point(x: left + 2, y: top), theme[.dialogTitle],
      limit: frame.size.width - 4, overflow: .ellipsis)
    return frame.inset(by: 1)
  }

  /// A box of that size in the middle of the screen.
  static func centred(_ size: Size, in screen: Size) -> Rect {
    let (width, height) = (min(size.width, screen.width), min(size.height, screen.height))
    return Rect(
      x: (screen.width - width) / 2, y: max(1, (screen.height - height) / 2 - 1), width: width,
      height: height)
  }
}

/// Draws a question with its answers.
struct QuestionView {
  let question: Question
  let theme: Theme

  func draw(into buffer: inout Buffer) -> Point? {
    let answers =
      question.choices.map { (String($0.key), $0.label) }
      + [("Esc", question.cancelled?.label ?? "cancel")]
    let labels = answers.map { "Esc  \($0.1)" }
    let lines = question.lines.flatMap {
      WordWrap.lines(of: $0, width: buffer.size.width - 8, limit: 3)
    }
    let widest = (lines + labels + [question.title]).map(displayWidth(of:)).max() ?? 0
    let height = lines.count + answers.count + (lines.isEmpty ? 2 : 3)
    let size = Size(width: min(buffer.size.width - 4, widest + 8), height: height)
    let frame = Box.centred(size, in: buffer.size)
    let inside = Box(frame: frame, title: question.title, theme: theme).draw(into: &buffer)
    var y = inside.origin.y
    for line in lines {
      buffer.write(
        line, at: Point(x: inside.origin.x + 1, y: y), theme[.dialog],
        limit: inside.size.width - 2, overflow: .ellipsis)
      y += 1
    }
    if !lines.isEmpty { y += 1 }
    let first = Point(x: inside.origin.x + 1, y: y)
    for (key, label) in answers {
      buffer.write(key, at: Point(x: inside.origin.x + 1, y: y), theme[.listMatch])
      buffer.write(label, at: Point(x: inside.origin.x + 6, y: y), theme[.dialog])
      y += 1
    }
    return first
  }
}

/// Draws a text to read.
struct ViewerView {
  let viewer: Viewer
  let theme: Theme

  func draw(into buffer: inout Buffer) -> Point? {
    let frame = WindowFrame.outer(in: buffer.size)
    let inside = Box(frame: frame, title: viewer.title, theme: theme).draw(into: &buffer)
    for line in 0..<inside.size.height {
      let index = viewer.top + line
      guard viewer.lines.indices.contains(index) else { break }
      var x = 0
      for piece in viewer.lines[index] {
        let width = displayWidth(of: piece.text)
        let start = max(0, x - viewer.left)
        buffer.write(
          piece.text, at: Point(x: inside.origin.x + start, y: inside.origin.y + line),
          style(piece.role), limit: inside.size.width - start, skipping: max(0, viewer.left - x))
        x += width
      }
    }
    let position =
      "\(min(viewer.top + inside.size.height, viewer.lines.count))/\(viewer.lines.count)"
    let start = frame.columns.upperBound - position.count - 4
    buffer.write(
      " \(position) ", at: Point(x: start, y: frame.rows.upperBound - 1), theme[.dialogBorder])
    return inside.origin
  }

  private func style(_ role: Role) -> Style {
    var style = theme[role == .text ? .dialog : role]
    style.background = theme[.dialog].background
    return style
  }
}

/// Draws a window of text being edited.
struct WritingView {
  let window: TextWindow
  let theme: Theme

  func draw(into buffer: inout Buffer) -> Point? {
    let frame = WindowFrame.outer(in: buffer.size)
    let inside = Box(frame: frame, title: window.title, theme: theme).draw(into: &buffer)
    let place = window.text.place(of: window.text.cursor)
    let position = " line \(place.line + 1), column \(place.column + 1) "
    let start = frame.columns.upperBound - position.count - 2
    buffer.write(
      position, at: Point(x: start, y: frame.rows.upperBound - 1), theme[.dialogBorder])
    return TextArea(text: window.text).draw(
      into: &buffer, inside, top: window.top, theme[.dialog], theme[.fieldSelection])
  }
}
