import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing

/// `TSEDIT_SEED` makes other edits of them.
@Suite("Laws 2 to 5 for every edit of a sequence")
struct LawTests {
  @Test(arguments: Seeded.seeds(40))
  func generated(seed: UInt64) throws {
    let file = SequenceSpecimen.make(seed)
    var sitting = try Sitting(file, seed: seed)
    #expect(sitting.document.serialized() == file, "seed \(seed)")
    for _ in 0..<40 {
      if let complaint = sitting.step() {
        Issue.record("seed \(seed): \(complaint)")
        return
      }
    }
    let isBack = sitting.undoAll()
    #expect(isBack, "seed \(seed): undo and redo do not give the same bytes")
  }

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func corpus() throws {
    let seed = Seeded.seeds(1)[0]
    var edits = 0
    for (path, file) in Corpus.files(upTo: 16_000) {
      guard var sitting = try? Sitting(file, seed: seed) else { continue }
      for _ in 0..<12 {
        edits += 1
        if let complaint = sitting.step() {
          Issue.record("seed \(seed), \(path): \(complaint)")
          break
        }
      }
      let isBack = sitting.undoAll()
      #expect(isBack, "seed \(seed), \(path): undo and redo do not give the same bytes")
    }
    #expect(edits > 100)
  }
}
