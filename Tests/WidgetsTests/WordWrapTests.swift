import Testing

@testable import Widgets

@Suite struct WordWrapTests {
  @Test(arguments: [
    ("", 10, [""]), ("one two", 10, ["one two"]), ("one two three", 7, ["one two", "three"]),
    ("one  two", 4, ["one ", "two"]), ("unbreakable", 4, ["unbreakable"]),
    ("a b c d e f g", 3, ["a b", "c d", "e f g"]), ("測試 測試 x", 5, ["測試", "測試", "x"]),
  ])
  func breaksBetweenWords(text: String, width: Int, lines: [String]) {
    #expect(WordWrap.lines(of: text, width: width, limit: 3) == lines)
  }
}
