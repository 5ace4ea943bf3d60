import Containers
import Editor
import Foundation
import Journaling
import References
import Screen
import SequenceSpecimens
import Storage
import TaskSequence
import Testing

@testable import tsedit

/// Several sequences of one file, open at once.
@Suite struct TogetherTests {
  private static let bundle = Sheaf(
    ["a", "b", "c"].map { (name: $0, text: Array(oneStep.utf8)) })

  /// A session on two of the three.
  private struct Sitting: KeptWorld, HeadlessWorld {
    let bed: Sickbed
    var state: EditorState
    var keeper: Keeper
    var exitCode: Int32?
    private(set) var writes = 0

    init() throws {
      bed = try Sickbed()
      try bed.write(String(decoding: TogetherTests.bundle.bytes, as: UTF8.self))
      state = EditorState(
        try TogetherTests.bundle.document(of: MemberID("a")), path: bed.path,
        member: MemberID("a"), title: "a", size: Size(width: 80, height: 24),
        setup: Setup(keymap: .standard))
      state.add(
        try TogetherTests.bundle.document(of: MemberID("b")), path: bed.path,
        member: MemberID("b"), title: "b", isShown: false)
      keeper = Keeper(folder: bed.state + "/tsedit", opener: Opener(files: [Sheaf.self]))
      take(.started)
    }

    mutating func press(_ keys: String) throws {
      for key in try Key.parse(keys) { take(.terminal(.key(key))) }
    }

    mutating func write(
      _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
      isNew: Bool
    ) -> [Outcome] {
      writes += 1
      return keeper.write(id, to: path, sequences, backup: backup, isNew: isNew, state.files)
    }

    var content: Sheaf? {
      (try? AtomicFile.read(bed.path)).flatMap { try? Sheaf.open($0) } as? Sheaf
    }
  }

  @Test func theyAreWrittenAtOnce() throws {
    var sitting = try Sitting()
    try sitting.press("jd]jd")
    let edited = sitting.state.files.map(\.document)
    #expect(sitting.state.files.map(\.history.isModified) == [true, true])
    try sitting.press("<C-s>")
    #expect(sitting.writes == 1)
    #expect(sitting.state.files.map(\.history.isModified) == [false, false])
    let wanted = try Self.bundle.putting([MemberID("a"): edited[0], MemberID("b"): edited[1]])
    #expect(sitting.content == wanted && wanted != Self.bundle)
    try sitting.press("d[d<C-s>")
    #expect(sitting.writes == 2 && sitting.content == Self.bundle)
  }

  @Test func oneIsWrittenAndTheRestStays() throws {
    var sitting = try Sitting()
    try sitting.press("]jd<C-s>")
    let edited = sitting.state.files[1].document
    let one = try Self.bundle.putting([MemberID("b"): edited])
    #expect(sitting.content == one)
    try sitting.press("[jd<C-s>")
    let both = try one.putting([MemberID("a"): sitting.state.files[0].document])
    #expect(sitting.content == both)
  }

  /// What somebody else wrote into the file is theirs, whichever sequence of it they changed.
  @Test func aChangeOnTheDiskStopsTheSave() throws {
    var sitting = try Sitting()
    try sitting.press("jd")
    let theirs = try Self.bundle.putting([
      MemberID("c"): try SequenceDocument(loading: Array("<sequence/>".utf8))
    ])
    try sitting.bed.write(String(decoding: theirs.bytes, as: UTF8.self))
    try sitting.press("<C-s>")
    #expect(sitting.content == theirs && sitting.state.files[0].history.isModified)
  }

  @Test func theLockStaysAsLongAsOneIsOpen() throws {
    var sitting = try Sitting()
    #expect(sitting.bed.names.contains(".ts.xml.tsedit-lock"))
    try sitting.press("<C-w>")
    #expect(sitting.state.files.count == 1)
    #expect(sitting.bed.names.contains(".ts.xml.tsedit-lock"))
    try sitting.press("<C-w>")
    #expect(!sitting.bed.names.contains(".ts.xml.tsedit-lock"))
  }

  @Test func eachHasAJournalOfItsOwn() throws {
    var sitting = try Sitting()
    try sitting.press("jd]jd")
    let journals = sitting.bed.journals
    #expect(journals.count == 2)
    let members = try journals.map { try Recovery(reading: $0).member.text }
    #expect(Set(members) == ["a", "b"])
  }
}
