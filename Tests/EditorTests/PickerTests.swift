import Testing

@testable import Editor

@Suite("A list is filtered as one types")
struct PickerTests {
  private func picker(_ items: [Picker.Item], filter: String = "") -> Picker {
    var picker = Picker(title: "", items: items)
    picker.setFilter(TextModel(filter))
    return picker
  }

  private func item(
    _ title: String, detail: String = "", synonyms: String = "", section: String = ""
  ) -> Picker.Item {
    Picker.Item(title: title, detail: detail, synonyms: synonyms, section: section) { _ in [] }
  }

  /// What the filter leaves, the letters it found in capitals between brackets.
  private func found(_ items: [Picker.Item], _ filter: String) -> [String] {
    let picker = picker(items, filter: filter)
    return picker.matches.map { index in
      let letters = picker.letters(of: index)
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

  /// Headings stand over the sections while nothing is typed; any window of lines is a part of all.
  @Test func linesHaveHeadings() {
    let items = ["a", "a", "", "b", "b", "a"].map { item("title", section: $0) }
    var list = picker(items)
    let all: [Picker.Line] = [
      .heading("a"), .match(0), .match(1), .match(2), .heading("b"), .match(3), .match(4),
      .heading("a"), .match(5),
    ]
    for first in 0...all.count {
      for count in 0...all.count {
        #expect(list.lines(from: first, count: count) == Array(all.dropFirst(first).prefix(count)))
      }
    }
    for match in items.indices {
      #expect(list.selectedLine == all.firstIndex(of: .match(match)))
      list.move(by: 1)
    }
    #expect(picker(items, filter: "t").lines(from: 4, count: 9) == [.match(4), .match(5)])
  }
}
