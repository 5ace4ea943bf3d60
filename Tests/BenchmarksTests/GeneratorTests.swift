import TaskSequence
import Testing

@testable import Benchmarks

/// What benchmarks are made on is sound, and the same everywhere.
@Suite struct GeneratorTests {
  @Test(arguments: [Dialect.mdt, .configurationManager], [0, 1, 13, 700])
  func aGeneratedSequenceHasTheStepsAskedFor(_ dialect: Dialect, _ steps: Int) throws {
    let bytes = SequenceGenerator.file(steps: steps, dialect, seed: 7)
    let document = try SequenceDocument(loading: bytes)
    var count = 0
    document.sequence.walk { node, _ in
      if !node.isContainer { count += 1 }
      #expect(node.faults.isEmpty)
      return true
    }
    #expect(count == steps)
    #expect(document.dialect == dialect)
    #expect(document.serialized() == bytes)
    #expect(SequenceGenerator.file(steps: steps, dialect, seed: 7) == bytes)
  }

  @Test func anotherSeedIsAnotherSequence() {
    let files = [1, 2].map { SequenceGenerator.file(steps: 20, .mdt, seed: $0) }
    #expect(files[0] != files[1])
  }

  /// An operation of keys is done again and again, so each must lead back to where it began.
  @Test(arguments: Operation.all.filter(\.isByKeys).map(\.name))
  func anOperationLeavesNothingBehind(_ name: String) throws {
    let bytes = SequenceGenerator.file(steps: 60, .configurationManager, seed: 1)
    let operation = try #require(Operation.all.first { $0.name == name })
    var player = try Player(bytes)
    let before = player.document.serialized()
    try player.press("<End>" + operation.keys.before)
    for _ in 0..<3 {
      try player.press(operation.keys.pressed)
      #expect(player.document.serialized() == before)
    }
  }

  @Test func aTableIsMarkdown() {
    var table = Table(["what", "ms"])
    table.add(["é", short(1.234)])
    #expect(table.markdown == "| what | ms   |\n| --- | --: |\n| é    | 1.23 |")
  }
}
