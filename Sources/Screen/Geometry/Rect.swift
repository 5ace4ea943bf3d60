/// A rectangle of cells.
///
/// Its arithmetic never traps, so that a layout computed for a screen that is far too small, or
/// from numbers that came over the wire, is merely empty.
package struct Rect: Hashable, Sendable {
  /// The upper left cell.
  package var origin: Point
  /// What it covers from there.
  package var size: Size

  /// The rectangle of `size` whose upper left cell is `origin`.
  package init(origin: Point = .origin, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// The rectangle of `width` × `height` at column `x` of row `y`; negative lengths become zero.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The columns inside.
  package var columns: Range<Int> { origin.x.bounded..<origin.x.bounded + size.width }
  /// The rows inside.
  package var rows: Range<Int> { origin.y.bounded..<origin.y.bounded + size.height }
  /// Whether no cell is inside.
  package var isEmpty: Bool { size.isEmpty }

  /// Whether the cell at `point` is inside.
  package func contains(_ point: Point) -> Bool {
    columns.contains(point.x) && rows.contains(point.y)
  }

  /// Whether every cell of `other` is inside; true of an empty one.
  package func contains(_ other: Rect) -> Bool { other.isEmpty || intersection(other) == other }

  /// The cells inside both; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let columns = columns.clamped(to: other.columns)
    let rows = rows.clamped(to: other.rows)
    return Rect(
      x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count)
  }

  /// What remains without `horizontal` columns on both sides and `vertical` rows above and below.
  ///
  /// Negative insets grow it. A rectangle too small for its insets becomes empty.
  package func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
    let columns = columns.inset(by: horizontal)
    let rows = rows.inset(by: vertical)
    return Rect(
      x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count)
  }

  /// What remains without `amount` cells on every side.
  package func inset(by amount: Int) -> Rect { inset(horizontal: amount, vertical: amount) }
}

extension Int {
  /// The nearest number that is far outside of every screen, yet far from where sums overflow.
  var bounded: Int { Swift.max(-1 << 40, Swift.min(self, 1 << 40)) }
}

extension Range<Int> {
  /// The range without `amount` at both ends, at least empty.
  fileprivate func inset(by amount: Int) -> Range<Int> {
    let lower = lowerBound + amount.bounded
    return lower..<Swift.max(lower, upperBound - amount.bounded)
  }
}
