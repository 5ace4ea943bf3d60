import Containers
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Conditions
@testable import Operations

/// Every condition of real sequences.
@Suite(.enabled(if: Corpus.isThere, Comment(rawValue: Corpus.skipped)))
struct CorpusTests {
  private static let documents = Corpus.files(upTo: 4 << 20).compactMap { file in
    (try? SequenceDocument(loading: file.bytes)).map { (path: file.path, document: $0) }
  }

  @Test func textIsAFixedPoint() throws {
    var count = 0
    for (path, document) in Self.documents {
      for node in document.conditioned {
        guard let condition = node.condition else { continue }
        count += 1
        let text = condition.text
        let read = try ConditionText.parse(text)
        #expect(read == condition.operand, "\(path): \(text)")
        #expect(ConditionText.format(read) == text, "\(path)")
      }
    }
    #expect(count > 100)
  }

  /// The writer itself is asked, not the short cut around it.
  @Test func ownTextChangesNoByte() throws {
    for (path, document) in Self.documents {
      let habits = ExpressionHabits(of: document)
      var writer = ConditionWriter(document.tree, document.habits, habits)
      for node in document.conditioned {
        guard let condition = node.condition else { continue }
        writer.write(try ConditionText.parse(condition.text), into: condition.element)
      }
      #expect(
        document.replacing(tree: writer.tree).serialized() == document.serialized(), "\(path)")
    }
  }

  @Test func builtAnewItIsEquivalent() throws {
    for (path, document) in Self.documents {
      let nodes = document.conditioned
      guard !nodes.isEmpty else { continue }
      var built = try document.changingConditions(.clear, of: Set(nodes.map(\.id))).document
      for node in nodes {
        guard let text = node.condition?.text else { continue }
        let change = ConditionChange.set(try ConditionText.parse(text))
        built = try built.changingConditions(change, of: [node.id]).document
      }
      let read = try SequenceDocument(loading: built.serialized())
      #expect(read.conditioned.map(\.condition?.text) == nodes.map(\.condition?.text), "\(path)")
    }
  }

  /// A value that changes in the text changes between the tags of its own expression alone.
  @Test func oneOperandChangesItsOwnBytes() throws {
    for (path, document) in Self.documents {
      guard let node = document.conditioned.last(where: { !($0.condition?.isEmpty ?? true) }),
        let condition = node.condition, let operand = condition.operand
      else { continue }
      var places = condition.element.expressions
      let new = operand.changingLast(&places)
      guard let place = places.first else { continue }
      let changed = try document.changingConditions(.set(new), of: [node.id]).document
      let expected = document.tree.rewriting([place.id]) { _ in
        changed.tree.element(place.id) ?? place
      }
      #expect(
        changed.serialized() == document.replacing(tree: expected).serialized(), "\(path)")
      #expect(changed.serialized() != document.serialized(), "\(path)")
    }
  }
}

extension Element {
  /// The expressions below, the last first.
  fileprivate var expressions: [Element] {
    var found: [Element] = []
    walk { element in
      if element.isNamed("expression") { found.append(element) }
      return !element.isNamed("osConditionGroup")
    }
    return found.reversed()
  }
}

extension Operand {
  /// The same with the value of the last variable changed; leaves in `places` the expression of it.
  fileprivate func changingLast(_ places: inout [Element]) -> Operand {
    switch self {
    case .group(let junction, var operands):
      for index in operands.indices.reversed() {
        let new = operands[index].changingLast(&places)
        if new != operands[index] {
          operands[index] = new
          return .group(junction, operands)
        }
      }
      return self
    case .test(.variable(var test), let extras) where !test.comparison.isUnary:
      test.value += " & more"
      return .test(.variable(test), extras: extras)
    case .test:
      places.removeFirst()
      return self
    case .systems, .raw: return self
    }
  }
}
