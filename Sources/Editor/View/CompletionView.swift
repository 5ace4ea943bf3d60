import Appearance
import Screen
import VariableCatalog

/// Draws the names that can complete a text, under the cursor or above it.
struct CompletionView {
  let completion: Completion
  let theme: Theme

  /// Draws the list beside the cursor; with `edge`, above that row instead.
  func draw(into buffer: inout Buffer, at cursor: Point, above edge: Int? = nil) {
    let rows =
      completion.notes.isEmpty
      ? completion.names.map { ($0, BuiltInVariables.shared.named($0)?.summary ?? "") }
      : Array(zip(completion.names, completion.notes))
    let names = rows.map { displayWidth(of: $0.0) }.max() ?? 0
    let widest = rows.map { $0.1.isEmpty ? names : names + 2 + displayWidth(of: $0.1) }.max() ?? 0
    let width = min(buffer.size.width - 2, widest + 2, 60)
    let x = max(0, min(cursor.x - completion.typed - 1, buffer.size.width - width))
    let isBelow = edge == nil && cursor.y + rows.count < buffer.size.height - 1
    let top = isBelow ? cursor.y + 1 : (edge ?? cursor.y) - rows.count
    for (index, (name, meaning)) in rows.enumerated() where top + index >= 0 {
      let area = Rect(x: x, y: top + index, width: width, height: 1)
      buffer.fill(area, theme[.dialog])
      buffer.write(
        name, at: Point(x: x + 1, y: area.origin.y), theme[.dialog], limit: width - 2,
        overflow: .ellipsis)
      buffer.write(
        meaning, at: Point(x: x + names + 3, y: area.origin.y), theme[.listDim],
        limit: max(0, width - names - 4), overflow: .ellipsis)
      if index == completion.selected { buffer.restyle(area) { $0 = theme[.focus] } }
    }
  }
}
