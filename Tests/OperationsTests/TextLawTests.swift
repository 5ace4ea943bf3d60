import TaskSequence
import TestSupport
import Testing

@testable import Operations

/// What holds for the line of every operation.
@Suite struct TextLawTests {
  @Test func everyKindIsTried() {
    let all = OperationVerbs.all.map { ObjectIdentifier($0) }
    #expect(Set(RandomOperation.makers.map { ObjectIdentifier($0.type) }) == Set(all))
    #expect(RandomOperation.makers.count == all.count)
  }

  @Test func everyVerbSaysOneThing() {
    let verbs = OperationVerbs.all.flatMap { $0.verbs }
    #expect(Set(verbs).count == verbs.count)
    for type in OperationVerbs.all {
      #expect(type.verbs.allSatisfy { type.form.contains($0) }, "\(type)")
    }
  }

  @Test(arguments: RandomOperation.makers.indices)
  func lineIsReadBack(_ index: Int) throws {
    for seed in Seeded.seeds(300) {
      var maker = RandomOperation(seed)
      try check(RandomOperation.makers[index].make(&maker), seed)
    }
  }

  private func check<Verb: Operation>(_ operation: Verb, _ seed: UInt64) throws {
    let line = operation.text
    let read = try OperationVerbs.read(line)
    #expect(read as? Verb == operation, "seed \(seed): \(line)")
    #expect(read.text.utf8.elementsEqual(line.utf8), "seed \(seed): \(line)")
    #expect(!line.contains { $0.isNewline }, "seed \(seed): \(line)")
  }

  /// A line that was damaged is read, or refused at a place inside it.
  @Test func damagedLinesAreRefusedInside() {
    for seed in Seeded.seeds(2_000) {
      var maker = RandomOperation(seed)
      let index = maker.random.below(RandomOperation.makers.count)
      var line = Array(RandomOperation.makers[index].make(&maker).text.unicodeScalars)
      for _ in 0...maker.random.below(3) where !line.isEmpty {
        let place = maker.random.below(line.count)
        switch maker.random.below(3) {
        case 0: line.remove(at: place)
        case 1: line.insert(contentsOf: maker.text().unicodeScalars, at: place)
        default: line.removeSubrange(place...)
        }
      }
      let text = String(String.UnicodeScalarView(line))
      do throws(OperationFault) {
        _ = try OperationVerbs.read(text)
      } catch {
        #expect((0...text.count).contains(error.position), "seed \(seed): \(text)")
        #expect(!error.reason.isEmpty, "seed \(seed): \(text)")
      }
    }
  }
}
