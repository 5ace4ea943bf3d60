import ArgumentParser
import Conditions
import Operations
import Reports
import Screen
import TaskSequence
import Workspace

/// Prints conditions, writes them from text, and tries them out.
struct ConditionCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "condition",
    abstract: "Print the condition of a step or a group, change it, or try it out.",
    discussion: """
      A path is the names from the top down, with / between, as tsedit show --format json prints it; \
      without one the condition of every node is printed. With --set-text the file is written, unless \
      a reference in it is unresolved. With values, each operand is told true, false or unknown. \
      tsedit help conditions says how conditions are written.
      """)

  @Argument(help: "A task sequence file; - is standard input.", completion: .file())
  var file: String?

  @Argument(help: "The path of a step or a group.")
  var path: String?

  @Option(help: "Write this condition; an empty text takes the condition away.")
  var setText: String?

  @Option(help: "Try this condition out; needs no file.")
  var eval: String?

  @Option(name: .customLong("set"), help: "A variable's value, NAME=VALUE; NAME= is not set.")
  var values: [String] = []

  @Option(name: .customLong("true"), help: "A test that holds, such as 'folder C:\\Temp exists'.")
  var holding: [String] = []

  @Option(name: .customLong("false"), help: "A test that does not hold.")
  var failing: [String] = []

  @OptionGroup var known: CatalogOptions

  func run(_ out: inout Output) throws {
    let facts = try facts()
    if let eval {
      guard file == nil, setText == nil else { throw Failure("--eval stands without a file.") }
      return out.print(ConditionReport(outcomesOf: try Self.change(eval).operand, facts))
    }
    guard let file else { throw Failure("name a task sequence, or a condition with --eval.") }
    let document = try Files.load(file)
    guard let path else {
      guard setText == nil else { throw Failure("--set-text needs the path of a step or a group.") }
      return out.print(ConditionReport(of: document))
    }
    guard let node = document.node(at: NodePath(path)), node.kind != .sequence else {
      let own = document.name.map { path.hasPrefix($0 + "/") } ?? false
      throw Failure(
        "there is no step or group “\(Printable.line(path))”; "
          + (own
            ? "paths begin below the name of the sequence." : "tsedit show prints the names."))
    }
    if let setText { return try write(setText, to: node, of: document, file, &out) }
    out.print(ConditionReport(of: node, in: document))
    guard let condition = node.condition, !facts.isEmpty else { return }
    out.print(ConditionReport(outcomesOf: condition.operand, facts))
  }

  private func write(
    _ text: String, to node: TaskNode, of document: SequenceDocument, _ file: String,
    _ out: inout Output
  ) throws {
    let change = try Self.change(text)
    let edit: Edit
    do throws(Refusal) {
      edit = try document.applying(
        ChangeCondition(change, of: document.paths(of: [node.id])))
    } catch {
      throw Failure("\(error.reason).", code: Failure.refused)
    }
    var gate = try known.gate(Settings())
    try gate.deliver(
      edit.document, to: file, opened: document, source: file == "-" ? nil : file, &out)
  }

  // MARK: Texts and values

  private static func change(_ text: String) throws(Failure) -> ConditionChange {
    do throws(ConditionFault) { return try ConditionChange(text: text) } catch {
      let mark = String(repeating: " ", count: error.position) + "^"
      throw Failure("\(error.sentence).\n\(text)\n\(mark)")
    }
  }

  private func facts() throws(Failure) -> StatedFacts {
    var facts = StatedFacts()
    for value in values where !facts.add(value) {
      throw Failure("--set '\(value)' is no NAME=VALUE.")
    }
    for (tests, holds) in [(holding, true), (failing, false)] {
      for test in tests where !facts.add(test: test, holds) {
        throw Failure("--\(holds) '\(test)' is no test.")
      }
    }
    return facts
  }
}

extension ConditionChange {
  /// The condition it sets.
  fileprivate var operand: Operand? {
    switch self {
    case .set(let operand): operand
    case .add(let operand): operand
    case .clear: nil
    }
  }
}
