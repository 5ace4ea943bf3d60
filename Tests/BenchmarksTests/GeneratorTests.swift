import Containers
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

  /// Of each seed another sequence comes out, and not in its texts alone: the kinds of its nodes and
  /// how they nest differ, too.
  @Test func everySeedIsASequenceOfItsOwn() throws {
    let outlines = try (UInt64(0)..<20).map { seed in
      let bytes = SequenceGenerator.file(steps: 20, .mdt, seed: seed)
      var outline: [String] = []
      try SequenceDocument(loading: bytes).sequence.walk { node, depth in
        outline.append("\(depth) \(node.type ?? "-")")
        return true
      }
      return outline
    }
    #expect(Set(outlines).count == outlines.count)
  }

  /// What the generator says about itself: the shares that were counted in real files.
  @Test(arguments: [Dialect.mdt, .configurationManager])
  func nodesAreAsOftenOfAKindAsInRealFiles(_ dialect: Dialect) throws {
    let bytes = SequenceGenerator.file(steps: 4000, dialect, seed: 3)
    var (nodes, conditions, described, steps, disabled) = (0.0, 0.0, 0.0, 0.0, 0.0)
    try SequenceDocument(loading: bytes).sequence.walk { node, _ in
      guard node.kind != .sequence else { return true }
      nodes += 1
      if node.condition != nil { conditions += 1 }
      if node.value(of: .description)?.isEmpty == false { described += 1 }
      guard !node.isContainer else { return true }
      steps += 1
      if node.value(of: .disable) == "true" { disabled += 1 }
      return true
    }
    #expect(abs(conditions / nodes - 1 / 5) < 0.03, "\(conditions) conditions")
    #expect(abs(described / nodes - 1 / 2) < 0.1, "\(described) descriptions")
    #expect(abs(disabled / steps - 1 / 12) < 0.02, "\(disabled) disabled")
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
