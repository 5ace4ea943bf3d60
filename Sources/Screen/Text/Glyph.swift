/// What one cell shows: a scalar with up to two marks, packed into one word.
///
/// A glyph can always be sent to a terminal: it holds no control or format character, and its width
/// is one that terminals agree on. A wide glyph takes a lead cell, which holds it, and a cell with
/// `continuation` to the right of it.
package struct Glyph: Hashable, Sendable {
  /// Three scalars of 21 bits, base first, zero where there is none; the top bit says wide.
  let bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  /// A base that `ScalarClass` found to be narrow or wide, with marks.
  init(base: UInt32, marks: (UInt32, UInt32) = (0, 0), isWide: Bool = false) {
    bits =
      UInt64(base) | UInt64(marks.0) << 21 | UInt64(marks.1) << 42 | (isWide ? Self.wide : 0)
  }

  private static let wide: UInt64 = 1 << 63
  private static let scalar: UInt64 = 1 << 21 - 1

  /// An empty cell.
  package static let blank = Glyph(base: 0x20)
  /// The right half of the wide glyph in the cell before.
  package static let continuation = Glyph(bits: wide)
  /// Stands for what cannot be shown.
  package static let replacement = Glyph(base: 0xfffd)

  /// How `scalar` is shown when it stands alone.
  package init(_ scalar: Unicode.Scalar) {
    if (0x20..<0x7f).contains(scalar.value) {
      self.init(base: scalar.value)
      return
    }
    var glyphs = Glyphs(String(scalar))
    self = glyphs.next() ?? .blank
  }

  /// The columns it takes: 1, 2, or 0 for a continuation.
  package var width: Int { bits & Self.wide == 0 ? 1 : base == 0 ? 0 : 2 }
  /// Whether this is the right half of the glyph before.
  package var isContinuation: Bool { bits == Self.wide }
  /// Whether a continuation must follow.
  package var isWide: Bool { bits > Self.wide }

  /// Whether it is one ASCII character.
  var isASCII: Bool { bits &- 0x20 < 0x5f }

  /// The first scalar, zero for a continuation.
  package var base: UInt32 { UInt32(bits & Self.scalar) }
  /// The marks on the base, zero where there is none.
  package var marks: (UInt32, UInt32) {
    (UInt32(bits >> 21 & Self.scalar), UInt32(bits >> 42 & Self.scalar))
  }

  /// The text shown; empty for a continuation.
  package var text: String {
    var result = String.UnicodeScalarView()
    for value in [base, marks.0, marks.1] where value != 0 {
      Unicode.Scalar(value).map { result.append($0) }
    }
    return String(result)
  }
}

extension Glyph: ExpressibleByUnicodeScalarLiteral {
  /// How the scalar is shown when it stands alone.
  package init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(scalar) }
}

extension Glyph: CustomStringConvertible {
  /// The text shown.
  package var description: String { text }
}
