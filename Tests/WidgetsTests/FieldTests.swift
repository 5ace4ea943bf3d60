import Appearance
import Screen
import Testing

@testable import Widgets

/// Lines of text, forms, and what pops up beside a cursor.
@Suite struct FieldTests {
  private func row(_ width: Int, _ draw: (inout Buffer, Rect) -> Point?) -> (String, Point?) {
    var buffer = Buffer(size: Size(width: width, height: 1))
    let cursor = draw(&buffer, buffer.bounds)
    return (buffer.plainText, cursor)
  }

  // MARK: Line fields

  private func field(_ text: TextModel, _ width: Int, isSecret: Bool = false) -> (String, Point?) {
    row(width) { buffer, area in
      LineField(text, isSecret: isSecret).draw(into: &buffer, area, Style(), Style())
    }
  }

  @Test func theCursorIsInside() {
    var text = TextModel("a long line")
    #expect(field(text, 6) == (" line\n", Point(x: 5, y: 0)))
    text.move(.textStart)
    #expect(field(text, 6) == ("a long\n", Point(x: 0, y: 0)))
    text = TextModel("日本")
    #expect(field(text, 9).1 == Point(x: 4, y: 0), "a wide character takes two columns")
  }

  @Test func aSecretIsNotShown() {
    #expect(field(TextModel("pass"), 9, isSecret: true).0 == "••••\n")
  }

  @Test func theSelectionStandsOut() {
    var text = TextModel("abc")
    text.move(.left, selecting: true)
    var buffer = Buffer(size: Size(width: 5, height: 1))
    LineField(text).draw(
      into: &buffer, buffer.bounds, Theme.probe[.field], Theme.probe[.fieldSelection])
    let looks = (0..<4).map { buffer[Point(x: $0, y: 0)].style.foreground }
    let (plain, selected) = (
      Theme.probe[.field].foreground, Theme.probe[.fieldSelection].foreground
    )
    #expect(looks == [plain, plain, selected, plain])
  }

  // MARK: Forms

  private func form(
    _ field: FormField, labels: [String] = ["Name", "Description"], isSelected: Bool = false,
    edit: LineField? = nil
  ) -> (String, Point?) {
    row(60) { buffer, area in
      Form(labels: labels, width: 60, theme: .probe).draw(
        .field(field), into: &buffer, area, isSelected: isSelected, edit: edit)
    }
  }

  @Test func valuesLineUp() {
    let (text, cursor) = form(
      FormField(label: "Name", value: "Restart", note: "of Windows", column: .shared))
    #expect(text == "Name         Restart  of Windows\n" && cursor == Point(x: 13, y: 0))
    #expect(
      form(FormField(label: "1", value: "a row", note: "", column: .number)).0 == "1   a row\n")
    #expect(
      form(FormField(label: "Add a variable …", value: "", note: "n", column: .own)).0
        == "Add a variable …  n\n")
  }

  @Test func theValueUnderTheCursorIsTypedInItsPlace() {
    let value = FormField(label: "Name", value: "Restart", note: "of Windows", column: .shared)
    let edit = LineField(TextModel("Reboot"))
    #expect(form(value, isSelected: true, edit: edit).0 == "Name         Reboot\n")
    #expect(form(value, edit: edit).0.contains("Restart"))
  }

  @Test func theCursorIsInARowThatHasAValueAlone() {
    for other in [FormRow.blank, .heading("Options"), .words("Said", .dim), .pieces([])] {
      let form = Form(labels: [], width: 60, theme: .probe)
      let (_, cursor) = row(60) { form.draw(other, into: &$0, $1, isSelected: true, edit: nil) }
      #expect(cursor == nil)
    }
  }

  // MARK: Suggestions

  private func suggested(at cursor: Point, above edge: Int? = nil) -> [Substring] {
    var buffer = Buffer(size: Size(width: 30, height: 8))
    Suggestions(rows: [("Site", "a site"), ("SiteCode", "")], typed: 2, selected: 1).draw(
      into: &buffer, at: cursor, above: edge, .probe)
    return buffer.plainText.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func namesPopUpWhereThereIsRoom() {
    #expect(suggested(at: Point(x: 5, y: 1))[2] == "   Site      a site")
    #expect(suggested(at: Point(x: 5, y: 6))[4] == "   Site      a site", "above the cursor")
    #expect(suggested(at: Point(x: 5, y: 6), above: 3)[1] == "   Site      a site")
    #expect(suggested(at: Point(x: 29, y: 1))[2].hasSuffix("a site"), "inside at the edge")
  }

  // MARK: Trails

  @Test(arguments: [
    (20, "Start › Disk › Wipe"), (16, "… › Disk › Wipe"), (10, "… › Wipe"), (3, "Wipe"),
  ])
  func aTrailKeepsItsEnd(width: Int, text: String) {
    #expect(Trail.text(["Start", "Disk", "Wipe"], width: width) == text)
  }

  @Test func theTrailOfTheTopIsEmpty() { #expect(Trail.text([], width: 10).isEmpty) }

  // MARK: Many lines

  @Test func anAreaShowsTheLinesAroundItsCursor() {
    var text = TextModel("one\ntwo\nthree\nfour", isMultiline: true)
    text.move(.textEnd)
    var buffer = Buffer(size: Size(width: 8, height: 2))
    let cursor = TextArea(text).draw(into: &buffer, buffer.bounds, top: 0, Style(), Style())
    #expect(buffer.plainText == "three\nfour\n" && cursor == Point(x: 4, y: 1))
    #expect(
      TextArea.top(5, showing: 2, height: 4) == 2 && TextArea.top(0, showing: 9, height: 4) == 6)
  }
}
