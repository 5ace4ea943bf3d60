import Containers
import StepCatalog
import TaskSequence
import TestSupport
import Testing

@testable import Checks

@Suite struct FormCheckTests {
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
        if let fault = FormCheck.fault(in: StepReading(node, of: type)) {
          faults["\(document.dialect) \(type.label): \(fault)", default: 0] += 1
        }
        return true
      }
    }
    let count = faults.values.reduce(0, +)
    print("steps with a wrong value: \(count) of \(steps)")
    for (fault, count) in faults.sorted(by: { $0.value > $1.value }) {
      print("  \(count) \(fault)")
    }
    #expect(count == 0 && steps > 3000)
  }
}
