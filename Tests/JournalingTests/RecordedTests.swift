import Containers
import Foundation
import Journaling
import Storage
import TaskSequence
import Testing

/// Journals as they were written before several sequences could be in one file.
@Suite("A journal that was written earlier is recovered")
struct RecordedTests {
  private static func recorded(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Recorded/"
    return try AtomicFile.read(folder + name)
  }

  @Test(arguments: ["bare", "export"])
  func comesBack(name: String) throws {
    let recovery = try Recovery(
      try Self.recorded(name + ".journal"), of: name, written: 1_800_000_001)
    #expect(recovery.file == "/srv/share/ts.xml" && recovery.member == .only)
    #expect(recovery.mark.host == "host.example" && recovery.mark.user == "carol")
    #expect(recovery.isDraft && !recovery.isTorn && recovery.hasWork)
    let history = recovery.history
    let labels = history.revisions.map(\.label.utf8.first)
    #expect(labels == ["Opened", "Renamed", "Duplicated", "Moved", "Removed"].map(\.utf8.first))
    #expect(history.revisions.map(\.parent) == [nil, 0, 1, 2, 2])
    #expect(history.current == 4 && history.saved == 2)
    #expect(recovery.focus == nil, "it was removed")
    #expect(history.document.serialized() == (try Self.recorded(name + ".xml")))
    let saved = history.revisions[2].document.serialized()
    #expect(recovery.content == Fingerprint(of: saved))
  }
}
