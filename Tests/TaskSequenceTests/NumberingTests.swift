import Foundation
import TaskSequence
import TestSupport
import Testing

@Suite("Nodes are numbered as the editor and as the engine do")
struct NumberingTests {
  /// The names of nodes, and the numbers each way, in their order.
  private static func numbers(_ text: String, _ numbering: Numbering) throws -> [String] {
    var found: [String] = []
    func walk(_ parent: TaskNode, _ before: NodeCount) {
      var before = before
      for node in parent.children {
        let own = NodeCount(of: node)
        let number = numbering.number(of: node, taking: own, after: before)
        found.append("\(node.name) \(number?.text ?? "–")")
        walk(node, before + .start(of: node))
        before += own
      }
    }
    walk(try Draft(text).document.sequence, NodeCount())
    return found
  }

  private static let nested = """
    <sequence version="3.10"><group name="A"><step name="one"/><group name="B" disable="true">
    <step name="two"/></group><step name="three" disable="true"/></group><group name="C"/>
    <step name="four"/></sequence>
    """

  @Test func aGroupTakesTwo() throws {
    #expect(
      try Self.numbers(Self.nested, .engine)
        == ["A 0–6", "one 1", "B 2–4", "two 3", "three 5", "C 7–8", "four 9"])
    #expect(
      try Self.numbers(Self.nested, .steps)
        == ["A –", "one 1", "B –", "two 2", "three 3", "C –", "four 4"])
    let count = NodeCount(of: try Draft(Self.nested).document.sequence)
    #expect(count.instructions == 10 && count.steps == 4 && !count.hasChild)
    #expect(count.width(.engine) == 3 && count.width(.steps) == 1)
  }

  /// A child sequence has numbers of its own nodes between its two, and nobody here knows how many.
  @Test func whatComesAfterAChildIsThatOrMore() throws {
    let text = """
      <sequence version="3.10"><step name="a"/><group name="g"><subtasksequence name="c"/>
      <step name="b"/></group></sequence>
      """
    #expect(try Self.numbers(text, .engine) == ["a 0", "g 1–5+", "c 2–3+", "b 4+"])
    #expect(try Self.numbers(text, .steps) == ["a 1", "g –", "c 2", "b 3"])
  }

  @Test(.enabled(if: SituationFiles.areThere, "\(SituationFiles.skipped)"))
  func asHandedOver() throws {
    let text = try #require(SituationFiles.text(of: "38-numbers.xml"))
    #expect(
      try Self.numbers(text, .engine)
        == [
          "A 0–7", "one 1", "B 2–5", "two 3", "off 4", "three 6", "C 8–10", "four 9", "five 11",
        ])
  }

  /// What real and documented runs say of the numbers of their nodes.
  @Test(.enabled(if: Runs.areThere, "needs run-cases.json beside the situations"))
  func runsAgree() throws {
    let runs = try Runs.read()
    #expect(runs.count > 90)
    var compared = 0
    for run in runs where !run.sequence.contains("<subtasksequence") {
      guard let numbers = try? Self.numbers(run.sequence, .engine) else { continue }
      for event in run.expect.trace ?? [] {
        guard let at = event.at, let node = event.node else { continue }
        let fits =
          numbers.contains("\(node) \(at)") || numbers.contains { $0.hasPrefix("\(node) \(at)–") }
        #expect(fits, "\(run.id): \(node) at \(at) in \(numbers)")
        compared += 1
      }
    }
    #expect(compared > 300, "\(compared)")
  }
}

/// Runs of sequences with what is known of them.
private struct Runs: Decodable {
  struct Run: Decodable {
    struct Expectation: Decodable { let trace: [Event]? }

    struct Event: Decodable {
      let at: Int?
      let node: String?
    }

    let id: String
    let sequence: String
    let expect: Expectation
  }

  let cases: [Run]

  private static let path = "../domain/run-cases.json"

  static var areThere: Bool { SituationFiles.bytes(of: path) != nil }

  static func read() throws -> [Run] {
    let bytes = try #require(SituationFiles.bytes(of: path))
    return try JSONDecoder().decode(Runs.self, from: Data(bytes)).cases
  }
}
