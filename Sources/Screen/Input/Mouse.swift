/// Something done with the mouse.
package struct Mouse: Hashable, Sendable {
  /// What was done.
  package let action: Action
  /// The cell it was done to; it may lie outside of a screen that has just shrunk.
  package let point: Point
  /// The keys held down.
  package let modifiers: Modifiers

  /// What can be done with a mouse.
  package enum Action: Hashable, Sendable {
    case press(Button)
    case release(Button)
    /// Moved with a button down.
    case drag(Button)
    case wheelUp, wheelDown, wheelLeft, wheelRight
  }

  /// A button of the mouse.
  package enum Button: Hashable, Sendable {
    case left, middle, right
  }

  /// A thing done at `point`.
  package init(_ action: Action, at point: Point, _ modifiers: Modifiers = []) {
    self.action = action
    self.point = point
    self.modifiers = modifiers
  }
}

extension Mouse {
  /// Reads what the protocols 1000 to 1006 report; columns and rows count from one.
  ///
  /// In the old protocol a release does not say of what: `isRelease` is nil there and `pressed`
  /// says it. Nil for movements without a button and for buttons beyond the wheel.
  init?(report: Int, column: Int, row: Int, isRelease: Bool?, pressed: Button?) {
    let button: Button? =
      switch report & 3 {
      case 0: .left
      case 1: .middle
      case 2: .right
      default: nil
      }
    switch (report & ~0x3f, report & 0x20 != 0) {
    case (0, true):
      guard let button, isRelease != true else { return nil }
      action = .drag(button)
    case (0, false):
      if let button {
        action = isRelease == true ? .release(button) : .press(button)
      } else {
        guard isRelease == nil, let pressed else { return nil }
        action = .release(pressed)
      }
    case (64, false):
      guard isRelease != true else { return nil }
      action = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight][report & 3]
    default: return nil
    }
    point = Point(x: max(0, column - 1), y: max(0, row - 1))
    var modifiers: Modifiers = []
    if report & 4 != 0 { modifiers.insert(.shift) }
    if report & 8 != 0 { modifiers.insert(.alt) }
    if report & 16 != 0 { modifiers.insert(.ctrl) }
    self.modifiers = modifiers
  }
}
