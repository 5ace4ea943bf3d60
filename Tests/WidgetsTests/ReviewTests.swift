import Appearance
import Screen
import Testing

@testable import Widgets

@Suite struct ReviewTests {
  private let screen = Size(width: 70, height: 14)

  private func review(_ count: Int) -> Review<Int> {
    Review(title: "Changes", choices: "plain text", changes: Array(0..<count)) {
      ChangeRow(name: "Step \($0)", place: "name", old: "old \($0)", new: "new \($0)")
    }
  }

  private func drawn(_ review: Review<Int>, trail: [String] = []) -> String {
    var buffer = Buffer(size: screen)
    _ = review.draw(into: &buffer, .probe, trail: trail)
    return buffer.plainText
  }

  @Test func onlyWhatIsSwitchedOnIsChosen() {
    var review = review(3)
    #expect(review.chosen == [0, 1, 2] && review.focused == 0)
    review.toggle()
    #expect(review.chosen == [1, 2] && review.focused == 1, "it goes on to the next")
    review.setAll(false)
    review.toggle()
    #expect(review.chosen == [1])
    review.setAll(true)
    #expect(review.chosen == [0, 1, 2])
    review.move(by: -9)
    #expect(review.focused == 0)
  }

  @Test func nothingIsChosenOfNothing() {
    var review = review(0)
    review.toggle()
    review.move(by: 1)
    #expect(review.chosen.isEmpty && review.focused == nil)
    #expect(drawn(review).contains("Nothing fits."))
  }

  @Test func theChangeUnderTheCursorIsInSight() {
    var review = review(30)
    review.move(by: 20)
    review.settle(in: screen)
    let screen = drawn(review, trail: ["Install", "Step 20"])
    #expect(screen.contains("[x] Step 20") && screen.contains(" Install › Step 20 "))
    #expect(screen.contains("- old 20") && screen.contains("+ new 20"))
    #expect(screen.contains(" 30 of 30 ") && screen.contains("plain text"))
  }

  @Test(arguments: [
    ("run a", "run b", 8, "run ", "a", "b", ""),
    ("C:\\Tools\\old\\run.cmd", "C:\\Tools\\new\\run.cmd", 4, "…ols\\", "old", "new", "\\run…"),
    ("", "x", 3, "", "", "x", ""), ("aa", "a", 3, "a", "a", "", ""),
  ])
  func anExcerptIsWhatDiffers(
    _ before: String, _ after: String, around count: Int, head: String, old: String, new: String,
    tail: String
  ) {
    let row = ChangeRow(name: "", place: "", old: before, new: after)
    #expect(row.excerpt(around: count) == (head, old, new, tail))
  }
}
