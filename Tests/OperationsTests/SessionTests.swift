import Journaling
import ObjectCatalog
import References
import SequenceSpecimens
import Storage
import TaskSequence
import TemplateCatalog
import TestSupport
import Testing

@testable import Operations

/// What holds for random sessions: `TSEDIT_SEED` makes other ones of them.
@Suite struct SessionTests {
  /// Sequences as the field's tools write them, and those of all templates, which have steps of many
  /// types.
  private static func file(_ seed: UInt64) throws -> [UInt8] {
    guard seed % 3 == 0 else { return SequenceSpecimen.make(seed) }
    let template = SequenceTemplates.all[Int(seed / 3) % SequenceTemplates.all.count]
    return try template.sequence(for: template.usualAnswers).serialized()
  }

  private static func session(_ seed: UInt64) throws -> Session {
    let file = try file(seed)
    var session = try Session(file, seed: seed)
    for _ in 0..<30 {
      if let complaint = session.step() {
        Issue.record("seed \(seed): \(complaint)")
        break
      }
    }
    return session
  }

  /// A line does what its operation does, and done twice it changes nothing where it says what is to
  /// be; what was recorded makes the same of the opened file; undo gives its bytes back.
  @Test(arguments: Seeded.seeds(20))
  func linesDoWhatOperationsDo(_ seed: UInt64) throws {
    let session = try Self.session(seed)
    #expect(try Self.replayed(session.history) == session.document.serialized(), "seed \(seed)")
    var history = session.history
    while history.undo() != nil {}
    #expect(history.document.serialized() == (try Self.file(seed)), "seed \(seed)")
  }

  /// So it is for real files, whose product stays what it is.
  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func realFilesStayWhatTheyAre() throws {
    for (index, file) in Corpus.files(upTo: 60_000).enumerated() {
      let seed = Seeded.seeds(1)[0] &+ UInt64(index)
      guard var session = try? Session(file.bytes, seed: seed) else { continue }
      for _ in 0..<6 {
        guard let complaint = session.step() else { continue }
        Issue.record("\(file.path), seed \(seed): \(complaint)")
        break
      }
    }
  }

  /// Every kind of operation is done, not only refused.
  @Test func everyKindIsDone() throws {
    var missing = Set(OperationVerbs.all.map { "\($0)" })
    for seed in Seeded.seeds(200) where !missing.isEmpty {
      for (name, count) in try Self.session(seed).tally where count.done > 0 {
        missing.remove(name)
      }
    }
    #expect(missing.isEmpty)
  }

  /// Does what a history says was done to the file as it was opened.
  private static func replayed(_ history: History) throws -> [UInt8] {
    let opened = history.revisions[0].document
    var document = opened
    var check = ReferenceCheck(catalog: .init())
    for index in history.trail(to: history.current).dropFirst() {
      guard case .operations(let lines) = history.revisions[index].cause else {
        Issue.record("revision \(index) does not say how it came about")
        continue
      }
      let operations = try lines.map { try OperationVerbs.read($0) }
      document = try document.applying(keeping: &check, saved: opened) { chain throws(Refusal) in
        for operation in operations { try chain.apply(operation) }
      }.document
    }
    return document.serialized()
  }

  /// What was done comes back from a journal, and can be done again.
  @Test func theJournalSaysWhatWasDone() throws {
    let folder = try TemporaryFolder()
    for seed in Seeded.seeds(4) {
      let session = try Self.session(seed)
      let journal = try Journal(
        of: folder.path + "/a.xml", History(session.opened),
        in: JournalFolder(folder.path + "/journal"))
      try journal.record(session.history, focus: session.document.sequenceID)
      let recovery = try Recovery(reading: journal.path)
      #expect(
        recovery.history.revisions.dropFirst().map(\.cause)
          == session.history.revisions.dropFirst().map(\.cause), "seed \(seed)")
      #expect(
        try Self.replayed(recovery.history) == session.document.serialized(), "seed \(seed)")
    }
  }
}
