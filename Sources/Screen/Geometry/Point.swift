/// A place on the screen: columns count to the right, rows downwards, both from zero.
package struct Point: Hashable, Sendable {
  /// The column.
  package var x: Int
  /// The row.
  package var y: Int

  /// The place in column `x` of row `y`.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The upper left corner of the screen.
  package static let origin = Point(x: 0, y: 0)
}
