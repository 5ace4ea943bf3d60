import Testing

@testable import Operations

/// A line that makes no sense is refused where it stops making sense, with what could stand there.
@Suite struct FaultTests {
  private static let faults: [(line: String, position: Int, reason: String)] = [
    ("disable", 7, "“sequence” or a path such as “Group/Step” must stand here"),
    ("disable A B", 10, "a comma or the end of the line must stand in the place of “B”"),
    ("rename A", 8, "a comma or “to” must stand here"),
    (
      "rename A to up", 12,
      "a name must stand in the place of “up”; quotes make it a value"
    ),
    ("set A \"Time-out\" 15", 17, "“=” must stand in the place of “15”"),
    (
      "move A sideways", 7,
      "a comma, “up”, “down”, “out”, “in”, “before”, “after”, “first” or “into” must stand in the place of “sideways”"
    ),
    ("set \"A", 4, "this quote is not closed"),
    ("condition A x = ", 16, "a value must stand here"),
    ("condition A", 11, "a condition, “and” or “none” must stand here"),
    ("condition A and always", 16, "a condition that always holds cannot be added"),
    ("rows A set 0 (a = b)", 11, "a row must stand in the place of “0”"),
    ("rows A add a = b", 11, "“(” must stand in the place of “a”"),
    ("rows A add (a = b", 17, "a comma or “)” must stand here"),
    ("expression 1 of A into B", 23, "“condition” must stand in the place of “B”"),
  ]

  @Test(arguments: faults)
  func isToldAtItsPlace(_ fault: (line: String, position: Int, reason: String)) {
    do throws(OperationFault) {
      _ = try OperationVerbs.read(fault.line)
      Issue.record("“\(fault.line)” was read")
    } catch {
      #expect(error.position == fault.position, "\(fault.line)")
      #expect(error.reason == fault.reason, "\(fault.line)")
    }
  }

  @Test func anUnknownVerbIsAnsweredWithThoseThereAre() throws {
    do throws(OperationFault) {
      _ = try OperationVerbs.read("frobnicate A")
      Issue.record("it was read")
    } catch {
      #expect(error.position == 0)
      #expect(error.expected.contains("“add group”") && error.expected.contains("“use”"))
      #expect(error.sentence.hasPrefix("column 1: “add”, “add group”, "))
    }
  }
}
