/// How many colours a terminal can show.
package enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// None: attributes only.
  case mono
  /// The eight ANSI colours.
  case ansi8
  /// The ANSI colours and their bright twins.
  case ansi16
  /// Those, a cube of 216 and 24 greys.
  case indexed256
  /// Any light.
  case direct

  /// Whether `left` has fewer colours.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Color {
  /// The nearest colour a terminal of `depth` can show.
  ///
  /// Light is matched by eye against xterm's palette. With eight colours a bright colour becomes
  /// its normal twin; `Style.quantised(to:)` also looks after legibility.
  package func quantised(to depth: ColorDepth) -> Color {
    switch (form, depth) {
    case (.standard, _), (_, .direct): self
    case (_, .mono): .standard
    case (.indexed(let index), .indexed256): .indexed(index)
    case (.rgb(let light), .indexed256): .indexed(Self.extended(nearest: light))
    case (.indexed(let index), .ansi16) where index < 16: self
    case (.indexed(let index), .ansi16):
      .indexed(Self.basic(nearest: Palette.dark.light(index)))
    case (.rgb(let light), .ansi16): .indexed(Self.basic(nearest: light))
    case (_, .ansi8):
      switch quantised(to: .ansi16).form {
      case .indexed(let index): .indexed(index & 7)
      case .standard, .rgb: .standard
      }
    }
  }

  /// The entry of the cube or the greys that looks most like `light`.
  private static func extended(nearest light: RGB) -> UInt8 {
    let (r, g, b) = (step(light.red), step(light.green), step(light.blue))
    let mean = (Int(light.red) + Int(light.green) + Int(light.blue)) / 3
    let cube = UInt8(16 + 36 * r + 6 * g + b)
    let grey = UInt8(232 + max(0, min(23, (mean - 3) / 10)))
    let palette = Palette.dark
    let greyIsNearer =
      palette.light(grey).distance(to: light) < palette.light(cube).distance(to: light)
    return greyIsNearer ? grey : cube
  }

  /// The level of the cube next to one light.
  private static func step(_ value: UInt8) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40
  }

  /// The ANSI colour that looks most like `light`.
  private static func basic(nearest light: RGB) -> UInt8 {
    var best = (index: 0, distance: Int.max)
    for (index, candidate) in Palette.xterm.enumerated() {
      let distance = candidate.distance(to: light)
      if distance < best.distance { best = (index, distance) }
    }
    return UInt8(best.index)
  }
}
