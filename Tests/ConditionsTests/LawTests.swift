import Containers
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Conditions
@testable import Operations

/// What holds for every condition.
@Suite struct LawTests {
  @Test func textIsReadBack() throws {
    for seed in Seeded.seeds(20_000) {
      var maker = RandomOperand(seed)
      let operand = maker.condition()
      let text = ConditionText.format(operand)
      let read = try ConditionText.parse(text)
      #expect(read == operand, "seed \(seed): \(text)")
      #expect(ConditionText.format(read) == text, "seed \(seed)")
      #expect(!text.contains { $0.isNewline }, "seed \(seed)")
    }
  }

  /// Ten conditions to a file, in both products' ways.
  @Test func xmlIsReadBack() throws {
    let seeds = Seeded.seeds(20_000)
    for batch in 0..<seeds.count / 10 {
      let steps = String(repeating: "<step name=\"S\"><condition /></step>", count: 10)
      let document = try Sequences.load("<sequence version=\"3.00\" name=\"T\">\(steps)</sequence>")
      let nodes = document.conditioned
      let operands = seeds[batch * 10..<(batch + 1) * 10].map { seed in
        var maker = RandomOperand(seed)
        return maker.condition()
      }
      var writer = ConditionWriter(
        document.tree, document.habits, ExpressionHabits(of: document))
      for (node, operand) in zip(nodes, operands) {
        guard let condition = node.condition else { continue }
        writer.write(operand, into: condition.element)
      }
      let bytes = document.replacing(tree: writer.tree).serialized()
      let read = try SequenceDocument(loading: bytes).conditioned
      #expect(read.count == operands.count)
      for (index, (node, operand)) in zip(read, operands).enumerated()
      where node.condition?.operand != operand {
        Issue.record("seed \(seeds[batch * 10 + index]): \(ConditionText.format(operand))")
      }
    }
  }

  /// One condition becomes any other, and the edit is the one asked for.
  @Test func anyConditionBecomesAnyOther() throws {
    for seed in Seeded.seeds(1_000) {
      var maker = RandomOperand(seed)
      let document = try seed % 2 == 0 ? Sequences.mdt() : Sequences.configurationManager()
      let (old, new) = (maker.condition(), maker.variant(of: maker.condition()))
      let node = document.first.id
      let first = try document.changingConditions(.set(old), of: [node]).document
      let second = try first.changingConditions(.set(new), of: [node]).document
      let read = try SequenceDocument(loading: second.serialized())
      #expect(read.first.condition?.operand == new, "seed \(seed)")
      let cleared = try second.changingConditions(.clear, of: [node]).document
      #expect(cleared.text == document.text, "seed \(seed)")
    }
  }

  /// A small change of a condition leaves the bytes of all other operands.
  @Test func otherOperandsKeepTheirBytes() throws {
    for seed in Seeded.seeds(1_000) {
      var maker = RandomOperand(seed)
      guard let old = maker.condition() else { continue }
      let document = try Sequences.mdt()
      let node = document.first.id
      let first = try document.changingConditions(.set(old), of: [node]).document
      let new = maker.variant(of: old)
      let second = try first.changingConditions(.set(new), of: [node]).document
      let before = first.first.condition?.element.leaves ?? []
      let after = second.first.condition?.element.leaves ?? []
      var kept = after
      for leaf in before {
        guard let index = kept.firstIndex(where: { $0.operand == leaf.operand }) else { continue }
        let other = kept.remove(at: index)
        #expect(other.bytes == leaf.bytes, "seed \(seed)")
        #expect(before.contains { $0.id == other.id }, "seed \(seed)")
      }
    }
  }
}

extension RandomOperand {
  /// The same condition with one place changed: wrapped, replaced, removed, added to.
  mutating func variant(of operand: Operand?) -> Operand? {
    guard let operand else { return self.operand(depth: 1) }
    guard case .group(let junction, var operands) = operand, random.chance(70) else {
      switch random.below(4) {
      case 0: return .group(random.pick(Junction.allCases), [operand, self.operand(depth: 0)])
      case 1: return .group(.none, [operand])
      default: return operand.operands.first ?? self.operand(depth: 0)
      }
    }
    let index = random.below(operands.count)
    switch random.below(5) {
    case 0 where !operands.isEmpty: operands.remove(at: index)
    case 1: operands.insert(self.operand(depth: 0), at: index)
    case 2 where !operands.isEmpty: operands.swapAt(index, operands.count - 1)
    case 3: return .group(random.pick(Junction.allCases), operands)
    default:
      if !operands.isEmpty { operands[index] = variant(of: operands[index]) ?? operands[index] }
    }
    return .group(junction, operands)
  }
}

extension Element {
  /// The operands below that are no groups.
  fileprivate var leaves: [(operand: Operand, id: NodeID, bytes: [UInt8])] {
    elements.flatMap { element in
      let operand = Operand(element)
      if case .group = operand { return element.leaves }
      return [(operand, element.id, element.dense)]
    }
  }

  /// The bytes without the white space that indents.
  private var dense: [UInt8] { serialized().filter { $0 > 0x20 } }
}
