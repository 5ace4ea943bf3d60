package import Appearance
package import Screen

extension Review {
  /// Draws a row for each change, and the chosen one in full below; answers where the cursor stands.
  ///
  /// - Parameter trail: Where the change under the cursor is, from the top down.
  package func draw(into buffer: inout Buffer, _ theme: Theme, trail: [String]) -> Point? {
    let box = Box(frame: WindowFrame.outer(in: buffer.size), title: title, theme: theme)
    var area = box.draw(into: &buffer)
    box.note(" \(items.count(where: \.isOn)) of \(items.count) ", into: &buffer)
    let below = area.cut(.bottom, 3)
    let said = area.cut(.bottom, 1)
    let list = Rect(
      x: area.origin.x, y: area.origin.y, width: area.size.width,
      height: max(0, area.size.height - 1))
    if items.isEmpty {
      buffer.write(
        "Nothing fits.", at: Point(x: list.origin.x + 1, y: list.origin.y), theme[.listDim])
    }
    for (row, item) in items.dropFirst(top).prefix(list.size.height).enumerated() {
      let place = Rect(x: list.origin.x, y: list.origin.y + row, width: list.size.width, height: 1)
      Self.draw(self.row(item.change), isOn: item.isOn, into: &buffer, place, theme)
      if top + row == selected { buffer.restyle(place) { $0 = theme[.focus] } }
    }
    buffer.write(
      notes.isEmpty ? choices : notes.joined(separator: " "),
      at: Point(x: said.origin.x + 1, y: said.origin.y),
      notes.isEmpty ? theme[.listDim] : theme.inDialog(.fault), limit: said.size.width - 2,
      overflow: .ellipsis)
    drawWhole(into: &buffer, below, theme, trail)
    return Point(x: list.origin.x + 2, y: list.origin.y + selected - top)
  }

  private static func draw(
    _ row: ChangeRow, isOn: Bool, into buffer: inout Buffer, _ area: Rect, _ theme: Theme
  ) {
    let (y, width) = (area.origin.y, area.size.width)
    let style = theme[isOn ? .dialog : .listDim]
    let names = width * 2 / 5
    buffer.write(isOn ? " [x] " : " [ ] ", at: area.origin, theme[.listMatch])
    buffer.write(
      row.name, at: Point(x: area.origin.x + 5, y: y), style, limit: names - 6,
      overflow: .ellipsis)
    let what = width / 5
    buffer.write(
      row.place, at: Point(x: area.origin.x + names, y: y), theme[.listDim], limit: what - 1,
      overflow: .ellipsis)
    let excerpt = row.excerpt(around: 8)
    buffer.write(
      excerpt.head + (isOn ? excerpt.new : excerpt.old) + excerpt.tail,
      at: Point(x: area.origin.x + names + what, y: y), style, limit: width - names - what - 1,
      overflow: .ellipsis)
  }

  /// The selected change, before and after.
  private func drawWhole(
    into buffer: inout Buffer, _ area: Rect, _ theme: Theme, _ trail: [String]
  ) {
    buffer.horizontalLine(at: area.origin, length: area.size.width, theme[.dialogBorder])
    let path = Trail.text(trail, width: area.size.width - 6)
    if !path.isEmpty {
      buffer.write(
        " \(path) ", at: Point(x: area.origin.x + 1, y: area.origin.y), theme[.listDim],
        limit: area.size.width - 2, overflow: .ellipsis)
    }
    guard let focused else { return }
    let excerpt = row(focused).excerpt(around: area.size.width / 3)
    for (line, sign, role, text) in [
      (1, "-", Role.diffRemoved, excerpt.old), (2, "+", Role.diffAdded, excerpt.new),
    ] {
      let y = area.origin.y + line
      var x = area.origin.x + 1
      for (piece, style) in [
        ("\(sign) ", theme.inDialog(role)), (excerpt.head, theme[.dialog]),
        (text, theme.inDialog(role)), (excerpt.tail, theme[.dialog]),
      ] {
        x += buffer.write(
          piece, at: Point(x: x, y: y), style, limit: area.columns.upperBound - 1 - x,
          overflow: .ellipsis)
      }
    }
  }
}
