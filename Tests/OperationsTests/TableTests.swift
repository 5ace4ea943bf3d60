import ObjectCatalog
import StepCatalog
import TaskSequence
import Testing

@testable import Operations

/// Rows of tables, their number and the list beside them.
@Suite struct TableTests {
  private static func apps(
    _ list: String, _ rows: [(Int, String)], count: String? = nil, action: String? = nil
  ) -> String {
    var variables = [
      ("*ApplicationName", "ApplicationName", list),
      ("*ContinueOnInstallError", "ContinueOnInstallError", "false"),
    ]
    if !rows.isEmpty { variables.append(("*OSDApp", "AppInfo", "\(rows.count)")) }
    if let count { variables.append(("OSDAppCount", "NumApps", count)) }
    for (row, id) in rows {
      variables += [
        ("OSDApp\(row)Description", "AppInfo\(row)Description", "Valid"),
        ("OSDApp\(row)DisplayName", "AppInfo\(row)DisplayName", "App \(id)"),
        ("OSDApp\(row)Name", "AppInfo\(row)Name", id),
      ]
    }
    return Bench.step(
      cm("InstallApplication"),
      action ?? "smsappinstall.exe /app:\(list) /basevar: /continueOnError:False", variables)
  }

  private static func rows(_ bench: Bench) throws -> [String?] {
    let node = bench.node()
    let type = try #require(StepTypes.shared.type(of: node, in: bench.document.dialect))
    return try #require(TableRows(of: node, type)).rows.map { $0["OSDApp#Name"] }
  }

  /// All values of a whole table.
  private static func isWhole(_ bench: Bench, _ ids: [String]) {
    #expect(bench.value("ApplicationName") == ids.joined(separator: ","))
    #expect(bench.action?.contains("/app:\(ids.joined(separator: ",")) ") == true)
    #expect(bench.value("OSDAppCount") == "\(ids.count)" && bench.value("OSDApp") == "\(ids.count)")
    for (row, id) in ids.enumerated() {
      #expect(bench.value("OSDApp\(row)Name") == id)
      #expect(bench.value("OSDApp\(row)Description") == "Valid")
    }
    #expect(bench.value("OSDApp\(ids.count)Name") == nil)
  }

  @Test func aListWithoutRows() throws {
    var bench = try Bench(Self.apps("A,B", [], count: "2"))
    #expect(try Self.rows(bench) == ["A", "B"])
    try bench.run("rows S add (Application = C)")
    Self.isWhole(bench, ["A", "B", "C"])
  }

  @Test func rowsWithAGap() throws {
    var bench = try Bench(Self.apps("A,C", [(0, "A"), (2, "C")], count: "2"))
    #expect(try Self.rows(bench) == ["A", "C"])
    try bench.run("rows S move 1 to 2")
    Self.isWhole(bench, ["C", "A"])
    #expect(bench.value("OSDApp0DisplayName") == "App C" && bench.value("OSDApp2Name") == nil)
  }

  @Test func aRowTheListDoesNotName() throws {
    var bench = try Bench(Self.apps("A", [(0, "A"), (1, "B")], count: "2"))
    #expect(try Self.rows(bench) == ["A"])
    try bench.run("rows S add (Application = C)")
    Self.isWhole(bench, ["A", "C"])
    #expect(bench.notes.contains("1 row that nothing read went."))
  }

  @Test(arguments: [
    "set S variable ApplicationName = \"A,C\"", "rewrite S value ApplicationName as \"A,C\"",
    "replace B with C in variables", "set S variable OSDApp1Name = C",
    "rows S set 2 (Application = C)",
    "use application C instead of application B",
  ])
  func rowsAndListFollowEachOther(_ line: String) throws {
    var catalog = Catalog()
    for id in ["A", "B", "C"] {
      catalog.add(CatalogObject(kind: .application, id: id, name: "App \(id)"))
    }
    var bench = try Bench(
      Self.apps("A,B", [(0, "A"), (1, "B")], count: "2"), knowing: catalog)
    try bench.run(line)
    Self.isWhole(bench, ["A", "C"])
    if !line.hasPrefix("use") { #expect(bench.value("OSDApp1DisplayName") == "App C", "\(line)") }
  }

  @Test func whatTheRowsDecideIsNotTyped() throws {
    let bench = try Bench(Self.apps("A,B", [(0, "A"), (1, "B")], count: "2"))
    for line in [
      "set S variable OSDAppCount = 7", "set S variable OSDApp2Name = C",
      "set S variable osdapp9name = C",
      "rewrite S value OSDAppCount as 3",
    ] {
      #expect(
        try bench.refusal(line)
          == "“Applications” of “S” counts its rows itself; add or remove one there", "\(line)")
    }
    #expect(try bench.refusal("clear S variable OSDApp1Name") == "Application is needed here")
    #expect(
      try bench.refusal("rewrite S variable OSDApp1Name as OSDApp2Name")
        == "OSDApp1Name is a setting of “S” and keeps its name")
  }

  @Test func aBaseVariableTakesThePlaceOfAll() throws {
    var bench = try Bench(Self.apps("A", [(0, "A")], count: "1"))
    try bench.run("set S \"Base variable name\" = APPS")
    #expect(bench.variables == ["*BaseVariableName=APPS", "*ContinueOnInstallError=false"])
    #expect(bench.action == "smsappinstall.exe /app: /basevar:APPS /continueOnError:False")
    try bench.run("rows S add (Application = B)")
    Self.isWhole(bench, ["B"])
    #expect(bench.value("BaseVariableName") == nil)
  }

  /// More rows than the number says are not read.
  @Test func volumesBeyondTheirNumber() throws {
    func volume(_ row: Int) -> [(String, String, String)] {
      [
        ("OSDPartitions\(row)Bootable", "Partitions\(row)Bootable", "false"),
        ("OSDPartitions\(row)Type", "Partitions\(row)Type", "PRIMARY"),
        ("OSDPartitions\(row)VolumeName", "Partitions\(row)VolumeName", "V\(row)"),
      ]
    }
    func bench(_ count: String, _ rows: [Int]) throws -> Bench {
      try Bench(
        Bench.step(
          cm("PartitionDisk"), "osddiskpart.exe",
          [("*OSDPartitions", "Partitions", count)] + rows.flatMap(volume)))
    }
    var many = try bench("1", [0, 1])
    try many.run("rows S set 1 (\"Volume name\" = W)")
    #expect(many.value("OSDPartitions") == "1" && many.value("OSDPartitions1Type") == nil)
    #expect(many.notes.contains("1 row that nothing read went."))
    var gap = try bench("2", [0, 2])
    try gap.run("rows S set 2 (\"Volume name\" = W)")
    #expect(gap.value("OSDPartitions1VolumeName") == "W" && gap.value("OSDPartitions2Type") == nil)
    var few = try bench("5", [0, 1])
    try few.run("rows S remove 1")
    #expect(few.value("OSDPartitions") == "1" && few.value("OSDPartitions0VolumeName") == "V1")
  }
}
