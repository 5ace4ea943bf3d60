import TaskSequence
import TestSupport
import Testing

@testable import ObjectCatalog

/// What the user states of objects, as a table keeps it.
@Suite struct StatementTests {
  @Test(arguments: Seeded.seeds(100))
  func aMomentIsReadAsItWasWritten(seed: UInt64) {
    var seeded = Seeded(seed)
    let moment = Int64(seeded.below(4_000_000_000))
    #expect(Moment.seconds(of: Moment.text(moment)) == moment, "\(Moment.text(moment))")
    let day = Moment.date(moment)
    let end = Moment.seconds(of: day) ?? 0
    #expect(end >= moment && end - moment < 86400 && Moment.date(end) == day, "\(day)")
  }

  @Test func moments() {
    #expect(Moment.text(951_782_400) == "2000-02-29T00:00:00Z")
    #expect(Moment.date(0) == "1970-01-01")
    #expect(Moment.seconds(of: "1970-01-02 00:01") == 86460)
    for text in ["", "soon", "2026-13-01", "2026-11", "30.11.2026", "2026-11-30Tx"] {
      #expect(Moment.seconds(of: text) == nil, "\(text)")
    }
  }

  /// A table that grows line by line says all that was stated, whatever the names hold.
  @Test(arguments: Seeded.seeds(30))
  func aTableSaysWhatWasStated(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let heads = [
      nil, "Kind,Id,Name,Version,Date,Folder\n", "Folder;Note;Date;Version;Name;Id;Kind",
      "\u{FEFF}Kind\tId\tName\tVersion\tDate\tFolder\r\n",
    ]
    var table = seeded.pick(heads).map { Array($0.utf8) }
    var stated: [Statement] = []
    for _ in 0..<6 {
      let name = seeded.pick(["Tools", "A, \"B\"; C", "\"", "Größe\t7", ""])
      let kind = seeded.pick(ReferenceKind.allCases)
      let statement = Statement(
        CatalogObject(kind: kind, id: "ABC\(seeded.below(99))", name: name, version: "1,0"),
        at: Int64(seeded.below(2_000_000_000)), folder: seeded.pick(["", "/srv/a b", "/x,y"]))
      table = Array(try statement.added(to: table).utf8)
      stated.append(statement)
    }
    let found = Statement.read(table ?? [])
    #expect(found.statements == stated && found.faults.isEmpty, "\(found)")
  }

  @Test func whatMakesNoSenseIsNamed() {
    let text = """
      Kind,Id,Name,Version,Date,Folder
      package,ABC00001,Tools,,soon,
      spoon,ABC00002,Tools,,2026-11-30,
      package,ABC00003,Tools,,2026-11-30,
      """
    let found = Statement.read(Array(text.utf8))
    #expect(found.statements.map(\.object.id) == ["ABC00003"])
    #expect(found.faults.map(\.line) == [2, 3])
    let new = Statement(CatalogObject(kind: .package, id: "A", name: ""), at: 0, folder: "")
    #expect(throws: CatalogFault.self) { try new.added(to: Array("Kind,Id\n".utf8)) }
  }
}
