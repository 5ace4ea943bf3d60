/// The glyphs that show a text, from left to right; text from elsewhere becomes harmless here.
///
/// - Control characters become their control pictures (`␀`–`␟`, `␡`), a tab as well; next line,
///   line separator and paragraph separator become `␤`.
/// - What cannot be seen becomes `�`: C1, bidirectional and other format characters, zero-width
///   spaces and joiners, stray variation selectors, tags, fillers, noncharacters.
/// - Up to two marks stay on their base; a longer run of them is left out, since terminals disagree
///   about it. A mark without a base sits on `◌`.
/// - An emoji is its first scalar: skin tones, joined emoji, variation selectors are left out. A
///   flag becomes its two letters.
///
/// Every border between two `Character`s is a border between glyphs, so widths of pieces add up
/// (malformed Hangul aside).
package struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  /// The scalar after the ones used.
  private var ahead: Unicode.Scalar?

  /// The glyphs of `text`.
  package init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  /// The next glyph, never a continuation.
  package mutating func next() -> Glyph? {
    guard let scalar = ahead else { return nil }
    ahead = scalars.next()
    let value = scalar.value
    if value < 0x20 || value == 0x7f { return Glyph(base: value == 0x7f ? 0x2421 : 0x2400 + value) }
    if value < 0x7f, (ahead?.value ?? 0) < 0x300 { return Glyph(base: value) }
    return other(scalar)
  }

  /// Moves past the scalar ahead.
  private mutating func skip() { ahead = scalars.next() }

  /// The glyph of a scalar that is not plain ASCII, or that something may combine with.
  private mutating func other(_ scalar: Unicode.Scalar) -> Glyph? {
    switch scalar.value {
    case 0x85, 0x2028, 0x2029: return Glyph(base: 0x2424)
    case 0x80..<0xa0: return .replacement
    case 0x1f1e6...0x1f1ff: return Glyph(base: scalar.value - 0x1f1e6 + 0x41)
    default: break
    }
    switch ScalarClass(scalar) {
    case .hidden: return .replacement
    case .mark: return marked(base: 0x25cc, first: scalar.value, isWide: false)
    case .narrow:
      skipEmojiTail(of: scalar)
      return marked(base: scalar.value, isWide: false)
    case .wide:
      skipEmojiTail(of: scalar)
      return marked(base: scalar.value, isWide: true)
    }
  }

  /// The base with the marks ahead, if they are few enough.
  private mutating func marked(base: UInt32, first: UInt32 = 0, isWide: Bool) -> Glyph {
    var marks = (first, UInt32(0))
    var count = first == 0 ? 0 : 1
    while let mark = ahead, mark.value >= 0x300, ScalarClass(mark) == .mark,
      !mark.isHangulPart || Unicode.Scalar(base)?.isHangul == true
    {
      if count == 0 { marks.0 = mark.value } else { marks.1 = mark.value }
      count += 1
      skip()
    }
    return Glyph(base: base, marks: count > 2 ? (0, 0) : marks, isWide: isWide)
  }

  /// Moves past one variation selector, and past whatever makes one emoji with `scalar`.
  private mutating func skipEmojiTail(of scalar: Unicode.Scalar) {
    skipVariationSelector()
    guard let next = ahead, next.joinsEmoji, scalar.isPictograph else { return }
    skipSkinTone()
    if scalar.value == 0x1f3f4 {
      while let tag = ahead, (0xe0020...0xe007f).contains(tag.value) { skip() }
    }
    while ahead?.value == 0x200d {
      var rest = scalars
      guard let joined = rest.next(), joined.isPictograph else { return }
      scalars = rest
      skip()
      skipVariationSelector()
      skipSkinTone()
    }
  }

  private mutating func skipVariationSelector() {
    if let selector = ahead, selector.isVariationSelector { skip() }
  }

  private mutating func skipSkinTone() {
    if let tone = ahead, tone.isSkinTone { skip() }
  }
}

extension Unicode.Scalar {
  /// Whether it is an emoji that others can be joined to.
  fileprivate var isPictograph: Bool {
    value >= 0x203c && properties.isEmoji && !isSkinTone
      && !(0x1f1e6...0x1f1ff).contains(value)
  }

  /// Whether it can continue an emoji: a joiner, a skin tone, a tag.
  fileprivate var joinsEmoji: Bool {
    value == 0x200d || isSkinTone || (0xe0020...0xe007f).contains(value)
  }

  fileprivate var isSkinTone: Bool { (0x1f3fb...0x1f3ff).contains(value) }

  fileprivate var isVariationSelector: Bool {
    (0xfe00...0xfe0f).contains(value) || (0xe0100...0xe01ef).contains(value)
      || (0x180b...0x180f).contains(value) && value != 0x180e
  }

  /// Whether it is a vowel or final that completes a Hangul syllable.
  fileprivate var isHangulPart: Bool {
    (0x1160...0x11ff).contains(value) || (0xd7b0...0xd7ff).contains(value)
  }

  /// Whether it is an initial or a syllable of Hangul.
  fileprivate var isHangul: Bool {
    (0x1100...0x115f).contains(value) || (0xa960...0xa97f).contains(value)
      || (0xac00...0xd7a3).contains(value)
  }
}
