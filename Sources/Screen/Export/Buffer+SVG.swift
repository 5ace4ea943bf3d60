extension Buffer {
  /// A picture of this frame that needs nothing else, with the cursor as a frame around its cell.
  package func svg(palette: Palette = .dark, cursor: Point? = nil) -> String {
    let (width, height) = (size.width * column, size.height * line)
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-size="15" shape-rendering="crispEdges" \
      font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace">
      """,
      rect(x: 0, y: 0, width: width, height: height, fill: palette.background),
    ]
    for y in 0..<size.height {
      let stretches = stretches(ofRow: y, separatingWide: true)
      for stretch in stretches {
        let (_, background) = palette.lights(of: stretch.style)
        guard background != palette.background else { continue }
        lines.append(
          rect(
            x: stretch.columns.lowerBound * column, y: y * line,
            width: stretch.columns.count * column, height: line, fill: background))
      }
      lines += stretches.compactMap { text($0, y: y, palette) }
    }
    if let cursor, bounds.contains(cursor) {
      lines.append(
        """
        <rect x="\(cursor.x * column)" y="\(cursor.y * line)" width="\(column)" \
        height="\(line)" fill="none" stroke="\(palette.foreground.hexadecimal)"/>
        """)
    }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  /// The text of a stretch, stretched to its columns; nothing when there is nothing to see.
  private func text(_ stretch: Stretch, y: Int, _ palette: Palette) -> String? {
    let attributes = stretch.style.attributes
    let lined = !attributes.isDisjoint(with: [.underline, .strikethrough])
    guard lined || stretch.text.contains(where: { $0 != " " }) else { return nil }
    let (foreground, _) = palette.lights(of: stretch.style)
    var look = " fill=\"\(foreground.hexadecimal)\""
    if attributes.contains(.bold) { look += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { look += " font-style=\"italic\"" }
    if attributes.contains(.dim) { look += " opacity=\"0.6\"" }
    if lined {
      let lines = [
        attributes.contains(.underline) ? "underline" : nil,
        attributes.contains(.strikethrough) ? "line-through" : nil,
      ]
      look += " text-decoration=\"\(lines.compactMap { $0 }.joined(separator: " "))\""
    }
    return """
      <text x="\(stretch.columns.lowerBound * column)" y="\(y * line + 14)" \
      textLength="\(displayWidth(of: stretch.text) * column)" xml:space="preserve"\(look)>\
      \(stretch.text.escapedForXML)</text>
      """
  }

  private func rect(x: Int, y: Int, width: Int, height: Int, fill: RGB) -> String {
    """
    <rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" fill="\(fill.hexadecimal)"/>
    """
  }
}

/// The width of a column, in pixels.
private let column = 9
/// The height of a row, in pixels.
private let line = 18

extension Palette {
  /// The light of a style's letters and of what is behind them.
  fileprivate func lights(of style: Style) -> (foreground: RGB, background: RGB) {
    let front = light(style.foreground, standard: foreground)
    let back = light(style.background, standard: background)
    return style.attributes.contains(.reverse) ? (back, front) : (front, back)
  }

  private func light(_ color: Color, standard: RGB) -> RGB {
    switch color.form {
    case .standard: standard
    case .indexed(let index): light(index)
    case .rgb(let light): light
    }
  }
}

extension String {
  /// The text between tags; scalar by scalar, since a mark would hide the sign it sits on.
  fileprivate var escapedForXML: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
