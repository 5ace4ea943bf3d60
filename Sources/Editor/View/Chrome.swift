import Appearance
import Screen
import TaskSequence
import Widgets

/// Draws the three lines that are always there: title, status, keys.
struct Chrome {
  let state: EditorState
  let theme: Theme

  func drawTitle(into buffer: inout Buffer, _ area: Rect) {
    let file = state.file
    buffer.fill(area, theme[.title])
    var x = area.origin.x + 1
    let name =
      state.files.count > 1
      ? "\((state.index(of: file.id) ?? 0) + 1)/\(state.files.count) \(file.title)" : file.title
    let change = file.history.isModified ? "  ● " + changeWords : ""
    let lock = file.isReadOnly ? "  read only" : ""
    let side = sideText
    // A name is cut where it would meet what is said besides, and keeps half of the line.
    let rest = area.size.width - 4 - displayWidth(of: change + lock + side)
    x += buffer.write(
      name, at: Point(x: x, y: area.origin.y), theme[.title],
      limit: max(area.size.width / 2, rest), overflow: .ellipsis)
    x += buffer.write(change, at: Point(x: x, y: area.origin.y), theme[.titleModified])
    x += buffer.write(lock, at: Point(x: x, y: area.origin.y), theme[.titleDim])
    let start = area.columns.upperBound - displayWidth(of: side) - 1
    if start > x { buffer.write(side, at: Point(x: start, y: area.origin.y), theme[.titleDim]) }
  }

  private var changeWords: String {
    let count = state.file.history.unsavedCount
    return count == 0 ? "not saved" : count == 1 ? "1 change" : "\(count) changes"
  }

  private var sideText: String {
    let outline = state.file.outline
    var parts: [String] = []
    let problems = state.file.problemCount
    if problems > 0 { parts.append(problems == 1 ? "1 problem" : "\(problems) problems") }
    if !outline.marks.isEmpty || !outline.hiddenMarks.isEmpty {
      let hidden = outline.hiddenMarks.isEmpty ? "" : ", \(outline.hiddenMarks.count) hidden"
      parts.append("\(outline.marks.count) marked\(hidden)")
    }
    if let filter = outline.filter {
      parts.append("only \(filter.words(in: state.file.document.dialect))")
    }
    let search = state.file.search
    if search.isActive {
      let here = search.ordinal(of: outline.focus).map { "\($0)/" } ?? ""
      parts.append("\(here)\(search.hits.count) " + (search.hits.count == 1 ? "hit" : "hits"))
    }
    if let meter = LargeSequence.meter(state.file.document) { parts.append(meter) }
    parts.append(outline.stepCount == 1 ? "1 step" : "\(outline.stepCount) steps")
    return parts.joined(separator: " · ")
  }

  /// The message, or the line being typed; answers where the cursor stands in it.
  func drawStatus(into buffer: inout Buffer, _ area: Rect) -> Point? {
    if let layer = state.top, layer.hasStatusLine {
      return layer.drawStatus(into: &buffer, area, theme)
    }
    guard let message = state.message else {
      let width = area.size.width - 2
      if let layer = state.top {
        buffer.write(
          layer.remark(width: width), at: Point(x: area.origin.x + 1, y: area.origin.y),
          theme[.dim], limit: width, overflow: .ellipsis)
        return nil
      }
      if let words = Placing.words(state) {
        buffer.write(
          words, at: Point(x: area.origin.x + 1, y: area.origin.y), theme[.status], limit: width,
          overflow: .ellipsis)
      } else {
        drawPlace(into: &buffer, area)
      }
      return nil
    }
    let role: Role =
      switch message.kind {
      case .info: .status
      case .warning: .statusWarning
      case .error: .statusError
      }
    // What is moved stays named.
    let subject = state.layers.isEmpty ? Placing.subject(state) : nil
    let text = [message.text, subject].compactMap(\.self).joined(separator: " ")
    StatusText.draw(text, into: &buffer, area, theme[role], over: theme[.status])
    return nil
  }

  /// What is wrong with the focused node or else where it is, while there is nothing to say; at the
  /// right what is known of objects.
  private func drawPlace(into buffer: inout Buffer, _ area: Rect) {
    let left = Point(x: area.origin.x + 1, y: area.origin.y)
    let room = area.size.width - 2
    if let problem = state.file.focusedProblem {
      buffer.write(
        "! " + problem.asSentence, at: left, theme[.statusWarning], limit: room,
        overflow: .ellipsis)
      return
    }
    let names =
      state.callers
      + state.file.document.ancestry(of: state.file.outline.focus).dropFirst().map(\.name)
    let signs = signWords.map { " · " + $0 }.joined()
    let whole = displayWidth(of: names.joined(separator: " › ") + signs)
    let known = state.file.knowledgeWords(
      at: state.setup.now, listedBy: state.keyLabel(.referenceList))
    // What fits beside the whole place; the number that nothing is known of in any case.
    let words = known.first { displayWidth(of: $0) + whole + 2 <= room } ?? known.last ?? ""
    let width = displayWidth(of: words)
    buffer.write(
      words, at: Point(x: area.columns.upperBound - 1 - width, y: left.y), theme[.dim])
    let rest = room - (width == 0 ? 0 : width + 2)
    buffer.write(
      Trail.text(names, width: rest - displayWidth(of: signs)) + signs, at: left, theme[.dim],
      limit: rest, overflow: .ellipsis)
  }

  /// What the signs beside the focused row say.
  private var signWords: [String] {
    guard let row = state.file.outline.focusedRow, row.node.kind != .sequence else { return [] }
    let problems = row.isFolded ? state.file.problemCount(inside: row.node) : 0
    return [
      row.node.isDisabled ? "disabled" : nil,
      row.node.continuesOnError ? "continues on error" : nil,
      problems == 0 ? nil : problems == 1 ? "1 problem inside" : "\(problems) problems inside",
    ].compactMap(\.self)
  }

  /// The keys that matter now.
  func drawFooter(into buffer: inout Buffer, _ area: Rect) {
    buffer.fill(area, theme[.footer])
    var x = area.origin.x + 1
    for hint in Footer.hints(state, area.size.width - 2) {
      x += buffer.write(hint.key, at: Point(x: x, y: area.origin.y), theme[.footerKey]) + 1
      x += buffer.write(hint.title, at: Point(x: x, y: area.origin.y), theme[.footer]) + 2
    }
  }
}
