/// The keys held down with another.
package struct Modifiers: OptionSet, Hashable, Sendable {
  /// One bit per modifier, as xterm numbers them.
  package let rawValue: UInt8

  /// The modifiers of a set of bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift; characters never carry it.
  package static let shift = Modifiers(rawValue: 1)
  /// Alt, which some keyboards call Meta or Option.
  package static let alt = Modifiers(rawValue: 2)
  /// Control.
  package static let ctrl = Modifiers(rawValue: 4)
}
