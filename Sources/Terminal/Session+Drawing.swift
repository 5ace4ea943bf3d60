import CTerminal
package import Screen

/// What ncurses calls a style.
struct Pen {
  let pair: UInt16
  let attributes: UInt8
}

extension Session {
  /// Shows a frame, with the terminal's cursor at `cursor` or hidden.
  ///
  /// Only what differs from the last frame is sent; nothing at all if nothing does. A frame of
  /// another size than the screen is clipped, or leaves the rest empty.
  package mutating func draw(_ frame: Buffer, cursor: Point? = nil) {
    let frame = isUnicode ? frame : frame.asciiTwin()
    let isNew = shown?.size != frame.size
    let old = shown ?? Buffer(size: .zero)
    let changes = Buffer.changes(from: old, to: frame)
    if !isNew, changes.isEmpty, cursor == self.cursor { return }
    if isNew { ct_erase() }
    for change in changes { put(frame, change) }
    ct_cursor(Int32(clamping: cursor?.y ?? 0), Int32(clamping: cursor?.x ?? 0), cursor != nil)
    ct_flush()
    shown = frame
    self.cursor = cursor
  }

  /// Makes the next frame come whole, for when something else has written on the screen.
  package mutating func redraw() {
    shown = nil
    ct_redraw()
  }

  private mutating func put(_ frame: Buffer, _ change: Change) {
    row.removeAll(keepingCapacity: true)
    var last: (style: Style, pen: Pen)?
    let start = frame.row(change.row).startIndex
    for cell in frame.row(change.row)[(start + change.columns.lowerBound)...].prefix(
      change.columns.count)
    {
      let pen: Pen
      if let last, last.style == cell.style {
        pen = last.pen
      } else {
        pen = self.pen(for: cell.style)
        last = (cell.style, pen)
      }
      let glyph = cell.glyph
      row.append(
        ct_cell(
          text: (glyph.base, glyph.marks.0, glyph.marks.1), pair: pen.pair,
          attributes: pen.attributes, width: UInt8(glyph.width)))
    }
    ct_put(Int32(change.row), Int32(change.columns.lowerBound), row, Int32(row.count))
  }

  private mutating func pen(for style: Style) -> Pen {
    if let pen = pens[style] { return pen }
    let look = style.quantised(to: depth)
    let pair =
      depth == .mono ? 0 : ct_pair(look.foreground.curses, look.background.curses)
    let pen = Pen(pair: UInt16(pair), attributes: look.attributes.curses)
    pens[style] = pen
    return pen
  }
}

extension Color {
  fileprivate var curses: Int32 {
    guard case .indexed(let index) = form else { return -1 }
    return Int32(index)
  }
}

extension Attributes {
  fileprivate var curses: UInt8 {
    var bits: UInt8 = 0
    if contains(.bold) { bits |= UInt8(CT_BOLD) }
    if contains(.dim) { bits |= UInt8(CT_DIM) }
    if contains(.italic) { bits |= UInt8(CT_ITALIC) }
    if contains(.underline) { bits |= UInt8(CT_UNDERLINE) }
    if contains(.reverse) { bits |= UInt8(CT_REVERSE) }
    return bits
  }
}
