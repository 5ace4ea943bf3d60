import Testing

@testable import Conditions

/// Queries that can be read, and what is wrong with others.
@Suite struct WQLTests {
  @Test(arguments: [
    "select * from Win32_Battery",
    "SELECT * FROM Win32_OperatingSystem WHERE Version like '6.1%' AND OSType=18 AND ProductType=1",
    "select * from Win32_LogicalDisk where DriveType=3 and DeviceID != 'X:' and FileSystem = 'NTFS'",
    "Select * from Win32_ComputerSystem where PCSystemType= \"3\" or PCSystemType= \"1\"",
    "select __relpath from win32_process where caption = 'explorer.exe'",
    "select a, b.c from X where not (a is null or b is not null) and c isa 'D'",
    "select * from X where a <> 'it\\'s' and 1 < b and c not like \"x[a-z]_\"",
    "select * from X where Name = %OSDComputerName%",
    "select * from X where 'a' = b", "associators of {Win32_X.Id='1'} where ResultClass = Y",
    "SELECT * FROM X WHERE ((Version like '10.0.%' AND B>='17763') OR (V like '10.[1-9]%')) AND C>1",
  ])
  func reads(_ query: String) {
    #expect(throws: Never.self) { try WQL.patterns(of: query) }
  }

  @Test(arguments: [
    ("", 0, "SELECT must stand here"), ("select from X", 7, "* or a property must stand here"),
    ("select * Win32_X", 9, "FROM must stand here"),
    ("select * from", 13, "a class must stand here"),
    ("select * from X were a = 1", 16, "WHERE, AND, OR or nothing must stand here"),
    ("select * from X where a = 'b", 26, "this quote is not closed"),
    ("select * from X where a = ", 26, "a value (text in quotes) must stand here"),
    ("select * from X where a == 1", 25, "a value (text in quotes) must stand here"),
    ("select * from X where a ! 1", 24, "=, !=, <, <=, >, >=, LIKE, ISA or IS must stand here"),
    ("select * from X where a like b", 29, "a pattern in quotes must stand here"),
    ("select * from X where (a = 1", 28, ") must stand here"),
    ("select * from X order by a", 16, "nothing (WQL has no ORDER BY) must stand here"),
  ])
  func points(_ query: String, _ position: Int, _ reason: String) {
    #expect(throws: WQL.Fault(position: position, reason: reason)) {
      try WQL.patterns(of: query)
    }
  }

  @Test func findsPatterns() throws {
    let query = "select * from X where a like 'x%' and (b like 'y' or c = 'z')"
    #expect(try WQL.patterns(of: query) == ["x%", "y"])
  }
}
