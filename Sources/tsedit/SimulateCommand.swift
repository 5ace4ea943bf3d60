import ArgumentParser
import Facts
import Reports
import Screen
import Workspace

/// Tells what sequences would do, without a machine.
struct SimulateCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Tell what would run in a task sequence, step by step, and why.",
    discussion: """
      Nothing is executed and no query is sent. A situation states facts: a file, TOML or JSON, or the \
      name of one that --list shows; without one all is unknown. What is unknown makes steps that may \
      run. STEP is a path as tsedit show --format json prints it, or a name that one node bears. Several \
      situations are shown side by side. tsedit help runs tells how situations are written and what is \
      assumed. Exits with 0 whatever the result is, with 1 when something is not as expected.
      """)

  @Argument(
    help:
      "Task sequence files or folders; - is standard input. Not needed where a situation has it.",
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("situation"),
    help: "A file of facts, or the name of one that --list shows. May be given several times.",
    completion: .file())
  var situations: [String] = []

  @Option(name: .customLong("set"), help: "A variable's value, NAME=VALUE; NAME= is not set.")
  var values: [String] = []

  @Option(name: .customLong("fail"), help: "The exit code of a step, STEP=CODE.")
  var codes: [String] = []

  @Option(name: .customLong("assume"), help: "What documents leave open, NAME=VALUE.")
  var assumed: [String] = []

  @Option(help: "Show the run from a step on; what lies before still runs.")
  var from: String?

  @Option(help: "Show the run up to a step.")
  var to: String?

  @Option(
    help: "A kept trace, as --format json prints it: tell only what is otherwise.",
    completion: .file())
  var expect: String?

  @Flag(help: "List the situations that come with the program.")
  var list = false

  @OptionGroup var format: FormatOption<RunReport>

  func run(_ out: inout Output) throws {
    guard !list else {
      for name in ReadySituations.names {
        let title = ReadySituations.named(name)?.name ?? ""
        out.print("\(name.padded(to: 24)) \(title)")
      }
      return
    }
    let stated = try StatedSituation.all(situations, changing: change)
    let simulation = Simulation(
      from: from, to: to, expectation: try expect.map(StatedSituation.expectation))
    let (runs, isWhole) = try simulation.runs(of: files, in: stated)
    let report = RunReport(runs)
    try out.print(report, as: format)
    if !report.isAsExpected { throw ExitCode(Failure.findings) }
    guard isWhole else { throw ExitCode(Failure.badUse) }
  }

  /// Puts what the command line states into a situation.
  private func change(_ situation: inout Situation) throws(Failure) {
    for value in values {
      let (name, value) = try Self.parts(value, "--set", "NAME=VALUE", atLast: false)
      situation.variables.removeAll { $0.name.lowercased() == name.lowercased() }
      situation.variables.append(Behaviour.Setting(name, value))
    }
    for code in codes {
      let (step, text) = try Self.parts(code, "--fail", "STEP=CODE", atLast: true)
      guard let code = Int(text) else {
        throw Failure("--fail '\(code)' has no number as its code.")
      }
      var behaviour = situation.behaviour.first { $0.step == step }?.1 ?? Behaviour()
      behaviour.codes = [code]
      situation.behaviour.removeAll { $0.step == step }
      situation.behaviour.append((step, behaviour))
    }
    for assumption in assumed {
      let (name, value) = try Self.parts(assumption, "--assume", "NAME=VALUE", atLast: false)
      do throws(AssumptionFault) { try situation.assumptions.set(name, to: value) } catch {
        throw Failure("--assume: \(error.reason).")
      }
    }
  }

  private static func parts(
    _ text: String, _ option: String, _ form: String, atLast: Bool
  ) throws(Failure) -> (String, String) {
    let sign = atLast ? text.lastIndex(of: "=") : text.firstIndex(of: "=")
    guard let sign, sign != text.startIndex else {
      throw Failure("\(option) '\(Printable.line(text))' is no \(form).")
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}
