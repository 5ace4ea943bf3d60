package import Appearance
package import Screen
import TaskSequence

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
      let top = isTypingCondition ? ConditionView.frame(in: buffer.size).origin.y : nil
      CompletionView(completion: completion, theme: theme).draw(
        into: &buffer, at: cursor, above: top)
    }
    return cursor
  }

  private func drawLayers(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    var cursor: Point?
    for layer in layers {
      switch layer {
      case .picker(let picker):
        cursor = PickerView(picker: picker, theme: theme).draw(into: &buffer)
      case .question(let question):
        cursor = QuestionView(question: question, theme: theme).draw(into: &buffer)
      case .review(let review):
        let place = review.selectedItem.map { names(of: $0.shown.place.node.id) } ?? []
        cursor = ReviewView(review: review, place: place, theme: theme).draw(into: &buffer)
      case .viewer(let viewer):
        cursor = ViewerView(viewer: viewer, theme: theme).draw(into: &buffer)
      case .writing(let window):
        cursor = WritingView(window: window, theme: theme).draw(into: &buffer)
      case .condition(let pane):
        cursor = ConditionPaneView(state: self, pane: pane, theme: theme).draw(into: &buffer)
      case .prompt(let prompt):
        guard case .condition(let title) = prompt.place else { break }
        cursor = ConditionView(
          prompt: prompt, warnings: warnings(in:), title: title, theme: theme
        ).draw(into: &buffer)
      }
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

  /// The prompt on top, when it is drawn at that place.
  func prompt(at isThere: (Prompt.Place) -> Bool) -> Prompt? {
    guard case .prompt(let prompt) = top, isThere(prompt.place) else { return nil }
    return prompt
  }
}
