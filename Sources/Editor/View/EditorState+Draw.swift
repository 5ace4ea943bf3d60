package import Appearance
package import Screen
import TaskSequence
import Widgets

extension EditorState {
  /// Draws everything and answers where the cursor stands.
  ///
  /// Total for every size.
  package func draw(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    let layout = Layout(buffer.size, pane)
    buffer.fill(buffer.bounds, theme[.text])
    guard !layout.isTooSmall else { return drawTooSmall(into: &buffer, theme) }
    Chrome(state: self, theme: theme).drawTitle(into: &buffer, layout.title)
    var cursor: Point?
    if let area = layout.tree {
      let point = TreeView(state: self, theme: theme).draw(into: &buffer, area)
      if pane == .tree { cursor = point }
    }
    if let area = layout.divider {
      buffer.verticalLine(at: area.origin, length: area.size.height, theme[.border])
    }
    if let area = layout.details {
      let point = DetailsView(state: self, theme: theme).draw(into: &buffer, area)
      if pane == .details { cursor = point }
    }
    if let point = drawLayers(into: &buffer, theme) { cursor = point }
    let chrome = Chrome(state: self, theme: theme)
    if let point = chrome.drawStatus(into: &buffer, layout.status) { cursor = point }
    chrome.drawFooter(into: &buffer, layout.footer)
    if let completion, let cursor {
      completion.suggestions.draw(
        into: &buffer, at: cursor, above: top?.suggestionsEdge(in: buffer.size), theme)
    }
    return cursor
  }

  private func drawLayers(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    var cursor: Point?
    let body = Rect(x: 0, y: 1, width: buffer.size.width, height: buffer.size.height - 3)
    let ground = theme[.text].background
    // The row of the cursor stays what it is.
    func rest(_ style: inout Style) {
      let isBar = style.background != ground || style.attributes.contains(.reverse)
      if !isBar { style = theme[.dim] }
    }
    forEachLayer { layer, state in
      if layer.isWindow { buffer.restyle(body, rest) }
      if let point = layer.draw(into: &buffer, theme, state) { cursor = point }
    }
    return cursor
  }

  private func drawTooSmall(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    let minimum = "\(Layout.minimum.width)×\(Layout.minimum.height)"
    let text = "Terminal too small (\(buffer.size.width)×\(buffer.size.height)); needs \(minimum)."
    let lines = WordWrap.lines(
      of: text, width: buffer.size.width, limit: max(1, buffer.size.height))
    let top = max(0, (buffer.size.height - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      buffer.write(line, at: Point(x: 0, y: top + index), theme[.text], overflow: .ellipsis)
    }
    return nil
  }
}
