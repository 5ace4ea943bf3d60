import Testing

@testable import Screen

@Suite struct ColorTests {
  @Test func packingKeepsEverything() {
    for color in [Color.standard, .indexed(0), .indexed(255), .rgb(0, 0, 0), .rgb(1, 2, 3)] {
      for attributes: Attributes in [[], .bold, [.strikethrough, .reverse, .dim]] {
        var style = Style(
          foreground: color, background: .rgb(255, 254, 253), attributes: attributes)
        #expect(style.foreground == color)
        #expect(style.background == .rgb(255, 254, 253))
        #expect(style.attributes == attributes)
        style.background = color
        style.foreground = .indexed(7)
        style.attributes = .italic
        #expect(style == Style(foreground: .indexed(7), background: color, attributes: .italic))
      }
    }
    #expect(Color.rgb(1, 2, 3).form == .rgb(RGB(1, 2, 3)))
    #expect(Color.indexed(9).form == .indexed(9))
    #expect(Color.standard.form == .standard)
  }

  @Test(
    arguments: [
      (Color.rgb(0, 0, 0), 16), (.rgb(255, 255, 255), 231), (.rgb(255, 0, 0), 196),
      (.rgb(95, 135, 175), 67), (.rgb(127, 127, 127), 244), (.rgb(18, 18, 18), 233),
      (.rgb(40, 44, 52), 236), (.rgb(255, 135, 0), 208), (.indexed(100), 100), (.indexed(3), 3),
    ] as [(Color, UInt8)])
  func to256(color: Color, index: UInt8) {
    #expect(color.quantised(to: .indexed256) == .indexed(index))
  }

  /// Every entry of the extended palette is its own nearest match.
  @Test func paletteIsFixed() {
    for index in UInt8(16)...255 {
      let light = Palette.dark.light(index)
      let match = Color.rgb(light.red, light.green, light.blue).quantised(to: .indexed256)
      guard case .indexed(let found) = match.form else { Issue.record("\(match)"); continue }
      #expect(Palette.dark.light(found) == light)
    }
  }

  /// No entry of the cube and the greys looks more alike than the one chosen.
  @Test func choiceOf256IsNearest() {
    var random = RandomSource(seed: 11)
    for _ in 0..<300 {
      let light = RGB(
        .random(in: 0...255, using: &random), .random(in: 0...255, using: &random),
        .random(in: 0...255, using: &random))
      let chosen = Color.rgb(light.red, light.green, light.blue).quantised(to: .indexed256)
      guard case .indexed(let index) = chosen.form else { Issue.record("\(chosen)"); continue }
      let distance = Palette.dark.light(index).distance(to: light)
      let best = (UInt8(16)...255).map { Palette.dark.light($0).distance(to: light) }.min() ?? 0
      // Each light is matched alone; the weight of the mean may prefer another by a little.
      #expect(distance <= best + best / 4 + 64, "\(light) got \(index)")
    }
  }

  @Test(
    arguments: [
      (Color.rgb(200, 10, 10), 1), (.rgb(250, 250, 250), 15), (.rgb(120, 120, 120), 8),
      (.indexed(196), 9), (.indexed(12), 12), (.rgb(0, 200, 205), 6),
    ] as [(Color, UInt8)])
  func to16(color: Color, index: UInt8) {
    #expect(color.quantised(to: .ansi16) == .indexed(index))
  }

  @Test func to8AndNone() {
    #expect(Color.indexed(12).quantised(to: .ansi8) == .indexed(4))
    #expect(Color.rgb(255, 0, 0).quantised(to: .ansi8) == .indexed(1))
    #expect(Color.indexed(12).quantised(to: .mono) == .standard)
    for depth in ColorDepth.allCases {
      #expect(Color.standard.quantised(to: depth) == .standard)
    }
    #expect(Color.rgb(1, 2, 3).quantised(to: .direct) == .rgb(1, 2, 3))
  }

  @Test func textStaysLegible() {
    let faint = Style(foreground: .indexed(8))
    #expect(faint.quantised(to: .ansi8) == Style())
    let bar = Style(foreground: .indexed(15), background: .indexed(7), attributes: .bold)
    for depth in [ColorDepth.ansi8, .ansi16] {
      let shown = bar.quantised(to: depth)
      #expect(shown.background == bar.background && shown.attributes == .bold)
      #expect(shown.contrast ?? 0 >= 3, "\(depth)")
      let other = bar.quantised(to: depth, besides: shown.foreground)
      #expect(other.foreground != shown.foreground && other.contrast ?? 0 >= 3, "\(depth)")
    }
    #expect(bar.quantised(to: .mono) == Style(attributes: .bold))
  }
}
