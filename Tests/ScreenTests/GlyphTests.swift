import Testing

@testable import Screen

@Suite struct GlyphTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11ab}", 2), ("·", 1), ("…", 1), ("─", 1), ("α", 1), ("€", 1), ("👍", 2),
    ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("❤️", 1), ("❤️‍🔥", 1), ("🏳️‍🌈", 1), ("🇩🇪", 2), ("1️⃣", 1), ("क्षि", 3),
    ("\u{200b}", 1), ("\t", 1), ("\r\n", 2), ("", 0), ("\u{e000}", 1), ("\u{a0}", 1), ("⌚", 2),
    ("☺", 1), ("𠀀", 2), ("\u{ad}", 1), ("🏴\u{e0067}\u{e0062}\u{e007f}", 2), ("ไทย", 3), ("ก็", 1),
  ])
  func width(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test(arguments: [
    ("\0\u{1b}[2J\u{7f}", "␀␛[2J␡"), ("\t", "␉"), ("a\r\nb", "a␍␊b"), ("\u{9b}", "�"),
    ("\u{85}\u{2028}\u{2029}", "␤␤␤"), ("\u{202e}abc\u{2066}", "�abc�"), ("a\u{200d}b", "a�b"),
    ("\u{feff}x", "�x"), ("\u{301}", "◌\u{301}"), ("\n\u{301}", "␊◌\u{301}"),
    ("\u{202e}\u{301}", "�◌\u{301}"), ("🇩🇪", "DE"), ("👍🏽", "👍"), ("❤\u{fe0f}!", "❤!"),
    ("❤\u{fe0f}\u{fe0f}", "❤�"), ("→\u{200d}→", "→�→"), ("a\u{e0041}", "a�"), ("\u{ad}", "�"),
    ("\u{3164}", "�"), ("\u{fffe}", "�"), ("é\u{301}\u{302}", "é\u{301}\u{302}"),
    ("e\u{301}\u{302}\u{303}", "e"), ("\u{301}\u{302}\u{303}", "◌"), ("a\u{1161}", "a◌\u{1161}"),
  ])
  func sanitised(text: String, shown: String) {
    let glyphs = Glyphs(text).map(\.text).joined()
    #expect(Array(glyphs.unicodeScalars) == Array(shown.unicodeScalars))
  }

  /// Whatever the text: no scalar that drives a terminal, no width but 1 and 2, and pieces add up.
  @Test func anyTextIsHarmless() {
    let seed: UInt64 = 42
    var random = RandomSource(seed: seed)
    let ranges: [ClosedRange<UInt32>] = [
      0...0xff, 0x300...0x36f, 0x900...0x97f, 0x1f1e6...0x1f1ff, 0x1f3f0...0x1f450, 0x2000...0x206f,
      0x2600...0x27bf, 0xfe00...0xfe0f, 0x1f3fb...0x1f3ff, 0xac00...0xac20, 0xe0000...0xe01ff,
      0...0x10ffff,
    ]
    for round in 0..<2000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
        if let scalar = Unicode.Scalar(.random(in: range, using: &random)) { view.append(scalar) }
      }
      let text = String(view)
      for glyph in Glyphs(text) {
        #expect(glyph.width == 1 || glyph.width == 2)
        for scalar in glyph.text.unicodeScalars {
          #expect(
            scalar.value >= 0x20 && !(0x7f..<0xa0).contains(scalar.value)
              && ScalarClass(scalar) != .hidden,
            "seed \(seed), round \(round): \(view.map(\.value))")
        }
      }
      let pieces = text.map { displayWidth(of: String($0)) }.reduce(0, +)
      #expect(
        pieces == displayWidth(of: text),
        "seed \(seed), round \(round): \(view.map { String($0.value, radix: 16) })")
    }
  }

  @Test func scalarsOfTheTable() {
    #expect(Unicode.Scalar("a").displayWidth == 1)
    #expect(Unicode.Scalar(0x300).map(\.displayWidth) == 0)
    #expect(Unicode.Scalar(0x10ffff).map(\.displayWidth) == 1)
    #expect(Unicode.Scalar(0x2fffd).map(\.displayWidth) == 2)
    #expect(Unicode.Scalar(0x115e).map(\.displayWidth) == 2)
    #expect(Unicode.Scalar(0x1161).map(\.displayWidth) == 0)
  }

  @Test func glyphsFromLiterals() {
    #expect(Glyph("─").text == "─")
    #expect(Glyph("\u{1b}").text == "␛")
    #expect(Glyph("漢").isWide)
    #expect(Glyph.continuation.isContinuation && Glyph.continuation.width == 0)
    #expect(Glyph.continuation.text.isEmpty && !Glyph.blank.isContinuation)
  }
}
