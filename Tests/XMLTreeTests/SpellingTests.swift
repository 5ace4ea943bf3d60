import TestSupport
import Testing

@testable import XMLTree

@Suite("How values are spelled")
struct SpellingTests {
  private static let crlf: [UInt8] = [0x0D, 0x0A]

  @Test(arguments: [
    ("a&amp;b&#x41;&#10;", "a&bA\n"), ("&lt;&gt;&quot;&apos;", "<>\"'"),
    ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ("&#xD;", "\r"), ("&#xD;\r\n", "\n"), ("&#xD;&#xA;x", "\nx"), ("&#xD;&#xD;&#xA;", "\r\n"),
    ("&#x1F600;é", "😀é"), ("", ""),
  ])
  func textIsRead(raw: String, value: String) {
    #expect(Spelling.text.value(of: Array(raw.utf8)[...]).utf8.elementsEqual(value.utf8))
  }

  @Test(arguments: [
    ("a\tb\r\nc\rd\ne", "a b c d e"), ("&#9;&#10;&#13;", "\t\n\r"), ("&#xD;&#xA;", "\n"),
    ("&#xD;\n", "\r "), ("&#xA;", "\n"), ("&quot;'", "\"'"),
  ])
  func attributeIsRead(raw: String, value: String) {
    #expect(Spelling.attribute.value(of: Array(raw.utf8)[...]).utf8.elementsEqual(value.utf8))
  }

  @Test(arguments: [
    ("a&b<c>d\"e'f", "a&amp;b&lt;c&gt;d\"e'f"), ("]]>", "]]&gt;"), ("a\nb", "a\r\nb"),
    ("a\r\nb", "a\r\nb"), ("a\rb", "a&#xD;b"), ("\t", "\t"),
    ("\u{1}\u{FFFE}\u{0}é", "\u{FFFD}\u{FFFD}\u{FFFD}é"),
  ])
  func textIsWritten(value: String, raw: String) {
    #expect(Spelling.text(newline: Self.crlf).spell(value.utf8) == Array(raw.utf8))
  }

  @Test(arguments: [
    ("a&b<c>d\"e'f", "a&amp;b&lt;c&gt;d&quot;e'f"), ("\t", "&#x9;"), ("a\nb", "a&#xD;&#xA;b"),
    ("a\r\nb", "a&#xD;&#xA;b"), ("\r", "&#xD;"), ("\u{B}", "\u{FFFD}"),
  ])
  func attributeIsWritten(value: String, raw: String) {
    #expect(Spelling.attribute.spell(value.utf8) == Array(raw.utf8))
  }

  @Test func apostropheIsEscapedBetweenApostrophes() {
    let spelled = Spelling.attribute(quote: UInt8(ascii: "'")).spell("'\"".utf8)
    #expect(spelled == Array("&apos;&quot;".utf8))
  }

  /// What is spelled, what is wanted, and the new spelling.
  struct Change: CustomTestStringConvertible, Sendable {
    var raw: String
    var value: String
    var spelled: String
    var testDescription: String { "\(raw.debugDescription) → \(value.debugDescription)" }

    init(_ raw: String, _ value: String, _ spelled: String) {
      (self.raw, self.value, self.spelled) = (raw, value, spelled)
    }
  }

  @Test(
    "a change in text keeps its surroundings",
    arguments: [
      Change("a&#x26;b", "a&bc", "a&#x26;bc"), Change("a&#38;b", "xa&b", "xa&#38;b"),
      Change("&quot;a&quot;", "\"b\"", "&quot;b&quot;"),
      Change("a > b > c", "a > b > d", "a > b > d"),
      Change("a > b", "a < b", "a &lt; b"), Change("&#233;x", "&èx", "&amp;èx"),
      Change("&#233;", "è", "è"), Change("é", "è", "è"), Change("e", "é", "é"),
      Change("a\r\nb\nc", "a\nb\nd", "a\r\nb\nd"), Change("a\r\nb", "a\nx\nb", "a\r\nx\r\nb"),
      Change("a\nb", "a\nx\nb", "a\nx\nb"), Change("a\r\nb", "ab", "ab"),
      Change("a\r\nb", "a\n", "a\r\n"), Change("\rx\ny", "\n\ny", "\r\ry"),
      Change("a&#10;b", "a\nb\n", "a&#10;b&#10;"), Change("a]]b>", "a]]>", "a]]&gt;"),
      Change("]>", "]]>", "]]&gt;"), Change("]]&gt;", "]]>x", "]]&gt;x"),
      Change("]]", "]]>", "]]&gt;"),
      Change("&#xD;\nx", "\ny", "&#xD;\ny"), Change("&#xD;\nx", "\nx\n", "&#xD;\nx&#xD;\n"),
      Change("&amp;amp;", "&amp", "&amp;amp"), Change("a", "", ""), Change("", "a&", "a&amp;"),
      Change("aXb", "a\u{1}b", "a\u{FFFD}b"), Change("\u{FFFD}", "\u{FFFE}", "\u{FFFD}"),
      Change("e\u{301}", "é", "é"), Change("aa", "aaa", "aaa"),
      Change("&amp;&#38;", "&&&", "&amp;&#38;&amp;"),
    ])
  func textKeepsSurroundings(change: Change) {
    let spelled = Spelling.text(newline: [0x0A]).respell(
      Array(change.raw.utf8)[...], as: change.value)
    #expect(String(decoding: spelled, as: UTF8.self).utf8.elementsEqual(change.spelled.utf8))
  }

  @Test(
    "a change in an attribute keeps its surroundings",
    arguments: [
      Change("a&#xD;&#xA;b", "a\nc", "a&#xD;&#xA;c"), Change("a&#xA;b", "a\nb\n", "a&#xA;b&#xA;"),
      Change("a\n b", "a  c", "a\n c"), Change("a\r\nb", "a c", "a\r\nc"),
      Change("]]>", "]]>x", "]]>x"), Change("a>b", "a>c\"", "a>c&quot;"),
      Change("a\tb", "a b ", "a\tb "),
      Change("a", "a\n", "a&#xD;&#xA;"), Change("a b", "a\tb", "a&#x9;b"),
      Change("&#xD;&#xA;", "\r", "&#xD;"), Change("&#xD;", "\n", "&#xD;&#xA;"),
    ])
  func attributeKeepsSurroundings(change: Change) {
    let spelled = Spelling.attribute.respell(Array(change.raw.utf8)[...], as: change.value)
    #expect(String(decoding: spelled, as: UTF8.self) == change.spelled)
  }

  private static let units = [
    "a", "b", "]", "]", "&gt;", "&amp;", "&#65;", "&#xD;", "&#xA;", "\n", "\r", "\r\n", "é",
    "&#233;",
    "😀", "&#x1F600;", "\"", "&quot;", "\t", " ",
  ]

  /// Whatever two values share at both ends, new spelling reads back, and never spells `]]>`.
  @Test(arguments: Seeded.seeds(20))
  func respellReadsBack(seed: UInt64) {
    var random = Seeded(seed)
    for place in [Spelling.text, .text(newline: Self.crlf), .attribute] {
      for _ in 0..<50 {
        let raw = Array((0..<random.below(7)).map { _ in random.pick(Self.units) }.joined().utf8)
        let other = Array((0..<random.below(4)).map { _ in random.pick(Self.units) }.joined().utf8)
        var value = Spelling.sound(place.value(of: raw[...]))
        let cut = random.below(value.count + 1)
        value.replaceSubrange(cut..<min(value.count, cut + random.below(3)), with: other)
        let wanted = String(
          decoding: Spelling.sound(String(decoding: value, as: UTF8.self)), as: UTF8.self)
        let spelled = place.respell(raw[...], as: wanted)
        let message: Comment =
          "seed \(seed): \(String(decoding: raw, as: UTF8.self).debugDescription)"
        #expect(place.value(of: spelled[...]).utf8.elementsEqual(wanted.utf8), message)
        #expect(place.place == .attribute || !hasSectionEnd(spelled), message)
        #expect(
          place.respell(raw[...], as: place.value(of: raw[...])) == raw,
          message)
      }
    }
  }
}
