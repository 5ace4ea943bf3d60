/// The light a terminal makes of its own colours.
package struct Palette: Hashable, Sendable {
  /// The foreground when none is set.
  package var foreground: RGB
  /// The background when none is set.
  package var background: RGB
  /// The ANSI colours, normal and bright; missing ones are black.
  package var ansi: [RGB]

  /// A palette; `ansi` holds sixteen colours.
  package init(foreground: RGB, background: RGB, ansi: [RGB] = Palette.xterm) {
    self.foreground = foreground
    self.background = background
    self.ansi = ansi
  }

  /// Light text on a dark background.
  package static let dark = Palette(
    foreground: RGB(0xd8, 0xd8, 0xd8), background: RGB(0x16, 0x18, 0x1c))

  /// The sixteen colours xterm starts with.
  package static let xterm = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
    RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  /// The levels of each light in xterm's colour cube.
  static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The light of palette entry `index`.
  package func light(_ index: UInt8) -> RGB {
    switch Int(index) {
    case 0..<16: return Int(index) < ansi.count ? ansi[Int(index)] : RGB(0, 0, 0)
    case 16..<232:
      let place = Int(index) - 16
      return RGB(
        Self.levels[place / 36], Self.levels[place / 6 % 6], Self.levels[place % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return RGB(grey, grey, grey)
    }
  }
}
