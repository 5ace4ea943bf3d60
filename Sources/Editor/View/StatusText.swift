import Screen
import Widgets

/// A sentence over the keys: where it is too long for its line it takes more of them, upwards, for as
/// long as it is there.
enum StatusText {
  /// Draws it; `area` is the lowest of its lines.
  static func draw(
    _ text: String, into buffer: inout Buffer, _ area: Rect, _ style: Style, over ground: Style
  ) {
    let width = area.size.width - 2
    let lines = WordWrap.lines(of: text, width: width, limit: 3)
    for (index, line) in lines.enumerated() {
      let y = area.origin.y - lines.count + 1 + index
      buffer.fill(Rect(x: area.origin.x, y: y, width: area.size.width, height: 1), ground)
      buffer.write(
        line, at: Point(x: area.origin.x + 1, y: y), style, limit: width, overflow: .ellipsis)
    }
  }
}
