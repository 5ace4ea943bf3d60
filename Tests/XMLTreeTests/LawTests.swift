import Testing

@testable import XMLTree

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
}
