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
  /// Text stays legible: what would vanish in eight colours (bright black on black) takes the
  /// terminal's own foreground, and two colours that become one are shown in reverse instead.
  package func quantised(to depth: ColorDepth) -> Style {
    var result = self
    result.foreground = foreground.quantised(to: depth)
    result.background = background.quantised(to: depth)
    if depth == .ansi8, foreground.quantised(to: .ansi16) == .indexed(8) {
      result.foreground = .standard
    }
    if depth > .mono, foreground != background, result.foreground == result.background,
      result.foreground != .standard
    {
      result.foreground = .standard
      result.background = .standard
      result.attributes.formSymmetricDifference(.reverse)
    }
    return result
  }
}
