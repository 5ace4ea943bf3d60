/// A side of a rectangle.
package enum Edge: Hashable, Sendable {
  case top, bottom, left, right
}

extension Rect {
  /// Cuts up to `amount` rows or columns off at `edge` and returns what was cut off.
  ///
  /// A layout is a sequence of cuts: `let status = area.cut(.bottom, 1)`.
  package mutating func cut(_ edge: Edge, _ amount: Int) -> Rect {
    var piece = self
    switch edge {
    case .top, .bottom:
      let height = max(0, min(amount, size.height))
      piece.size = Size(width: size.width, height: height)
      size = Size(width: size.width, height: size.height - height)
      if edge == .top {
        origin.y = origin.y.bounded + height
      } else {
        piece.origin.y = origin.y.bounded + size.height
      }
    case .left, .right:
      let width = max(0, min(amount, size.width))
      piece.size = Size(width: width, height: size.height)
      size = Size(width: size.width - width, height: size.height)
      if edge == .left {
        origin.x = origin.x.bounded + width
      } else {
        piece.origin.x = origin.x.bounded + size.width
      }
    }
    return piece
  }
}
