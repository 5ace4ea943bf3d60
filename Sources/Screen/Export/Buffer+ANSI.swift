extension Style {
  /// The parameters of the SGR sequence that switches from plain to this style; empty when plain.
  package var sgr: String {
    let flags: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
      (.strikethrough, "9"),
    ]
    var parts = flags.filter { attributes.contains($0.0) }.map(\.1)
    parts += Self.sgr(foreground, normal: 30, bright: 90, extended: "38")
    parts += Self.sgr(background, normal: 40, bright: 100, extended: "48")
    return parts.joined(separator: ";")
  }

  private static func sgr(
    _ color: Color, normal: Int, bright: Int, extended: String
  ) -> [String] {
    switch color.form {
    case .standard: []
    case .indexed(let index) where index < 8: [String(normal + Int(index))]
    case .indexed(let index) where index < 16: [String(bright + Int(index) - 8)]
    case .indexed(let index): [extended, "5", String(index)]
    case .rgb(let light):
      [extended, "2", String(light.red), String(light.green), String(light.blue)]
    }
  }
}

extension Buffer {
  /// The rows as text with SGR sequences, each reset and ended by a line feed.
  package func ansi(depth: ColorDepth = .direct) -> String {
    var text = ""
    for y in 0..<size.height {
      for stretch in stretches(ofRow: y) {
        let sgr = stretch.style.quantised(to: depth).sgr
        text += sgr.isEmpty ? stretch.text : "\u{1b}[\(sgr)m\(stretch.text)\u{1b}[0m"
      }
      text += "\n"
    }
    return text
  }
}
