package import Appearance
package import Screen

extension Question {
  /// What is said above the answers, broken into lines of a screen.
  private func words(in screen: Size) -> [String] {
    lines.flatMap { WordWrap.lines(of: $0, width: screen.width - 8, limit: 3) }
  }

  private func frame(in screen: Size) -> Rect {
    let lines = words(in: screen)
    let labels = answers.map { "Esc  \($0.label)" }
    let widest = (lines + labels + [title]).map(displayWidth(of:)).max() ?? 0
    let height = lines.count + answers.count + (lines.isEmpty ? 2 : 3)
    return Box.centred(
      Size(width: min(screen.width - 4, widest + 8), height: height), in: screen)
  }

  /// Where the answers are.
  private func rows(in screen: Size) -> Rect {
    var inside = frame(in: screen).inset(by: 1)
    let lines = words(in: screen).count
    _ = inside.cut(.top, lines == 0 ? 0 : lines + 1)
    return inside
  }

  /// The answer at a point of the screen, the one behind the last for leaving; nil when there is none.
  package func answer(at point: Point, in screen: Size) -> Int? {
    let rows = rows(in: screen)
    let index = point.y - rows.origin.y
    return rows.contains(point) && answers.indices.contains(index) ? index : nil
  }

  /// Draws it in the middle of the screen and answers where the bar is.
  package func draw(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    let inside = Box(frame: frame(in: buffer.size), title: title, theme: theme).draw(into: &buffer)
    for (index, line) in words(in: buffer.size).enumerated() {
      buffer.write(
        line, at: Point(x: inside.origin.x + 1, y: inside.origin.y + index), theme[.dialog],
        limit: inside.size.width - 2, overflow: .ellipsis)
    }
    let rows = rows(in: buffer.size)
    for (index, answer) in answers.enumerated() {
      let place = Rect(
        x: rows.origin.x, y: rows.origin.y + index, width: rows.size.width, height: 1)
      let (x, y) = (place.origin.x + 1, place.origin.y)
      buffer.write(answer.key, at: Point(x: x, y: y), theme[.listMatch])
      buffer.write(
        answer.label, at: Point(x: x + 5, y: y), theme[.dialog], limit: place.size.width - 6,
        overflow: .ellipsis)
      if index == selected { buffer.restyle(place) { $0 = theme[.focus] } }
    }
    return Point(x: rows.origin.x + 1, y: rows.origin.y + selected)
  }
}
