import Testing

@testable import Editor

@Suite struct SearchTests {
  @Test(arguments: [
    ("Restart", "START", 2..<7), ("Restart", "x", nil), ("測試 Gather", "gat", 5..<8),
    ("ab", "abc", nil), ("", "a", nil),
  ])
  func aHitIsMarkedWhereItStands(name: String, query: String, columns: Range<Int>?) {
    var search = Search()
    search.query = query
    #expect(search.columns(in: name) == columns)
  }
}
