import Testing

@testable import Widgets

@Suite struct TextModelTests {
  @Test func typingIsOneStepOfUndo() {
    var text = TextModel("ab")
    for letter in "cde" { text.insert(String(letter)) }
    #expect(text.text == "abcde")
    text.undo()
    #expect(text.text == "ab")
    text.redo()
    #expect(text.text == "abcde")
  }

  @Test func movingBetweenMakesTwoSteps() {
    var text = TextModel("")
    text.insert("a")
    text.move(.left)
    text.insert("b")
    text.undo()
    #expect(text.text == "a")
    text.undo()
    #expect(text.text == "")
  }

  @Test func wordsAreFoundBothWays() {
    var text = TextModel("one two_three  four")
    text.move(.wordLeft)
    #expect(text.cursor == 15)
    text.move(.wordLeft)
    #expect(text.cursor == 4)
    text.move(.wordRight)
    #expect(text.cursor == 13)
    #expect(text.erase(.wordLeft) == "two_three")
    #expect(text.text == "one   four")
  }

  @Test func aSelectionIsReplaced() {
    var text = TextModel("hello")
    text.move(.lineStart)
    text.move(.right, selecting: true)
    text.move(.right, selecting: true)
    #expect(text.selectedText == "he")
    text.insert("J")
    #expect(text.text == "Jllo")
    text.selectAll()
    text.erase(.left)
    #expect(text.isEmpty)
  }

  @Test func oneLineTakesNoLineEnds() {
    var text = TextModel("")
    text.insert("a\r\nb\nc\u{7}")
    #expect(text.text == "a b c")
  }

  @Test func upAndDownKeepTheirColumn() {
    var text = TextModel("long line\nx\nanother", isMultiline: true)
    text.move(.lineEnd)
    text.move(.down(1))
    #expect(text.place(of: text.cursor).column == 1)
    text.move(.down(1))
    #expect(text.place(of: text.cursor) == (2, 7))
    text.move(.up(2))
    #expect(text.place(of: text.cursor) == (0, 9))
  }

  @Test func wideCharactersCountAsOne() {
    var text = TextModel("日本e\u{301}")
    #expect(text.cursor == 3)
    text.erase(.left)
    #expect(text.text == "日本")
  }

  /// Random edits never leave the cursor outside, and undoing all of them gives the text back.
  @Test func randomEditsCanAllBeUndone() {
    var random = SystemRandomNumberGenerator()
    let motions: [TextMotion] = [
      .left, .right, .wordLeft, .wordRight, .lineStart, .lineEnd, .up(1), .down(3), .textEnd,
    ]
    for _ in 0..<300 {
      let start = "first line\nsecond\n\nfourth"
      var text = TextModel(start, isMultiline: true)
      for _ in 0..<60 {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: text.insert(["x", "yz", "\n", "é"].randomElement(using: &random) ?? "x")
        case 1: text.erase(motions.randomElement(using: &random) ?? .left)
        case 2: text.move(motions.randomElement(using: &random) ?? .left, selecting: true)
        case 3: text.undo()
        default: text.move(motions.randomElement(using: &random) ?? .left)
        }
        #expect((0...text.characters.count).contains(text.cursor))
      }
      while text.undo() {}
      #expect(text.text == start)
    }
  }
}
