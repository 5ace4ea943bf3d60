package import Appearance
package import Screen

/// A box over the panes: border, title, and room inside.
package struct Box {
  let frame: Rect
  let title: String
  let theme: Theme

  /// A box at a place.
  package init(frame: Rect, title: String, theme: Theme) {
    self.frame = frame
    self.title = title
    self.theme = theme
  }

  /// Draws the box and answers the room inside.
  package func draw(into buffer: inout Buffer) -> Rect {
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

  /// Writes a few words into the border at the bottom, near its right corner.
  func note(_ words: String, into buffer: inout Buffer) {
    let x = frame.columns.upperBound - words.count - 2
    buffer.write(words, at: Point(x: x, y: frame.rows.upperBound - 1), theme[.dialogBorder])
  }

  /// A box of that size in the middle of the screen.
  static func centred(_ size: Size, in screen: Size) -> Rect {
    let (width, height) = (min(size.width, screen.width), min(size.height, screen.height))
    return Rect(
      x: (screen.width - width) / 2, y: max(1, (screen.height - height) / 2 - 1), width: width,
      height: height)
  }
}

/// Where a window over the panes is; what is said and the keys stay in sight below it.
package enum WindowFrame {
  /// How wide a window is at most: longer lines are hard to read.
  private static let widest = 132

  /// The whole window with its border: all the width, where but crumbs of what lies under it would be
  /// left beside it.
  package static func outer(in screen: Size) -> Rect {
    var area = Rect(size: screen)
    _ = area.cut(.top, 1)
    _ = area.cut(.bottom, 2)
    let beside = (screen.width - widest) / 2
    return area.inset(horizontal: beside < 10 ? 0 : beside)
  }

  /// What is inside the border.
  package static func body(in screen: Size) -> Size { outer(in: screen).inset(by: 1).size }
}

extension Theme {
  /// A role's look inside a box.
  package func inDialog(_ role: Role) -> Style {
    var style = self[role == .text ? .dialog : role]
    style.background = self[.dialog].background
    return style
  }
}
