#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The red, green and blue light of a colour.
package struct RGB: Hashable, Sendable {
  /// The amount of red light.
  package let red: UInt8
  /// The amount of green light.
  package let green: UInt8
  /// The amount of blue light.
  package let blue: UInt8

  /// A colour by its light.
  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// How unlike `other` looks: a squared distance weighted for the eye.
  ///
  /// The "redmean" approximation, as good for this purpose as a uniform colour space, in integers
  /// (https://www.compuphase.com/cmetric.htm).
  func distance(to other: RGB) -> Int {
    let mean = (Int(red) + Int(other.red)) / 2
    let (r, g, b) = (
      Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue)
    )
    return ((512 + mean) * r * r + 1024 * g * g + (767 - mean) * b * b) >> 8
  }

  /// How light it looks, from 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
  var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// `#rrggbb`.
  package var hexadecimal: String {
    let value = 1 << 24 | Int(red) << 16 | Int(green) << 8 | Int(blue)
    return "#" + String(value, radix: 16).dropFirst()
  }
}
