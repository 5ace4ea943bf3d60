package import Appearance
package import Screen

extension Picker {
  /// Draws a line to type into, then the rows that fit; answers where the cursor stands.
  package func draw(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    let box = Box(frame: frame(in: buffer.size), title: title, theme: theme)
    let inside = box.draw(into: &buffer)
    if acceptsSeveral != nil { box.note(" \(marks.count) chosen ", into: &buffer) }
    let prompt = buffer.write("› ", at: inside.origin, theme[.listMatch])
    let field = Rect(
      x: inside.origin.x + prompt, y: inside.origin.y, width: inside.size.width - prompt, height: 1)
    let cursor = LineField(filter).draw(
      into: &buffer, field, theme[.dialog], theme[.fieldSelection])
    if rows.matches.isEmpty {
      buffer.write(
        nothing, at: Point(x: inside.origin.x + 2, y: inside.origin.y + 1), theme[.listDim])
    }
    let lines = rows.lines(from: rows.top, count: max(0, inside.size.height - 1))
    for (row, line) in lines.enumerated() {
      let place = Rect(
        x: inside.origin.x, y: inside.origin.y + 1 + row, width: inside.size.width, height: 1)
      switch line {
      case .heading(let text):
        buffer.write(
          text, at: Point(x: place.origin.x + 2, y: place.origin.y), theme[.dialogTitle],
          limit: place.size.width - 3, overflow: .ellipsis)
      case .match(let match):
        let index = rows.matches[match]
        draw(index, into: &buffer, place, theme, isSelected: match == rows.selected)
      }
    }
    return cursor
  }

  private func draw(
    _ index: Int, into buffer: inout Buffer, _ area: Rect, _ theme: Theme, isSelected: Bool
  ) {
    let item = items[index]
    let y = area.origin.y
    let end = area.columns.upperBound - 1
    let isPlain = item.refusal != nil || !rows.filter.isEmpty && item.isApart
    let plain = theme[isPlain ? .listDim : .dialog]
    let sideWidth = displayWidth(of: item.side)
    let sideStart = max(area.origin.x + area.size.width / 3, end - sideWidth)
    var x = area.origin.x + 2
    if isSelected { buffer.write("›", at: area.origin, theme[.listMatch]) }
    if acceptsSeveral != nil {
      let box = !item.isMarkable ? "    " : marks.contains(index) ? "[x] " : "[ ] "
      x += buffer.write(box, at: Point(x: x, y: y), theme[.listMatch])
    }
    let letters = rows.letters(of: index)
    let detail = item.refusal.map { "– \($0)" } ?? item.detail
    // A long title leaves a quarter of the row to what is said of it, which the status line says whole.
    let room = sideStart - 1 - x
    let left = detail.isEmpty ? 0 : min(displayWidth(of: detail) + 2, room / 4)
    let isCut = displayWidth(of: item.title) > room - left
    let titleEnd = x + room - left - (isCut ? 1 : 0)
    for (place, character) in item.title.enumerated() {
      guard x + displayWidth(of: String(character)) <= titleEnd else { break }
      let style = letters.contains(place) ? theme[.listMatch] : plain
      x += buffer.write(String(character), at: Point(x: x, y: y), style)
    }
    if isCut { x += buffer.write("…", at: Point(x: x, y: y), plain) }
    if !detail.isEmpty, x + 2 < sideStart - 1 {
      let start = max(x + 2, area.origin.x + titleWidth + 4 + boxWidth)
      buffer.write(
        detail, at: Point(x: start, y: y), theme[.listDim], limit: sideStart - 1 - start,
        overflow: .ellipsis)
    }
    buffer.write(
      item.side, at: Point(x: sideStart, y: y), theme[.listDim], limit: end - sideStart,
      overflow: .ellipsis)
    if isSelected { buffer.restyle(area) { $0 = theme[.focus] } }
  }

  /// What the status line says of the selected item: where it is and its detail, in full; beside its
  /// title there may be little room.
  package func remark(width: Int) -> String {
    guard let item = selectedItem else { return "" }
    let place = Trail.text(item.place, width: width - displayWidth(of: item.detail) - 2)
    return [place, item.detail].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
