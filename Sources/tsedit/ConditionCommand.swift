import ArgumentParser
import Conditions
import TaskSequence

/// Prints the conditions of a sequence.
struct ConditionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "condition", abstract: "Print the condition of a step or a group.",
    discussion: """
      Without a path, the condition of every node that has one. A path is the names from the top down, \
      with / between, as tsedit show --format json prints it.
      """)

  @Argument(help: "A task sequence file; - is standard input.", completion: .file())
  var file: String

  @Argument(help: "The path of a step or a group.")
  var path: String?

  func run() throws {
    let document = try Files.load(file)
    guard let path else { return printAll(of: document) }
    guard let node = document.node(at: NodePath(path)), node.kind != .sequence else {
      throw Failure(
        "there is no step or group “\(Printable.line(path))”; tsedit show \(Printable.line(file)) prints the names."
      )
    }
    guard let condition = node.condition else {
      return print("Runs always: there is no condition.")
    }
    print(Printable.line(condition.text))
    print(Printable.line(Operand.meaning(of: condition.operand)))
  }

  private func printAll(of document: SequenceDocument) {
    document.sequence.walk { node, _ in
      if let condition = node.condition, let path = document.path(of: node.id) {
        print(Printable.line("\(path): \(condition.text)"))
      }
      return true
    }
  }
}
