import Checks
package import Conditions
import Screen
import StepCatalog
package import TaskSequence

/// Conditions, told line by line.
package struct ConditionReport: LineReport {
  package let lines: [String]

  private init(_ lines: [String]) { self.lines = lines.map(Printable.line) }

  /// All conditions of a sequence, each with the path of its node.
  package init(of document: SequenceDocument) {
    var lines: [String] = []
    let secrecy = Secrecy(of: document)
    document.sequence.walk { node, _ in
      if let condition = node.condition, let path = document.path(of: node.id) {
        lines.append("\(path): \(condition.shownText(where: secrecy.isSecret))")
      }
      return true
    }
    self.init(lines)
  }

  /// The condition of a node: its text, what it means, and what is doubtful about it.
  package init(of node: TaskNode, in document: SequenceDocument) {
    guard let condition = node.condition else {
      self.init(["Runs always: there is no condition."])
      return
    }
    let check = ConditionCheck(of: document)
    let findings = check.findings(in: condition.operand, of: node.id)
    let secrecy = Secrecy(of: document)
    let shown = condition.operand?.covered(where: secrecy.isSecret)
    self.init(
      [ConditionText.format(shown), Operand.meaning(of: shown)]
        + findings.map { "! \(node.coverOwn($0.message, secrecy))" })
  }

  /// A line for each operand: what it comes to where some things are known, and its text.
  package init(outcomesOf operand: Operand?, _ facts: StatedFacts) {
    var lines: [String] = []
    func add(_ truth: Truth, _ depth: Int, _ text: String) {
      let indent = String(repeating: "  ", count: depth)
      lines.append("\(truth.rawValue.padded(to: 9))\(indent)\(text)")
    }
    func add(_ operand: Operand, _ depth: Int) {
      add(
        operand.truth(knowing: facts), depth,
        ConditionText.format(operand.covered(where: Secrets.isSecret)))
      for inner in operand.operands { add(inner, depth + 1) }
    }
    if let operand { add(operand, 0) } else { add(.yes, 0, "always") }
    self.init(lines)
  }
}
