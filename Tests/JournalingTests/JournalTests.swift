import Containers
import Foundation
import Journaling
import SequenceSpecimens
import Storage
@_spi(Edits) import TaskSequence
import TestSupport
import Testing

@Suite("A journal brings back all that was done")
struct JournalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A process that is certainly not there any more.
  private static let gone: ProcessMark = {
    var mark = ProcessMark.own
    mark.start += 1
    return mark
  }()

  private var journals: JournalFolder { JournalFolder(folder.path + "/state/journal") }

  /// Makes random edits, each written down.
  private func sit(
    _ seed: UInt64, limit: Int = Journal.sizeLimit, by mark: ProcessMark = .own
  ) throws -> (Journal, Sitting) {
    var sitting = try Sitting(SequenceSpecimen.make(seed), seed: seed)
    let journal = try Journal(
      of: folder.path + "/a.xml", sitting.history, in: journals, limit: limit, by: mark)
    for _ in 0..<30 {
      #expect(sitting.step() == nil, "seed \(seed)")
      if sitting.random.chance(10) { sitting.history.markSaved() }
      try journal.record(sitting.history, focus: sitting.document.sequenceID)
    }
    return (journal, sitting)
  }

  @Test(arguments: Seeded.seeds(8))
  func historyComesBack(seed: UInt64) throws {
    let (journal, sitting) = try sit(seed)
    let recovery = try Recovery(reading: journal.path)
    let (old, new) = (sitting.history, recovery.history)
    #expect(!recovery.isTorn && new.revisions.count == old.revisions.count, "seed \(seed)")
    for (one, other) in zip(old.revisions, new.revisions) {
      #expect(one.parent == other.parent && one.label == other.label, "seed \(seed)")
      let bytes = other.document.serialized()
      #expect(one.document.serialized() == bytes, "seed \(seed)")
      #expect(difference(other.document, output: bytes) == nil, "seed \(seed)")
    }
    #expect(new.current == old.current && new.saved == old.saved, "seed \(seed)")
    #expect(recovery.focus == new.document.sequenceID, "seed \(seed)")
    var again = new
    #expect(new.canUndo == old.canUndo)
    if let undone = again.undo() { #expect(undone.label == old.revisions[old.current].label) }
  }

  /// The catalogues that count come back with the work, also from a journal that was begun anew.
  @Test func theCataloguesComeBack() throws {
    var sitting = try Sitting(SequenceSpecimen.make(3), seed: 3)
    let catalogs = ["/srv/site ü.csv", "/srv/catalogs"]
    let file = folder.path + "/a.xml"
    for limit in [Journal.sizeLimit, 0] {
      let journal = try Journal(
        of: file, sitting.history, in: journals, catalogs: catalogs, limit: limit)
      let plain = try Journal(of: file, sitting.history, in: journals)
      for _ in 0..<30 { _ = sitting.step() }
      for journal in [journal, plain] {
        try journal.record(sitting.history, focus: sitting.document.sequenceID)
      }
      #expect(try Recovery(reading: journal.path).catalogs == catalogs)
      #expect(try Recovery(reading: journal.path).isTorn == false)
      #expect(try Recovery(reading: plain.path).catalogs.isEmpty)
    }
    let ahead = try #require(
      Journal(aheadOf: file, sitting.history, in: journals, catalogs: catalogs))
    #expect(ahead.isAhead)
    try ahead.record(sitting.history, focus: sitting.document.sequenceID)
    #expect(try Recovery(reading: ahead.path).catalogs == catalogs && !ahead.isAhead)
  }

  /// What was put aside is offered no more and listed for a week; it can be offered again.
  @Test func whatWasPutAsideIsKeptForAWeek() throws {
    let (journal, sitting) = try sit(3, by: Self.gone)
    guard sitting.history.isModified else { return }
    let file = folder.path + "/a.xml"
    let now = ProcessMark.own.time
    JournalFolder.setAside(journal.path, at: now - 6 * 24 * 60 * 60)
    #expect(journals.journals(of: file).found.isEmpty && journals.leftWork.isEmpty)
    let kept = try #require(journals.forgotten.first)
    #expect(kept.history.document.serialized() == sitting.document.serialized())
    #expect(journals.forgotten.count == 1, "listing it does not end it")
    #expect(JournalFolder.bringBack(kept.journal))
    #expect(journals.forgotten.isEmpty && journals.journals(of: file).found.count == 1)
    let again = try #require(journals.leftWork.first)
    #expect(again.journal == journal.path)
    JournalFolder.setAside(journal.path, at: now - 8 * 24 * 60 * 60)
    #expect(journals.forgotten.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/journal")
    #expect(names.isEmpty, "\(names)")
  }

  /// Begun ahead, a journal is listed with its first record and holds what any other would.
  @Test func oneBegunAheadIsLikeAnyOther() throws {
    var sitting = try Sitting(SequenceSpecimen.make(3), seed: 3)
    let (file, focus) = (folder.path + "/a.xml", sitting.document.sequenceID)
    let other = try Journal(of: file, sitting.history, in: journals, by: Self.gone)
    let journal = try #require(
      Journal(aheadOf: file, sitting.history, in: journals, by: Self.gone))
    try journal.sync()
    try journal.markDraft()
    #expect(!journal.isLost)
    let names = { try FileManager.default.contentsOfDirectory(atPath: journals.path) }
    #expect(try names().count == 1)
    while sitting.history.revisions.count < 4 { _ = sitting.step() }
    try other.record(sitting.history, focus: focus)
    try journal.record(sitting.history, focus: focus)
    try journal.sync()
    #expect(try names().count == 2 && journal.path != other.path)
    #expect(try AtomicFile.read(journal.path) == AtomicFile.read(other.path))
    #expect(FileManager.default.isReadableFile(atPath: journal.path))
    journal.remove()
    #expect(try names().count == 1)
  }

  /// What was begun with another document is begun anew.
  @Test func oneBegunAheadOfAnotherHistoryHoldsThis() throws {
    let (old, new) = (
      try Sitting(SequenceSpecimen.make(3), seed: 3), try Sitting(SequenceSpecimen.make(4), seed: 4)
    )
    let file = folder.path + "/a.xml"
    _ = try Journal(of: file, old.history, in: journals)
    let journal = try #require(Journal(aheadOf: file, old.history, in: journals))
    try journal.record(new.history, focus: new.document.sequenceID)
    let recovery = try Recovery(reading: journal.path)
    #expect(recovery.history.document.serialized() == new.document.serialized())
  }

  /// A file that somebody else wrote meanwhile may differ in nothing but what is around its root.
  @Test func oneReloadedInAnotherEncodingComesBack() throws {
    let text = "<sequence version=\"3.10\"><step name=\"ä\"/><step name=\"b\"/></sequence>"
    let files: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array("<!-- c -->\(text)".utf8),
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    ]
    for (old, new) in files.flatMap({ old in files.map { (old, $0) } }) where old != new {
      var history = History(try SequenceDocument(loading: old))
      let journal = try Journal(of: folder.path + "/a.xml", history, in: journals)
      let edit = history.document.reloaded(as: try SequenceDocument(loading: new))
      history.record(edit, focusBefore: nil, focusAfter: nil)
      #expect(history.revisions.count == 2)
      try journal.record(history, focus: history.document.sequenceID)
      let recovery = try Recovery(reading: journal.path)
      #expect(!recovery.isTorn && recovery.history.document.serialized() == new)
    }
  }

  @Test(arguments: Seeded.seeds(2))
  func whateverIsTornOffTheBeginningComesBack(seed: UInt64) throws {
    let (journal, sitting) = try sit(seed)
    let whole = try AtomicFile.read(journal.path)
    var random = Seeded(seed)
    for _ in 0..<20 {
      let count = random.below(whole.count)
      try AtomicFile.write(Array(whole.prefix(count)), to: folder.path + "/cut")
      expectBeginning(
        of: sitting.history, in: folder.path + "/cut", "seed \(seed), cut at \(count)")
    }
  }

  @Test(arguments: Seeded.seeds(2))
  func aBitThatFlipsIsNoticed(seed: UInt64) throws {
    let (journal, sitting) = try sit(seed)
    let whole = try AtomicFile.read(journal.path)
    var random = Seeded(seed)
    for _ in 0..<20 {
      var bytes = whole
      let place = random.below(bytes.count)
      bytes[place] ^= 1 << UInt8(random.below(8))
      try AtomicFile.write(bytes, to: folder.path + "/bent")
      expectBeginning(
        of: sitting.history, in: folder.path + "/bent", "seed \(seed), bit at \(place)")
    }
  }

  private func expectBeginning(of history: History, in path: String, _ place: String) {
    do {
      let found = try Recovery(reading: path).history
      #expect(found.revisions.count <= history.revisions.count, "\(place)")
      for (one, other) in zip(found.revisions, history.revisions) {
        #expect(one.document.serialized() == other.document.serialized(), "\(place)")
      }
    } catch {
      #expect(error == .damaged, "\(place)")
    }
  }

  @Test(arguments: Seeded.seeds(3))
  func aJournalThatGrowsTooLargeKeepsTheContent(seed: UInt64) throws {
    let (journal, sitting) = try sit(seed, limit: 1)
    let recovery = try Recovery(reading: journal.path)
    #expect(recovery.history.document.serialized() == sitting.document.serialized())
    #expect(recovery.history.isModified == sitting.history.isModified || sitting.history.saved != 0)
    let size = try AtomicFile.read(journal.path).count
    let file = sitting.history.revisions[0].document.serialized().count
    #expect(size < 20 * (file + sitting.document.serialized().count), "\(size) for \(file)")
  }

  @Test func onlyItsOwnerCanReadIt() throws {
    let (journal, _) = try sit(1)
    let name = try #require(journal.path.split(separator: "/").last)
    #expect(try folder.mode("state/journal") == 0o700)
    #expect(try folder.mode("state/journal/" + name) == 0o600)
  }

  @Test func isFoundOnceItsProcessIsGone() throws {
    let path = folder.path + "/a.xml"
    let (living, _) = try sit(1)
    #expect(journals.journals(of: path).found.isEmpty, "the process lives")
    living.remove()
    let (dead, sitting) = try sit(2, by: Self.gone)
    let found = journals.journals(of: path).found
    #expect(found.map(\.journal) == (sitting.history.isModified ? [dead.path] : []))
    #expect(journals.journals(of: folder.path + "/b.xml").found.isEmpty, "another file")
    dead.remove()
    #expect(journals.journals(of: path).found.isEmpty)
  }

  @Test func oneWithoutWorkGoesAway() throws {
    var draft = History(try SequenceDocument(loading: SequenceSpecimen.make(1)))
    let journal = try Journal(of: folder.path + "/a.xml", draft, in: journals, by: Self.gone)
    let id = try #require(draft.document.sequence.children.first?.id)
    draft.record(
      try draft.document.setting(.name, to: "X", on: [id]), focusBefore: id, focusAfter: id)
    draft.markSaved()
    try journal.record(draft, focus: id)
    #expect(journals.journals(of: folder.path + "/a.xml").found.isEmpty)
    #expect(access(journal.path, F_OK) != 0)
  }

  @Test func aDamagedOneIsSetAside() throws {
    let (journal, _) = try sit(3, by: Self.gone)
    try AtomicFile.write(Array("nonsense".utf8), to: journal.path)
    let (found, damaged) = journals.journals(of: folder.path + "/a.xml")
    #expect(found.isEmpty && damaged == [journal.path + ".damaged"])
    #expect(try AtomicFile.read(damaged[0]) == Array("nonsense".utf8))
    #expect(journals.journals(of: folder.path + "/a.xml").damaged.isEmpty, "told once")
  }

  @Test func draftsAreKnown() throws {
    let (journal, sitting) = try sit(4)
    try journal.markDraft()
    #expect(try Recovery(reading: journal.path).isDraft)
    try journal.record(sitting.history, focus: sitting.document.sequenceID)
    #expect(try !Recovery(reading: journal.path).isDraft, "it was taken up again")
  }

  @Test func aFailureLeavesNoHalfRecord() throws {
    let blocked = JournalFolder("/proc/none")
    let history = History(try SequenceDocument(loading: SequenceSpecimen.make(1)))
    #expect(throws: FileFailure.self) { _ = try Journal(of: "/a.xml", history, in: blocked) }
  }
}
