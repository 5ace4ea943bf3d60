import Containers
import StepCatalog
import TaskSequence
import TestSupport
import Testing

@testable import Checks

@Suite struct ValueFaultTests {
  /// No value of a real step is called wrong.
  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func realStepsAreNotCalledWrong() {
    var steps = 0
    var faults: [String: Int] = [:]
    for file in Corpus.files(upTo: 1_000_000) {
      guard let document = try? SequenceDocument(loading: file.bytes) else { continue }
      document.sequence.walk { node, _ in
        guard let type = StepTypes.shared.type(of: node, in: document.dialect) else { return true }
        steps += 1
        for fault in ValueFault.all(in: StepReading(node, in: document.dialect)) {
          if case .variable = fault.place {
            faults["\(document.dialect) \(type.label): \(fault.reason)", default: 0] += 1
          }
        }
        return true
      }
    }
    let count = faults.values.reduce(0, +)
    print("wrong values: \(count) in \(steps) steps")
    for (fault, count) in faults.sorted(by: { $0.value > $1.value }) {
      print("  \(count) \(fault)")
    }
    #expect(count == 0 && steps > 3000)
  }

  /// Whatever is wrong with a value, one rule says it, and only one.
  @Test func everyFaultHasOneRule() throws {
    let values = [
      "", " ", "x y", "0,3010", "99999999", "15", "_A", String(repeating: "a", count: 33_000),
    ]
    var found: Set<String> = []
    for value in values {
      for property in Property.allCases {
        let xml = """
          <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" \
          name="S" \(property == .name ? "" : "\(property.attribute)=\"\(value)\"")/></sequence>
          """
        found.formUnion(
          try Self.rules(
            property == .name ? xml.replacing("name=\"S\"", with: "name=\"\(value)\"") : xml))
      }
      for type in StepTypes.shared.all(in: .configurationManager) where !type.isChildSequence {
        for field in type.fields {
          let xml = """
            <sequence version="3.10"><step type="\(type.type ?? "")" name="S"><defaultVarList>\
            <variable name="\(field.variable)" property="P">\(value)</variable></defaultVarList>\
            </step></sequence>
            """
          found.formUnion(try Self.rules(xml))
        }
      }
    }
    #expect(
      found
        == [
          "ERR18", "ERR22", "CMD11", "CMD12", "LIM02", "LIM03", "LIM04", "LIM05", "NAM04", "XML04",
          "XML05", "XML08",
        ])
  }

  /// The rules that say something of the one step of a sequence, each fault being said once.
  private static func rules(_ xml: String) throws -> [String] {
    let document = try SequenceDocument(loading: Array(xml.utf8))
    let node = try #require(document.sequence.children.first)
    let reading = NodeReading(StepReading(node, in: document.dialect), [], isStrict: false)
    let rules = RuleSelection { $0.tags.contains("value") }
    let findings = reading.findings(rules.local, isRunning: true)
    #expect(findings.count == reading.faults.count, "\(xml)")
    #expect(Set(findings.map(\.message)) == Set(reading.faults.map(\.reason)), "\(xml)")
    return findings.map(\.rule)
  }
}
