import Containers
import Foundation
import Journaling
import SequenceSpecimens
import Storage
import TaskSequence
import TestSupport
import Testing

/// Several sequences in one file have a journal each.
@Suite("A journal is about one sequence of a file")
struct MemberTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/a.bundle"
    try AtomicFile.write(bundle.bytes, to: path)
  }

  private let bundle = Sheaf([
    (name: "one", text: SequenceSpecimen.make(1)), (name: "two", text: SequenceSpecimen.make(2)),
  ])

  private var journals: JournalFolder {
    JournalFolder(folder.path + "/state/journal", opener: Opener(files: [Sheaf.self]))
  }

  private static let gone: ProcessMark = {
    var mark = ProcessMark.own
    mark.start += 1
    return mark
  }()

  /// Edits a member and leaves it.
  private func leave(_ name: String) throws -> SequenceDocument {
    let member = MemberID(name)
    var sitting = try Sitting(try bundle.document(of: member).serialized(), seed: 5)
    let journal = try Journal(
      of: path, member: member, sitting.history, in: journals, by: Self.gone)
    while !sitting.history.isModified { _ = sitting.step() }
    try journal.record(sitting.history, focus: sitting.document.sequenceID)
    #expect(journal.isAbout(path, member) && !journal.isAbout(path))
    return sitting.document
  }

  @Test func eachMemberFindsItsOwn() throws {
    let (one, two) = (try leave("one"), try leave("two"))
    for (name, work) in [("one", one), ("two", two)] {
      let found = journals.journals(of: path, MemberID(name)).found
      #expect(found.map(\.member) == [MemberID(name)])
      #expect(found.first?.history.document.serialized() == work.serialized())
      #expect(found.first?.isTorn == false)
    }
    #expect(journals.journals(of: path).found.isEmpty)
    #expect(journals.leftWork.count == 2)
  }

  /// What was saved with one member is no work any more; the other's is.
  @Test func workThatIsInTheFileIsNoWork() throws {
    let (one, _) = (try leave("one"), try leave("two"))
    let saved = try bundle.putting([MemberID("one"): one])
    try AtomicFile.write(saved.bytes, to: path)
    #expect(journals.leftWork.map(\.member) == [MemberID("two")])
    #expect(journals.journals(of: path, MemberID("one")).found.isEmpty)
    #expect(journals.journals(of: path, MemberID("two")).found.count == 1)
  }
}
