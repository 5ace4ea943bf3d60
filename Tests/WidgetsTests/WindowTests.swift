import Appearance
import Screen
import Testing

@testable import Widgets

/// Questions and windows: what they answer, and what is seen of them.
@Suite struct WindowTests {
  private let screen = Size(width: 50, height: 12)

  private func drawn(_ draw: (inout Buffer) -> Point?) -> (lines: [Substring], cursor: Point?) {
    var buffer = Buffer(size: screen)
    let cursor = draw(&buffer)
    return (buffer.plainText.split(separator: "\n", omittingEmptySubsequences: false), cursor)
  }

  private func drawn(_ window: TextWindow<String>) -> (lines: [Substring], cursor: Point?) {
    drawn { window.draw(into: &$0, .probe) }
  }

  // MARK: Questions

  @Test func aKeyAnswersAQuestion() throws {
    let question = Question(
      title: "Save?", lines: ["One edit."],
      choices: [
        .init(key: "s", label: "save", action: 1), .init(key: "S", label: "all", action: 2),
      ],
      escape: ("stay", 3))
    func action(_ keys: String) throws -> Int? {
      question.choice(for: try #require(Key.parse(keys).first))?.action
    }
    #expect(try action("s") == 1)
    #expect(try action("S") == 2)
    #expect(try action("x") == nil)
    #expect(try action("<C-s>") == nil)
    let (lines, cursor) = drawn { question.draw(into: &$0, .probe) }
    #expect(
      lines.contains { $0.contains(" Save? ") } && lines.contains { $0.contains("One edit.") })
    let first = try #require(lines.firstIndex { $0.contains("s    save") })
    #expect(lines[first + 2].contains("Esc  stay") && cursor?.y == first)
  }

  /// The bar begins on what takes nothing away; what takes something away stands last, what nothing
  /// brings back behind that; where there is nothing else the bar is on leaving.
  @Test func theBarBeginsOnWhatIsSafe() {
    typealias Choice = Question<Int>.Choice
    let all: [Choice] = [
      .init(key: "d", label: "discard", risk: .loss("It is gone."), action: 1),
      .init(key: "x", label: "remove", risk: .some, action: 2),
      .init(key: "s", label: "save", action: 3),
    ]
    for choices in [all, all.reversed(), [all[1], all[2], all[0]]] {
      var question = Question(title: "Well?", lines: [], choices: choices)
      #expect(question.choices.map(\.action) == [3, 2, 1])
      #expect(question.selectedChoice?.action == 3)
      question.move(by: -1)
      #expect(question.selectedChoice == nil, "leaving it is one of the answers")
      question.move(by: 1)
      #expect(question.selectedChoice?.action == 3)
      // Every answer is where it is drawn.
      let (lines, cursor) = drawn { question.draw(into: &$0, .probe) }
      for (index, answer) in question.answers.enumerated() {
        let y = lines.firstIndex { $0.contains("  \(answer.label)") } ?? 0
        #expect(question.answer(at: Point(x: 25, y: y), in: screen) == index)
      }
      #expect(cursor.flatMap { question.answer(at: $0, in: screen) } == 0)
    }
    let risky = Question(title: "Well?", lines: [], choices: Array(all.dropLast()))
    #expect(risky.selectedChoice == nil)
  }

  @Test func withoutAnEscapeOneCancels() {
    let question = Question(
      title: "Well?", lines: [], choices: [.init(key: "a", label: "b", action: 1)])
    #expect(
      drawn { question.draw(into: &$0, .probe) }.lines.contains { $0.contains("Esc  cancel") })
  }

  // MARK: Texts to read

  @Test func aTextScrollsAndStaysInside() {
    var viewer = Viewer<Int>(
      title: "Text", text: (1...30).map { "line \($0)" }.joined(separator: "\n"))
    func first() -> Substring { drawn { viewer.draw(into: &$0, .probe) }.lines[2] }
    #expect(viewer.isLong(in: screen) && viewer.page(in: screen) == 6)
    #expect(first().contains("line 1 "))
    viewer.scroll(by: 6, in: screen)
    #expect(first().contains("line 7 "))
    viewer.scroll(by: 100, in: screen)
    #expect(first().contains("line 24"))
    #expect(drawn { viewer.draw(into: &$0, .probe) }.lines.contains { $0.contains(" 30/30 ") })
    viewer.scrollSideways(by: 5)
    #expect(!first().contains("line") && first().contains("24"))
    viewer.scrollSideways(by: -100)
    viewer.scroll(by: -100, in: screen)
    #expect(first().contains("line 1 "))
    #expect(!Viewer<Int>(title: "", text: "short").isLong(in: screen))
  }

  @Test func piecesKeepTheirLooks() {
    let viewer = Viewer<Int>(
      title: "",
      lines: [[TextPiece(text: "+ ", role: .diffAdded), TextPiece(text: "x", role: .text)]])
    var buffer = Buffer(size: screen)
    let origin = viewer.draw(into: &buffer, .probe)
    let start = origin ?? .origin
    #expect(buffer[start].style.foreground == Theme.probe[.diffAdded].foreground)
    #expect(
      buffer[Point(x: start.x + 2, y: start.y)].style.foreground == Theme.probe[.dialog].foreground)
  }

  // MARK: Texts to edit

  @Test func aTextWindowFollowsItsCursor() {
    var window = TextWindow(
      title: "Lines", text: (1...30).map { "line \($0)" }.joined(separator: "\n"), accepts: { $0 })
    #expect(!window.isChanged)
    window.text.move(.textEnd)
    window.settle(in: screen)
    let (lines, cursor) = drawn(window)
    #expect(lines.contains { $0.contains("line 30") } && cursor?.y == screen.height - 4)
    #expect(lines.contains { $0.contains(" line 30, column 8 ") })
    window.text.insert("!")
    #expect(window.isChanged && window.accepts(window.text.text).hasSuffix("line 30!"))
    window.text.undo()
    #expect(!window.isChanged)
  }
}
