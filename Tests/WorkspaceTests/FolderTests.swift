import ObjectCatalog
import TaskSequence
import TestSupport
import Testing

@testable import Workspace

/// What is found in folders.
@Suite struct FolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("<sequence><step name=\"A\"/></sequence>", to: "b.xml")
    try folder.write("<sequence>", to: "a.XML")
    try folder.write("<other/>", to: "c.xml")
    try folder.write("<sequence/>", to: "d.txt")
  }

  @Test func everySequenceInAFolderCountsAndWhatIsBrokenIsTold() throws {
    let found = try SequenceFiles([folder.path])
    #expect(found.entries.map(\.path) == [folder.path + "/b.xml"])
    #expect(found.faults.count == 1 && found.faults[0].contains("a.XML: line 1"))
  }

  @Test func whatIsNamedIsNotPassedOver() throws {
    let names = ["c.xml", "b.xml", "d.txt", "none.xml"]
    let found = try SequenceFiles(names.map { folder.path + "/" + $0 })
    #expect(found.entries.map { String($0.path.suffix(5)) } == ["b.xml", "d.txt"])
    #expect(found.faults.count == 2 && found.faults[0].contains("c.xml: it is not a task"))
  }

  @Test func noSequenceAtAllIsAFailure() throws {
    for name in ["c.xml", "a.XML", "none"] {
      let failure = #expect(throws: Failure.self) {
        try SequenceFiles([folder.path + "/" + name])
      }
      #expect(failure?.code == Failure.badUse && failure?.sentences.count == 1)
    }
  }

  @Test func orderIsThatOfTheElements() {
    let numbers = Array(0..<1000)
    #expect(SequenceFiles.concurrently(numbers) { $0 * 2 } == numbers.map { $0 * 2 })
    #expect(SequenceFiles.concurrently([Int]()) { $0 }.isEmpty)
  }

  @Test func objectsComeFromAFileAFolderOrAShare() throws {
    try folder.write("Kind,Id,Name\npackage,ABC00001,Tools\n", to: "one.csv")
    try folder.write("{", to: "two.json")
    #expect(CatalogFiles(orShare: folder.path + "/one.csv").catalog.count == 1)
    let all = CatalogFiles(orShare: folder.path)
    #expect(all.catalog.count == 1 && all.faults.count == 2, "\(all.faults)")
    #expect(all.oldest != nil)
    try folder.write(
      """
      <applications><application guid="{aaaaaaaa-0000-0000-0000-000000000001}" enable="True">\
      <Name>Reader</Name></application></applications>
      """, to: "Applications.xml")
    #expect(
      CatalogFiles(orShare: folder.path).catalog.all(.mdtApplication).map(\.name) == ["Reader"])
    #expect(CatalogFiles(folder.path).catalog.all(.mdtApplication).isEmpty)
  }
}
