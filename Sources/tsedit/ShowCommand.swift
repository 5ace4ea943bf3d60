import ArgumentParser
import Conditions
import Screen
import TaskSequence
import Workspace

/// Prints the outline of a sequence.
struct ShowCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the outline of a task sequence.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case tree, json }

  @Argument(help: "A task sequence file; - is standard input.", completion: .file())
  var file: String

  @Option(help: "What to print: tree or json.")
  var format = Format.tree

  func run(_ out: inout Output) throws {
    let document = try Files.load(file)
    switch format {
    case .tree: TreeText(document).lines.forEach { out.print($0) }
    case .json: out.print(try SequenceJSON(document).text())
    }
  }
}

/// The outline as lines of text.
struct TreeText {
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
