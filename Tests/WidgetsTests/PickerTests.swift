import Appearance
import Screen
import Testing

@testable import Widgets

@Suite("A list is filtered as one types")
struct PickerTests {
  private func picker(_ items: [Picker<Int>.Item], filter: String = "") -> Picker<Int> {
    var picker = Picker(title: "Pick", items: items)
    picker.filter = TextModel(filter)
    return picker
  }

  private func item(
    _ title: String, detail: String = "", synonyms: String = "", section: String = "",
    refusal: String? = nil, answers answer: Int = 0
  ) -> Picker<Int>.Item {
    Picker.Item(
      title: title, detail: detail, synonyms: synonyms, section: section, refusal: refusal,
      action: answer)
  }

  /// What the filter leaves, the letters it found in capitals between brackets.
  private func found(_ items: [Picker<Int>.Item], _ filter: String) -> [String] {
    let picker = picker(items, filter: filter)
    return picker.matches.map { index in
      let letters = picker.rows.letters(of: index)
      return items[index].title.enumerated().map { place, letter in
        letters.contains(place) ? "[\(letter)]" : "\(letter)"
      }.joined()
    }
  }

  @Test func wholeWordsComeFirstThenBeginningsThenParts() {
    let items = ["Superviewer", "Viewers", "My viewer", "Valve opener"].map { item($0) }
    #expect(
      found(items, "VIEWER") == [
        "My [v][i][e][w][e][r]", "[V][i][e][w][e][r]s", "Super[v][i][e][w][e][r]",
      ])
    #expect(found(items, "vo") == ["[V]alve [o]pener"], "letters at the beginnings of words")
    #expect(found(items, "view my") == ["[M][y] [v][i][e][w]er"])
    #expect(found(items, "zz").isEmpty)
  }

  /// Texts of one byte a character and others are searched in different ways.
  @Test func lettersBeyondASCIIAreFound() {
    let items = ["Größe L", "Grosse L", "İİ Groß", "Gr\r\nO"].map { item($0) }
    #expect(found(items, "größe") == ["[G][r][ö][ß][e] L"])
    #expect(found(items, "gr").count == 4)
    #expect(found(items, "l") == ["Größe [L]", "Grosse [L]"])
  }

  @Test func otherWordsAreFoundAndMarkNoLetters() {
    let items = [item("Restart", synonyms: "reboot"), item("Tools", detail: "4.1 ABC00001")]
    #expect(found(items, "reboot") == ["Restart"])
    #expect(found(items, "abc00001") == ["Tools"])
    #expect(found(items, "restart") == ["[R][e][s][t][a][r][t]"])
  }

  /// What is long about an item never cuts its name while a quarter of the row is left to it.
  @Test(arguments: [10, 28, 40, 50]) func namesAreWhole(length: Int) {
    let name = String(repeating: "n", count: length)
    let picker = picker([item(name, detail: "{\(String(repeating: "0", count: 36))}")])
    var buffer = Buffer(size: Size(width: 80, height: 24))
    _ = picker.draw(into: &buffer, Theme.probe)
    #expect(buffer.plainText.contains(" \(name) "), "\(buffer.plainText)")
    #expect(buffer.plainText.contains("{000"))
  }

  /// Headings stand over the sections while nothing is typed; any window of lines is a part of all.
  @Test func linesHaveHeadings() {
    let items = ["a", "a", "", "b", "b", "a"].map { item("title", section: $0) }
    var list = picker(items)
    let all: [FilteredRows.Line] = [
      .heading("a"), .match(0), .match(1), .match(2), .heading("b"), .match(3), .match(4),
      .heading("a"), .match(5),
    ]
    for first in 0...all.count {
      for count in 0...all.count {
        #expect(
          list.rows.lines(from: first, count: count) == Array(all.dropFirst(first).prefix(count)))
      }
    }
    for match in items.indices {
      #expect(list.rows.selectedLine == all.firstIndex(of: .match(match)))
      list.move(by: 1)
    }
    #expect(picker(items, filter: "t").rows.lines(from: 4, count: 9) == [.match(4), .match(5)])
  }

  // MARK: Choosing

  @Test func whatIsChosenAnswers() {
    var list = picker(["a", "b", "c"].enumerated().map { item($1, answers: $0) })
    #expect(list.answer == 0)
    list.move(by: 5)
    #expect(list.answer == 2 && list.selectedItem?.title == "c")
    list.filter = TextModel("b")
    #expect(list.answer == 1)
    list.filter = TextModel("z")
    #expect(list.answer == nil && list.selectedItem == nil)
  }

  @Test func severalAnswerWhereSeveralCanBeChosen() {
    var list = picker(["a", "b", "c"].enumerated().map { item($1, answers: $0) })
    list.mark()
    #expect(list.marks.isEmpty && list.answer == 1, "it goes on and marks nothing")
    list.acceptsSeveral = { $0.reduce(0) { $0 * 10 + $1 + 1 } }
    list.mark()
    list.mark()
    #expect(list.marks == [1, 2] && list.answer == 23)
    list.move(by: -1)
    list.mark()
    #expect(list.answer == 3, "a second time takes the mark away")
  }

  // MARK: On a screen

  private let screen = Size(width: 60, height: 12)

  private func drawn(_ list: Picker<Int>) -> [Substring] {
    var buffer = Buffer(size: screen)
    _ = list.draw(into: &buffer, .probe)
    return buffer.plainText.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func theSelectedItemIsInSight() {
    var list = picker((1...40).map { item("item \($0)", answers: $0) })
    for count in [1, 20, 40, -3, -100] {
      list.move(by: count)
      list.settle(in: screen)
      let title = list.selectedItem?.title ?? ""
      #expect(drawn(list).contains { $0.contains("› \(title) ") }, "\(title)")
    }
    #expect(list.page(in: screen) == 5)
  }

  @Test func aClickHitsTheMatchThatIsShownThere() throws {
    var list = picker(["a", "b", "c"].map { item($0, section: $0) })
    list.settle(in: screen)
    let lines = drawn(list)
    for (match, title) in ["a", "b", "c"].enumerated() {
      let y = try #require(lines.lastIndex { $0.contains(" \(title) ") })
      #expect(list.match(at: Point(x: 20, y: y), in: screen) == match)
      #expect(list.match(at: Point(x: 20, y: y - 1), in: screen) == nil, "a heading")
    }
    #expect(list.match(at: Point(x: 0, y: 0), in: screen) == nil)
  }

  @Test func whatCannotBeChosenSaysWhy() {
    let list = picker([item("Undo", detail: "the last edit", refusal: "nothing was done")])
    #expect(drawn(list).contains { $0.contains("– nothing was done") })
    #expect(list.remark(width: 40) == "the last edit")
  }
}
