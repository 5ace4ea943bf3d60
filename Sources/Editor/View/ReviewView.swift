import Appearance
import Screen
import TaskSequence

/// Draws changes to look at: a row for each, and the chosen one in full below.
struct ReviewView {
  let review: Review
  /// Where the selected change is, from the top down.
  let place: [String]
  let theme: Theme

  /// How many rows are shown at once.
  static func listHeight(in screen: Size) -> Int { max(1, WindowFrame.body(in: screen).height - 5) }

  func draw(into buffer: inout Buffer) -> Point? {
    let frame = WindowFrame.outer(in: buffer.size)
    let inside = Box(frame: frame, title: review.title, theme: theme).draw(into: &buffer)
    let on = review.items.count(where: \.isOn)
    let count = " \(on) of \(review.items.count) "
    buffer.write(
      count, at: Point(x: frame.columns.upperBound - count.count - 2, y: frame.rows.upperBound - 1),
      theme[.dialogBorder])
    var area = inside
    let below = area.cut(.bottom, 3)
    let notes = area.cut(.bottom, 1)
    let list = Rect(
      x: area.origin.x, y: area.origin.y, width: area.size.width,
      height: max(0, area.size.height - 1))
    if review.items.isEmpty {
      buffer.write(
        "Nothing fits.", at: Point(x: list.origin.x + 1, y: list.origin.y), theme[.listDim])
    }
    for (row, item) in review.items.dropFirst(review.top).prefix(list.size.height).enumerated() {
      let place = Rect(x: list.origin.x, y: list.origin.y + row, width: list.size.width, height: 1)
      draw(item, into: &buffer, place, isSelected: review.top + row == review.selected)
    }
    drawNotes(into: &buffer, notes)
    drawWhole(into: &buffer, below)
    return Point(x: list.origin.x + 2, y: list.origin.y + review.selected - review.top)
  }

  private func draw(
    _ item: Review.Item, into buffer: inout Buffer, _ area: Rect, isSelected: Bool
  ) {
    let (y, width) = (area.origin.y, area.size.width)
    let change = item.shown
    let style = theme[item.isOn ? .dialog : .listDim]
    let names = width * 2 / 5
    buffer.write(item.isOn ? " [x] " : " [ ] ", at: area.origin, theme[.listMatch])
    buffer.write(
      change.place.node.name, at: Point(x: area.origin.x + 5, y: y), style, limit: names - 6,
      overflow: .ellipsis)
    let what = width / 5
    buffer.write(
      change.place.words, at: Point(x: area.origin.x + names, y: y), theme[.listDim],
      limit: what - 1, overflow: .ellipsis)
    let excerpt = change.excerpt(around: 8)
    buffer.write(
      excerpt.head + (item.isOn ? excerpt.new : excerpt.old) + excerpt.tail,
      at: Point(x: area.origin.x + names + what, y: y), style, limit: width - names - what - 1,
      overflow: .ellipsis)
    if isSelected { buffer.restyle(area) { $0 = theme[.focus] } }
  }

  private func drawNotes(into buffer: inout Buffer, _ area: Rect) {
    let text = review.notes.isEmpty ? review.choices : review.notes.joined(separator: " ")
    let style = review.notes.isEmpty ? theme[.listDim] : style(.fault)
    buffer.write(
      text, at: Point(x: area.origin.x + 1, y: area.origin.y), style, limit: area.size.width - 2,
      overflow: .ellipsis)
  }

  /// The selected change, before and after.
  private func drawWhole(into buffer: inout Buffer, _ area: Rect) {
    buffer.horizontalLine(at: area.origin, length: area.size.width, theme[.dialogBorder])
    let path = Chrome.path(place, width: area.size.width - 6)
    if !path.isEmpty {
      buffer.write(
        " \(path) ", at: Point(x: area.origin.x + 1, y: area.origin.y), theme[.listDim],
        limit: area.size.width - 2, overflow: .ellipsis)
    }
    guard let item = review.selectedItem else { return }
    let excerpt = item.shown.excerpt(around: area.size.width / 3)
    for (line, sign, role, text) in [
      (1, "-", Role.diffRemoved, excerpt.old), (2, "+", Role.diffAdded, excerpt.new),
    ] {
      let y = area.origin.y + line
      var x = area.origin.x + 1
      for (piece, style) in [
        ("\(sign) ", style(role)), (excerpt.head, theme[.dialog]), (text, style(role)),
        (excerpt.tail, theme[.dialog]),
      ] {
        x += buffer.write(
          piece, at: Point(x: x, y: y), style, limit: area.columns.upperBound - 1 - x,
          overflow: .ellipsis)
      }
    }
  }

  private func style(_ role: Role) -> Style {
    var style = theme[role]
    style.background = theme[.dialog].background
    return style
  }
}
