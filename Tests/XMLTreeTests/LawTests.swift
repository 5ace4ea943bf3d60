import TestSupport
import Testing

@testable import XMLTree

/// 10,000 edits and more in each run; `TSEDIT_SEED` makes them other ones.
@Suite("Laws 2, 4 and 5: random edits change only what they must")
struct LawTests {
  @Test(arguments: Seeded.seeds(100))
  func generated(seed: UInt64) throws {
    let bytes = Specimen.make(seed, elements: 20)
    var bench = try Workbench(bytes, seed: seed)
    for round in 0..<5 {
      for _ in 0..<20 {
        if let complaint = bench.step() {
          Issue.record("seed \(seed), round \(round): \(complaint)")
          return
        }
      }
      let isUndone = bench.undoAll()
      #expect(isUndone, "seed \(seed): an older revision changed")
    }
  }

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func corpus() throws {
    let seed = Seeded.seeds(1)[0]
    var edits = 0
    for (path, bytes) in Corpus.files(upTo: 12_000) {
      guard var bench = try? Workbench(bytes, seed: seed) else { continue }
      for _ in 0..<8 {
        edits += 1
        if let complaint = bench.step() {
          Issue.record("seed \(seed), \(path): \(complaint)")
          break
        }
      }
      let isUndone = bench.undoAll()
      #expect(isUndone, "seed \(seed), \(path): an older revision changed")
    }
    #expect(edits > 200)
  }
}
