/// How a cell looks: two colours and attributes, packed into one word.
package struct Style: Hashable, Sendable {
  /// Attributes above the background above the foreground: 12, 26 and 26 bits.
  private var bits: UInt64

  /// The terminal's own look unless told otherwise.
  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    bits = UInt64(foreground.bits) | UInt64(background.bits) << 26
    self.attributes = attributes
  }

  private static let mask: UInt64 = 1 << 26 - 1

  /// The colour of the letter.
  package var foreground: Color {
    get { Color(bits: UInt32(bits & Self.mask)) }
    set { bits = bits & ~Self.mask | UInt64(newValue.bits) }
  }

  /// The colour behind it.
  package var background: Color {
    get { Color(bits: UInt32(bits >> 26 & Self.mask)) }
    set { bits = bits & ~(Self.mask << 26) | UInt64(newValue.bits) << 26 }
  }

  /// Bold, dim and so on.
  package var attributes: Attributes {
    get { Attributes(rawValue: UInt16(bits >> 52)) }
    set { bits = bits & (1 << 52 - 1) | UInt64(newValue.rawValue & 0xfff) << 52 }
  }

  /// The nearest look a terminal of `depth` can show.
  ///
  /// Text stays legible: where the nearest colour of a letter would hardly be seen on the nearest one
  /// behind it, another of the terminal's colours takes its place, the nearest that is seen; on the
  /// terminal's own background what would vanish in eight colours (bright black on black) takes its
  /// own foreground.
  ///
  /// - Parameter taken: A colour that the letters must not have there, since others have it.
  package func quantised(to depth: ColorDepth, besides taken: Color? = nil) -> Style {
    var result = self
    result.foreground = foreground.quantised(to: depth)
    result.background = background.quantised(to: depth)
    guard depth == .ansi8 || depth == .ansi16 else { return result }
    if background == .standard {
      let vanishes = depth == .ansi8 && foreground.quantised(to: .ansi16) == .indexed(8)
      if vanishes { result.foreground = .standard }
    } else if foreground != background, !result.isLegible || result.foreground == taken {
      result.foreground = result.otherLetters(like: foreground, at: depth, besides: taken)
    }
    return result
  }

  /// The colour most like one that is seen on the background.
  private func otherLetters(like color: Color, at depth: ColorDepth, besides taken: Color?) -> Color
  {
    let light = color.light ?? Palette.dark.foreground
    let seen = (0..<UInt8(depth == .ansi8 ? 8 : 16)).map { Color.indexed($0) }.filter {
      $0 != taken && Style(foreground: $0, background: background).isLegible
    }
    func distance(_ color: Color) -> Int { color.light?.distance(to: light) ?? .max }
    return seen.min { distance($0) < distance($1) } ?? .standard
  }

  /// Whether letters are seen: at least 3 to 1, which is what large text needs.
  private var isLegible: Bool { contrast.map { $0 >= 3 } ?? true }

  /// How much the letter differs from what is behind it, from 1 to 21, as the Web Content Accessibility
  /// Guidelines count; nil where a colour is the terminal's own.
  package var contrast: Double? {
    guard let letter = foreground.light, let ground = background.light else { return nil }
    let (one, other) = (letter.luminance, ground.luminance)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }
}
