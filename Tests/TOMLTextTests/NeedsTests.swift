import TOMLText
import Testing

@Suite("A caller gets what it needs, or the place and name of what it cannot use")
struct NeedsTests {
  private let table: TOMLTable

  init() throws {
    let text = """
      text = 'a'
      whole = 7
      part = 0.5
      day = 2024-02-29
      [table]
      on = true
      [[list]]
      [[list]]
      """
    table = try TOMLTable(Array(text.utf8))
  }

  private func fault<Value>(_ look: (TOMLTable) throws -> Value) -> String? {
    do {
      _ = try look(table)
      return nil
    } catch {
      return (error as? TOMLFault)?.sentence
    }
  }

  @Test func whatIsThereIsGiven() throws {
    #expect(try table.string("text") == "a")
    #expect(try table.integer("whole") == 7)
    #expect(try table.number("whole") == 7 && table.number("part") == 0.5)
    #expect(try table.moment("day")?.date?.month == 2)
    #expect(try table.table("table")?.boolean("on") == true)
    #expect(try table.array("list")?.count == 2)
  }

  @Test func whatIsNotThereIsNil() throws {
    #expect(try table.string("x") == nil && table.integer("x") == nil && table.number("x") == nil)
    #expect(try table.boolean("x") == nil && table.moment("x") == nil && table.array("x") == nil)
    #expect(try table.table("x") == nil)
  }

  @Test func whatIsSomethingElseIsNamed() {
    #expect(fault { try $0.string("whole") } == "line 2, column 9: 'whole' needs a text in quotes")
    #expect(fault { try $0.integer("part") } == "line 3, column 8: 'part' needs a whole number")
    #expect(fault { try $0.number("text") } == "line 1, column 8: 'text' needs a number")
    #expect(fault { try $0.boolean("text") } == "line 1, column 8: 'text' needs true or false")
    #expect(fault { try $0.moment("text") } == "line 1, column 8: 'text' needs a date or a time")
    #expect(fault { try $0.array("table") } == "line 5, column 2: 'table' needs a list in [ ]")
    #expect(
      fault { try $0.table("day") } == "line 4, column 7: 'day' needs a table, as [day] or in { }")
  }

  @Test func aNameNobodyKnowsIsNamed() throws {
    let known = ["text", "whole", "part", "table", "list"]
    #expect(
      fault { try $0.refuseNames(besides: known, "setting") }
        == "line 4, column 1: there is no setting 'day'; there are text, whole, part, table, list")
    try table.refuseNames(besides: known + ["day"], "setting")
  }
}
