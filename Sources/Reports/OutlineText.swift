import Conditions
import Screen
import TaskSequence

/// The outline as lines of text.
struct OutlineText {
  private(set) var lines: [String] = []
  private var steps = 0

  init(_ document: SequenceDocument) {
    lines.append(Printable.line(document.name ?? "Task sequence"))
    add(childrenOf: document.sequence, indent: "")
  }

  private mutating func add(childrenOf parent: TaskNode, indent: String) {
    let children = parent.children
    for (index, node) in children.enumerated() {
      let isLast = index == children.count - 1
      lines.append(indent + (isLast ? "└─ " : "├─ ") + text(of: node))
      add(childrenOf: node, indent: indent + (isLast ? "   " : "│  "))
    }
  }

  private mutating func text(of node: TaskNode) -> String {
    var text = ""
    if node.kind != .group {
      steps += 1
      text += "\(steps) "
    }
    text += Printable.line(node.name.isEmpty ? "(no name)" : node.name)
    if node.isDisabled { text += " [disabled]" }
    if node.continuesOnError { text += " [continue on error]" }
    if let condition = node.condition, !condition.isEmpty {
      text += " if " + Printable.line(condition.text)
    }
    return text
  }
}
