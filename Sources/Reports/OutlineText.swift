import Conditions
import Screen
import StepCatalog
import TaskSequence

/// The outline as lines of text.
struct OutlineText {
  private(set) var lines: [String] = []
  private let numbering: Numbering
  private let secrecy: Secrecy
  /// What the nodes before take.
  private var count = NodeCount()

  init(_ document: SequenceDocument, _ numbering: Numbering) {
    self.numbering = numbering
    secrecy = Secrecy(of: document)
    lines.append(Printable.line(document.name ?? "Task sequence"))
    add(childrenOf: document.sequence, indent: "")
  }

  private mutating func add(childrenOf parent: TaskNode, indent: String) {
    let children = parent.children
    for (index, node) in children.enumerated() {
      let isLast = index == children.count - 1
      let own = NodeCount(of: node)
      let number = numbering.number(of: node, taking: own, after: count)
      lines.append(indent + (isLast ? "└─ " : "├─ ") + text(of: node, number))
      let whole = count + own
      count += NodeCount.start(of: node)
      add(childrenOf: node, indent: indent + (isLast ? "   " : "│  "))
      count = whole
    }
  }

  private func text(of node: TaskNode, _ number: NodeNumber?) -> String {
    var text = number.map { "\($0.text) " } ?? ""
    text += Printable.line(node.name.isEmpty ? "(no name)" : node.name)
    if node.isDisabled { text += " [disabled]" }
    if node.continuesOnError { text += " [continue on error]" }
    if let condition = node.condition, !condition.isEmpty {
      text += " if " + Printable.line(condition.shownText(where: secrecy.isSecret))
    }
    return text
  }
}
