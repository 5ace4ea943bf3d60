package import ObjectCatalog
import Screen
import StepCatalog
package import TaskSequence
import VariableCatalog

/// The variables of several sequences taken together.
package struct VariableReport: Report, LineReport, Encodable {
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
    /// Who sets one that nothing in the sequence does.
    let setter: String?
    let places: [Place]

    func count(_ role: String) -> Int { places.count { $0.role.hasPrefix(role) } }

    var remark: String {
      switch state {
      case "builtIn": meaning.map { "built-in: \($0)" } ?? "built-in"
      case "given": setter.map { "set by \($0)" } ?? ""
      case "unset" where meaning != nil: "MDT’s, and nothing here sets it"
      case "windows": "of Windows"
      case "unused": "never read here"
      case "unset": "never set here" + (closest.map { "; is \($0) meant?" } ?? "")
      default: ""
      }
    }
  }

  package static let formats: [Format<VariableReport>] = [.text, .json]

  let variables: [Row]
  private let wanted: String?

  private enum CodingKeys: String, CodingKey { case variables }

  /// The variables of some sequences, or one of them with every place that names it.
  ///
  /// - Parameter catalog: What is known around a sequence.
  package init(
    _ entries: [NamedSequence], only name: String?,
    knowing catalog: (NamedSequence) -> Catalog = { _ in Catalog() }
  ) {
    wanted = name
    let uses = entries.map { ($0, VariableUses(of: $0.document, knowing: catalog($0))) }
    let states = Self.merge(uses.map(\.1))
    variables = states.keys.sorted().compactMap { key in
      guard name.map({ $0.lowercased() == key }) ?? true else { return nil }
      let all = uses.compactMap { entry, uses in uses.named(key).map { (entry, uses, $0) } }
      guard let first = all.first?.2 else { return nil }
      let state = states[key] ?? "used"
      return Row(
        name: first.name, state: state, meaning: first.builtIn?.summary,
        closest: state == "unset" && first.builtIn == nil
          ? all[0].1.nearMiss(of: first.name) : nil,
        setter: state == "given"
          ? all.lazy.flatMap { $0.1.setters.others(of: first.name) }.compactMap(\.words).first
          : nil,
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
      role: use.role.rawValue, place: use.place.words,
      text: use.place.shownText(about: use.name, Secrecy(of: entry.document)))
  }

  package var lines: [String] { wanted == nil ? table : places }

  /// A line for each variable.
  private var table: [String] {
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
  private var places: [String] {
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
