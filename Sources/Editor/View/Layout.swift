import Screen

/// Where everything is on a screen of some size.
struct Layout {
  /// The smallest screen that can be worked on.
  static let minimum = Size(width: 60, height: 16)
  /// From here on both panes are shown.
  static let wide = 100

  let isTooSmall: Bool
  let title: Rect
  /// The rows of the tree; nil when the details have the whole screen.
  let tree: Rect?
  /// The line between the panes.
  let divider: Rect?
  let details: Rect?
  let status: Rect
  let footer: Rect

  init(_ size: Size, _ pane: Pane) {
    isTooSmall = size.width < Self.minimum.width || size.height < Self.minimum.height
    var area = Rect(size: size)
    title = area.cut(.top, 1)
    footer = area.cut(.bottom, 1)
    status = area.cut(.bottom, 1)
    if size.width >= Self.wide {
      tree = area.cut(.left, size.width * 11 / 20)
      divider = area.cut(.left, 1)
      details = area.inset(horizontal: 1)
    } else {
      tree = pane == .tree ? area : nil
      divider = nil
      details = pane == .details ? area.inset(horizontal: 1) : nil
    }
  }

  /// The height of the panes.
  var bodyHeight: Int { (tree ?? details)?.size.height ?? 0 }

  /// The first row to show so that `row` is visible with a little context.
  static func scroll(_ top: Int, to row: Int, of count: Int, height: Int) -> Int {
    let margin = min(2, max(0, (height - 1) / 2))
    let first = min(max(top, row - height + 1 + margin), max(0, row - margin))
    return max(0, min(first, count - height))
  }
}
