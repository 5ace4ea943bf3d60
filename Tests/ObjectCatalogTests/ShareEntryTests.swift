import TaskSequence
import Testing

@testable import ObjectCatalog

/// The entry a share's list needs is one that is read again, by this program too.
@Suite struct ShareEntryTests {
  @Test func theEntryIsRead() throws {
    let entry = try #require(ShareEntry(of: "/srv/ds/Control/W<11/ts.xml"))
    let list = "<tss>\(entry.element(name: "A & B"))</tss>"
    let groups = "<groups><group><Name>Rooms</Name>\(entry.member)</group></groups>"
    let read = DeploymentShare.read(folder: "Control") { name in
      switch name {
      case "TaskSequences.xml": (Array(list.utf8), nil)
      case "TaskSequenceGroups.xml": (Array(groups.utf8), nil)
      default: nil
      }
    }
    let found = try #require(read.catalog.all(.taskSequence).first)
    #expect(found.id == "W<11" && found.name == "A & B" && found.folder == "Rooms")
    #expect(found.remark == "", "neither hidden nor disabled")
  }

  @Test(arguments: ["ts.xml", "/a/b/ts.xml", "/a/Control/X/other.xml", "Control//ts.xml"])
  func otherFilesAreInNoShare(path: String) { #expect(ShareEntry(of: path) == nil) }

  @Test func placesAreFree() throws {
    let entry = try #require(ShareEntry(of: "d/CONTROL/X/TS.XML"))
    #expect(entry.path(of: "Y") == "d/CONTROL/Y/ts.xml")
    #expect(ShareEntry.freeID(besides: ["ts001", "TS003"]) == "TS002")
    #expect(
      ShareEntry.freeID(
        besides: (1...100).map { "TS" + ($0 < 10 ? "00" : $0 < 100 ? "0" : "") + "\($0)" })
        == "TS101")
  }

  @Test func guidsAreTheirOwn() throws {
    let members = try (0..<2000).map {
      try #require(ShareEntry(of: "/s/Control/T\($0)/ts.xml")).member
    }
    #expect(Set(members).count == members.count)
    #expect(members.allSatisfy { $0.utf8.count == "<Member></Member>".count + 38 })
  }
}
