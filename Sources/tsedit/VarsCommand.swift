import ArgumentParser
import Screen
import StepCatalog
import TaskSequence
import VariableCatalog
import Workspace

/// Lists the variables of sequences, and where one of them is used.
struct VarsCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "vars",
    abstract: "List variables and where they are set, read and passed to steps.",
    discussion: """
      A folder stands for every sequence in it. --name prints each place that names one variable.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Task sequence files or folders; - is standard input.", completion: .file())
  var files: [String]

  @Option(help: "Only this variable, with every place that names it.")
  var name: String?

  @Option(help: "What to print: text or json.")
  var format = Format.text

  func run(_ out: inout Output) throws {
    let sequences = try SequenceFiles(files)
    for fault in sequences.faults { Failure.say("tsedit: " + fault) }
    let report = VariableReport(sequences.entries, only: name)
    switch format {
    case .text where name == nil: report.table.forEach { out.print($0) }
    case .text: report.places.forEach { out.print($0) }
    case .json: out.print(try report.json())
    }
    guard sequences.faults.isEmpty else { throw ExitCode(Failure.badUse) }
  }
}

/// The variables of several sequences taken together.
struct VariableReport: Encodable {
  struct Place: Encodable {
    let file: String
    let path: String
    let role: String
    let place: String
    let text: String?
  }

  struct Row: Encodable {
    let name: String
    let state: String
    let meaning: String?
    /// The name that was probably meant by one that is set nowhere.
    let closest: String?
    let places: [Place]

    func count(_ role: String) -> Int { places.count { $0.role.hasPrefix(role) } }

    var remark: String {
      switch state {
      case "builtIn": meaning.map { "built-in: \($0)" } ?? "built-in"
      case "windows": "of Windows"
      case "unused": "never read here"
      case "unset": "never set here" + (closest.map { "; is \($0) meant?" } ?? "")
      default: ""
      }
    }
  }

  let variables: [Row]
  private let wanted: String?

  private enum CodingKeys: String, CodingKey { case variables }

  init(_ entries: [NamedSequence], only name: String?) {
    wanted = name
    let uses = entries.map { ($0, VariableUses(of: $0.document)) }
    let states = Self.merge(uses.map(\.1))
    variables = states.keys.sorted().compactMap { key in
      guard name.map({ $0.lowercased() == key }) ?? true else { return nil }
      let all = uses.compactMap { entry, uses in uses.named(key).map { (entry, uses, $0) } }
      guard let first = all.first?.2 else { return nil }
      let state = states[key] ?? "used"
      return Row(
        name: first.name, state: state, meaning: first.builtIn?.summary,
        closest: state == "unset" ? all[0].1.nearMiss(of: first.name) : nil,
        places: all.flatMap { entry, _, variable in
          variable.uses.map { Self.place($0, in: entry) }
        })
    }
  }

  /// What holds over all files: one that sets a variable serves those that read it.
  private static func merge(_ all: [VariableUses]) -> [String: String] {
    var states: [String: String] = [:]
    for variable in all.lazy.flatMap(\.all) {
      let key = variable.name.lowercased()
      let new = "\(variable.state)"
      guard let old = states[key], old != new else {
        states[key] = new
        continue
      }
      states[key] = "used"
    }
    return states
  }

  private static func place(_ use: VariableUse, in entry: NamedSequence) -> Place {
    let node = use.place.node
    return Place(
      file: entry.path, path: entry.document.path(of: node.id)?.description ?? "",
      role: use.role.rawValue, place: use.place.words, text: use.place.shownText(about: use.name))
  }

  func json() throws -> String {
    try JSONText.of(self)
  }

  /// A line for each variable.
  var table: [String] {
    let width = variables.map(\.name.count).max() ?? 0
    func line(_ name: String, _ counts: [String], _ remark: String) -> String {
      var text = name + String(repeating: " ", count: max(0, width - name.count))
      for count in counts { text += String(repeating: " ", count: max(1, 7 - count.count)) + count }
      return remark.isEmpty ? text : "\(text)  \(remark)"
    }
    func line(_ row: Row) -> String {
      let counts = ["sets", "reads", "passes"].map { row.count($0) }
      return line(
        Printable.line(row.name), counts.map { $0 == 0 ? "·" : "\($0)" },
        Printable.line(row.remark))
    }
    // What is only a setting of steps comes last.
    let settings = variables.filter { $0.count("passes") == $0.places.count }
    let others = variables.filter { $0.count("passes") < $0.places.count }
    return [line("", ["sets", "reads", "passes"], "")] + (others + settings).map(line)
  }

  /// A line for each place of the variable that was asked for.
  var places: [String] {
    guard let row = variables.first else {
      return ["\(Printable.line(wanted ?? "")) is named nowhere."]
    }
    // Rules that set it more than once are one place.
    var seen: Set<String> = []
    return row.places.map { place in
      let text = place.text.map(Self.short) ?? "••••"
      let path = place.path.isEmpty ? "(the sequence)" : place.path
      return Printable.line("\(place.file): \(path): \(place.role) \(place.place): \(text)")
    }.filter { seen.insert($0).inserted }
  }

  private static func short(_ text: String) -> String {
    text.count > 100 ? text.prefix(99) + "…" : text
  }
}
