/// How many columns and rows something covers; never negative.
package struct Size: Hashable, Sendable {
  /// The number of columns.
  package let width: Int
  /// The number of rows.
  package let height: Int

  /// A size whose negative parts become zero.
  package init(width: Int, height: Int) {
    self.width = max(0, width.bounded)
    self.height = max(0, height.bounded)
  }

  /// No columns, no rows.
  package static let zero = Size(width: 0, height: 0)

  /// Whether nothing fits inside.
  package var isEmpty: Bool { width == 0 || height == 0 }
}
