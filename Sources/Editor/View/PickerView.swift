import Appearance
import Screen

/// Draws a list to choose from: a line to type into, then the rows that fit.
struct PickerView {
  let picker: Picker
  let theme: Theme

  /// Where the list is on a screen: as wide as what it shows, and all the width where but crumbs of
  /// what lies under it would be left.
  static func frame(_ picker: Picker, in screen: Size) -> Rect {
    let widest = max(displayWidth(of: picker.title), picker.measure.rowWidth)
    var width = min(max(widest + 7, 48), 100)
    if width > screen.width - 8 { width = min(screen.width, 100) }
    let lines = picker.items.count + picker.measure.headings.count
    let height = min(screen.height - 3, lines + 3, 26)
    return Box.centred(Size(width: width, height: max(height, 5)), in: screen)
  }

  /// How many rows are shown at once.
  static func listHeight(_ picker: Picker, in screen: Size) -> Int {
    max(1, frame(picker, in: screen).size.height - 3)
  }

  /// The match a click hits.
  static func match(at point: Point, _ picker: Picker, in screen: Size) -> Int? {
    let inside = frame(picker, in: screen).inset(by: 1)
    guard inside.contains(point), point.y > inside.origin.y else { return nil }
    let line = picker.top + point.y - inside.origin.y - 1
    guard case .match(let match)? = picker.lines(from: line, count: 1).first else { return nil }
    return match
  }

  func draw(into buffer: inout Buffer) -> Point? {
    let frame = Self.frame(picker, in: buffer.size)
    let inside = Box(frame: frame, title: picker.title, theme: theme).draw(into: &buffer)
    let prompt = buffer.write("› ", at: inside.origin, theme[.listMatch])
    let field = Rect(
      x: inside.origin.x + prompt, y: inside.origin.y, width: inside.size.width - prompt, height: 1)
    let cursor = LineField(text: picker.filter).draw(
      into: &buffer, field, theme[.dialog], theme[.fieldSelection])
    if picker.matches.isEmpty {
      buffer.write(
        picker.nothing, at: Point(x: inside.origin.x + 2, y: inside.origin.y + 1), theme[.listDim])
    }
    let rows = picker.lines(from: picker.top, count: max(0, inside.size.height - 1))
    for (row, line) in rows.enumerated() {
      let place = Rect(
        x: inside.origin.x, y: inside.origin.y + 1 + row, width: inside.size.width, height: 1)
      switch line {
      case .heading(let text):
        buffer.write(
          text, at: Point(x: place.origin.x + 2, y: place.origin.y), theme[.dialogTitle],
          limit: place.size.width - 3, overflow: .ellipsis)
      case .match(let match):
        draw(picker.matches[match], into: &buffer, place, isSelected: match == picker.selected)
        if picker.marks.contains(picker.matches[match]) {
          buffer.write("*", at: Point(x: place.origin.x + 1, y: place.origin.y), theme[.treeMark])
        }
      }
    }
    return cursor
  }

  private func draw(
    _ index: Int, into buffer: inout Buffer, _ area: Rect, isSelected: Bool
  ) {
    let item = picker.items[index]
    let y = area.origin.y
    let end = area.columns.upperBound - 1
    let plain = theme[item.refusal == nil ? .dialog : .listDim]
    let sideWidth = displayWidth(of: item.side)
    let sideStart = max(area.origin.x + area.size.width / 3, end - sideWidth)
    var x = area.origin.x + 2
    if isSelected { buffer.write("›", at: area.origin, theme[.listMatch]) }
    let letters = picker.letters(of: index)
    let detail = item.refusal.map { "– \($0)" } ?? item.detail
    // A long title leaves half of the row to what is said of it, or what that needs.
    let room = sideStart - 1 - x
    let left = detail.isEmpty ? 0 : min(displayWidth(of: detail) + 2, room / 2)
    let isCut = displayWidth(of: item.title) > room - left
    let titleEnd = x + room - left - (isCut ? 1 : 0)
    for (place, character) in item.title.enumerated() {
      guard x + displayWidth(of: String(character)) <= titleEnd else { break }
      let style = letters.contains(place) ? theme[.listMatch] : plain
      x += buffer.write(String(character), at: Point(x: x, y: y), style)
    }
    if isCut { x += buffer.write("…", at: Point(x: x, y: y), plain) }
    if !detail.isEmpty, x + 2 < sideStart - 1 {
      let start = max(x + 2, area.origin.x + picker.measure.titleWidth + 4)
      buffer.write(
        detail, at: Point(x: start, y: y), theme[.listDim], limit: sideStart - 1 - start,
        overflow: .ellipsis)
    }
    buffer.write(
      item.side, at: Point(x: sideStart, y: y), theme[.listDim], limit: end - sideStart,
      overflow: .ellipsis)
    if isSelected { buffer.restyle(area) { $0 = theme[.focus] } }
  }
}
