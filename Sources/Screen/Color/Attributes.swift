/// What a terminal can do to letters beside colouring them.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  package let rawValue: UInt16

  /// The attributes of a set of bits.
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Heavier, on some terminals brighter.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter.
  package static let dim = Attributes(rawValue: 2)
  /// Slanted.
  package static let italic = Attributes(rawValue: 4)
  /// With a line below.
  package static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  package static let reverse = Attributes(rawValue: 16)
  /// With a line through; exported, but ncurses cannot show it.
  package static let strikethrough = Attributes(rawValue: 32)
}
