/// A colour as a theme may name it, packed into 26 bits.
package struct Color: Hashable, Sendable {
  /// The kind above 24 bits of value.
  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  /// The terminal's own foreground or background.
  package static let standard = Color(bits: 0)

  /// An entry of the terminal's palette: 0–7 the ANSI colours, 8–15 the bright ones, then the cube
  /// and the greys that xterm defined.
  package static func indexed(_ index: UInt8) -> Color { Color(bits: 1 << 24 | UInt32(index)) }

  /// A colour given by its light.
  package static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(bits: 2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// The three ways to say a colour, to switch over.
  package enum Form: Hashable, Sendable {
    case standard
    case indexed(UInt8)
    case rgb(RGB)
  }

  /// How this colour was said.
  package var form: Form {
    switch bits >> 24 {
    case 0: .standard
    case 1: .indexed(UInt8(truncatingIfNeeded: bits))
    default:
      .rgb(
        RGB(
          UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
          UInt8(truncatingIfNeeded: bits)))
    }
  }

  /// Its light as xterm has it; nil for the terminal's own.
  var light: RGB? {
    switch form {
    case .standard: nil
    case .indexed(let index): Palette.dark.light(index)
    case .rgb(let light): light
    }
  }
}
