import Containers
import DryRun
import Facts
import Reports
import Screen
import Storage
import TaskSequence
import Workspace

/// Runs of sequences in situations, with what is around the sequences.
struct Simulation {
  let from: String?
  let to: String?
  /// What is expected of every run, beside what its situation expects.
  let expectation: Expectation?

  /// The runs: each sequence in each situation; and whether all files could be read.
  func runs(
    of files: [String], in situations: [StatedSituation]
  ) throws(Failure) -> (runs: [RunReport.Run], isWhole: Bool) {
    var runs: [RunReport.Run] = []
    guard !files.isEmpty else {
      for stated in situations {
        guard let text = stated.situation.sequence else {
          throw Failure("name a task sequence, or a situation that holds one.")
        }
        let name = stated.name ?? "the situation"
        let document = try Self.parse(text, of: "the sequence of \(Printable.line(name))")
        runs.append(try run(document, at: nil, in: stated, beside: []))
      }
      return (runs, true)
    }
    let sequences = try SequenceFiles(files)
    for note in sequences.notes { Failure.say("tsedit: " + note) }
    for fault in sequences.faults { Failure.say("tsedit: " + fault) }
    for entry in sequences.entries {
      for stated in situations {
        runs.append(
          try run(entry.document, at: entry.path, in: stated, beside: sequences.entries))
      }
    }
    return (runs, sequences.faults.isEmpty)
  }

  private func run(
    _ document: SequenceDocument, at path: String?, in stated: StatedSituation,
    beside entries: [NamedSequence]
  ) throws(Failure) -> RunReport.Run {
    var situation = stated.situation
    if situation.start == nil, situation.launch == nil, stated.name == nil {
      situation.start = Trace.usualStart(of: document)
    }
    let place = path.map { Printable.line($0) } ?? stated.name ?? "the situation"
    let deployment = try situation.deployment.map { name throws(Failure) in
      try StatedSituation.deployment(name, around: path ?? stated.folder.map { "\($0)/x" })
    }
    if situation.launch == nil { situation.launch = deployment?.launch }
    var children = SimulatedChildren(stated)
    try children.find(for: document, at: path, beside: entries)
    let rules = path.flatMap { ShareRules(around: $0, document) }?.results(in: situation)
    let table: InstructionTable
    do throws(InstructionTable.TooLarge) {
      table = try InstructionTable(
        of: document, children: children.known,
        takingMissingAsEmpty: situation.assumptions[.childMissing] == "empty")
    } catch {
      throw Failure(
        "\(place): more than \(InstructionTable.TooLarge.limit) nodes, with all children.")
    }
    do throws(SituationFault) {
      let trace = try Trace(
        of: table, in: situation, settings: rules?.settings ?? [], unsure: rules?.unsure ?? [])
      for stray in trace.strays {
        Failure.say("tsedit: \(place): no node is called '\(stray)'.")
      }
      var differences: [String] = []
      for expectation in [situation.expectation, expectation].compactMap(\.self) {
        differences += trace.differences(from: expectation)
      }
      return RunReport.Run(
        trace, of: path, in: stated.name, showing: try trace.events(from: from, to: to),
        differences: differences, remarks: deployment?.remarks(onRunOf: trace.seconds) ?? [])
    } catch {
      throw Failure("\(place): \(Printable.line(error.reason)).")
    }
  }

  /// Reads a sequence that stands in a situation.
  static func parse(_ text: String, of name: String) throws(Failure) -> SequenceDocument {
    do throws(LoadFailure) { return try SequenceDocument(loading: Array(text.utf8)) } catch {
      throw Failure("\(name): \(OpenFailure.content(error).sentence).")
    }
  }
}
