import TOMLText
import Testing

@Suite("No text is too deep or too long")
struct LimitTests {
  @Test(arguments: ["[", "{ a = ", "[ { b = "]) func valuesNestSoDeep(_ opening: String) {
    let deep = "a = " + String(repeating: opening, count: 100_000)
    #expect(outcome(deep).contains("nest too deep, more than 64"))
  }

  @Test func namesNestSoDeep() {
    let path = Array(repeating: "a", count: 65).joined(separator: ".")
    for text in ["[\(path)]", "[[\(path)]]", "\(path).a = 1", "[a.a]\nb = {\(path) = 1}"] {
      #expect(outcome(text).contains("nest too deep, more than 64"), "\(text)")
    }
    for text in ["[\(path.dropLast(2))]", "\(path) = 1"] {
      #expect(!outcome(text).contains("deep"), "\(text)")
    }
  }

  /// With steps that grow with the square of the length these take hours.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      { _ in "[[a]]\n" }, { _ in "[[a]]\n[a.b]\n" }, { "[a.k\($0)]\n" }, { "k\($0) = 1\n" },
      { "a.b.k\($0) = 1\n" }, { _ in "# é\r\n" },
    ] as [@Sendable (Int) -> String])
  func longTextsTakeTimeInProportion(_ line: @Sendable (Int) -> String) throws {
    _ = try TOMLTable((0..<100_000).flatMap { line($0).utf8 })
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("[", "1, ", "]"), ("{", "b.k#=1,", "z=1}"), ("\"", "\\né", "\""), ("'''", "''\n", "'''"),
      ("\"\"\"\\\n", " ", "\"\"\""), ("1.", "1", "1"), ("[", "\n#\n", "]"),
    ]) func longValuesTakeTimeInProportion(_ opening: String, _ piece: String, _ end: String) throws
  {
    let parts = piece.split(separator: "#", omittingEmptySubsequences: false)
    let isNumbered = piece.contains("k#")
    let middle = (0..<100_000).map { isNumbered ? parts.joined(separator: "\($0)") : piece }
    _ = try TOMLTable(Array("a = \(opening)\(middle.joined())\(end)".utf8))
  }
}
