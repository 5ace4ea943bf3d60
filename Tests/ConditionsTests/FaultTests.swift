import Conditions
import TestSupport
import Testing

/// Every fault has a place and says what could stand there.
@Suite struct FaultTests {
  @Test(arguments: [
    ("PHASE", 5, "=, !=, <, <=, >, >=, like, not like, exists or not exists must stand here"),
    ("PHASE =", 7, "a value must stand here"),
    ("PHASE = and", 8, "a value must stand in the place of “and”; quotes make it a value"),
    (
      "PHASE = new computer", 12,
      "“and” or “or” must stand in the place of “computer”; a value with blanks needs quotes"
    ),
    ("é = \"x", 4, "this quote is not closed"),
    ("any(a=1", 7, "a comma or “)” must stand here"),
    ("a=1)", 3, "there is no “(” for this “)”"),
    ("a=1, b=2", 3, "a comma stands only inside all(…), any(…) or none(…); write “and” or “or”"),
    ("! a=1", 0, "“!” stands only in “!=”; write “not”"),
    ("a = \"`x\"", 5, "after a backtick stands n, t, r, u{…} or a second backtick"),
    (
      "file x newer than soon", 18,
      "a date such as 2024-01-31 or 2024-01-31T18:00:00 (UTC) must stand in the place of “soon”"
    ),
    (
      "file C:\\Program Files\\x", 16,
      "“exists”, “newer than” or “older than” must stand in the place of “Files\\x”; a path with blanks needs quotes"
    ),
    ("xml \"<step/>\"", 4, "<step> cannot stand inside a condition"),
    (
      "registry HKLM\\A \"b\" like c", 25,
      "the registry knows no “like”; there are = != < <= > >= and exists"
    ),
  ])
  func points(_ text: String, _ position: Int, _ reason: String) {
    #expect(throws: (any Error).self) { try ConditionText.parse(text) }
    do throws(ConditionFault) { _ = try ConditionText.parse(text) } catch {
      #expect(error.position == position && error.reason == reason, "\(text): \(error)")
    }
  }

  /// Pieces of the language in any order, cut anywhere.
  @Test func randomTextsNeverCrash() {
    let pieces = [
      "and", "or", "not", "(", ")", ",", "any(", "all(", "none(", "a", "=", "!=", "like", "exists",
      "\"x\"", "\"", "'", "`n", "wmi", "file", "folder", "registry", "HKLM\\A", "os", "language",
      "software", "any version", "expression", "xml", "\"<a/>\"", "with", "newer than",
      "2024-01-31", "version", ">=", "!", "\u{0}", "\u{301}", "é", "🧪", "\r\n", "always", "in",
      "to", "x64", "when", "ignoring errors", "\"a\"\"b\"", "u{", "}", "-eq",
    ]
    var faults = 0
    for seed in Seeded.seeds(5_000) {
      var random = Seeded(seed)
      var text = ""
      for _ in 0..<random.below(14) {
        text += random.pick(pieces) + (random.chance(70) ? " " : "")
      }
      if random.chance(20) { text = String(text.shuffled(using: &random)) }
      _ = ConditionText.expectations(after: text)
      do throws(ConditionFault) {
        let operand = try ConditionText.parse(text)
        let best = ConditionText.format(operand)
        #expect((try? ConditionText.parse(best)) == .some(operand), "seed \(seed): \(text)")
      } catch {
        faults += 1
        #expect((0...text.count).contains(error.position), "seed \(seed): \(text)")
        #expect(!error.reason.isEmpty)
      }
    }
    #expect(faults > 2_000)
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: ConditionFault.self) { try ConditionText.parse(deep) }
    #expect(throws: ConditionFault.self) {
      try ConditionText.parse(String(repeating: "not ", count: 100_000) + "a=1")
    }
  }
}
