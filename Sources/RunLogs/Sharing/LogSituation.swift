import TaskSequence

/// What a log tells of a machine and a run, as a situation for a dry run.
///
/// It holds what variables held before the run, or were found to hold by tests; what queries brought;
/// which codes steps ended with, what their scripts set and how long they took. Secrets are left out and
/// named. What the log does not tell is unknown.
package struct LogSituation {
  private let run: LogRun
  private let source: String

  /// The situation of one of the runs that were read, from 1, or of the last one; of logs of scripts
  /// alone what they say of variables.
  ///
  /// Nil where there is no such run, or nothing at all.
  package init?(_ reading: LogReading, run number: Int?) {
    let names = (reading.files + reading.companions).map(\.name).joined(separator: ", ")
    let place = (number ?? reading.runs.count) - 1
    if reading.runs.indices.contains(place) {
      run = reading.runs[place]
      let which = reading.runs.count > 1 ? ", run \(place + 1)" : ""
      source = names + which + (run.began.map { " of \($0.text)" } ?? "")
    } else {
      guard number == nil, !reading.told.all.isEmpty else { return nil }
      var run = LogRun()
      run.values = reading.told
      (self.run, source) = (run, names)
    }
  }

  /// As TOML.
  package var text: String {
    var lines = ["# From \(TOMLWord.comment(source)). What it does not tell is unknown."]
    lines += secrets.map {
      "# \(TOMLWord.comment($0)) is set; what it holds is a secret and stays in the log."
    }
    if let start { lines.append("start = \"\(start)\"") }
    lines.append("unstated = \"unknown\"")
    lines += table("variables", variables.map { ($0.name, $0.value) })
    lines += table("facts.wmi", queries)
    lines += behaviour
    return lines.map { $0 + "\n" }.joined()
  }

  private func table(_ name: String, _ rows: [(String, String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    return ["", "[\(name)]"]
      + rows.map { "\(TOMLWord.key($0.0)) = \(TOMLWord.text($0.1))" }
  }

  // MARK: Variables

  /// What the engine empties or sets for itself at every start.
  private static let own: Set<String> = [
    "smstsrebootrequested", "smstsrebootmessage", "smstsrebootreason", "smstsretryrequested",
    "_smstslogpath", "_smstsinwinpe",
  ]

  private var told: [RevealedValues.Value] {
    run.values.all.filter { $0.origin != .set && !Self.own.contains($0.name.lowercased()) }
  }

  private var variables: [(name: String, value: String)] {
    told.filter { !$0.first.contains(Secrets.mask) }.map { ($0.name, $0.first) }
  }

  private var secrets: [String] {
    told.filter { $0.first.contains(Secrets.mask) }.map(\.name)
  }

  /// Where the run began, as far as the log tells.
  private var start: String? {
    if let value = run.values.all.first(where: { $0.name.lowercased() == "_smstsinwinpe" }) {
      return value.first.lowercased() == "true" ? "WinPE" : "FullOS"
    }
    for test in run.visits.lazy.flatMap(\.tests)
    where test.variable?.lowercased() == "_smstsinwinpe" && test.texts[0].lowercased() == "equals" {
      guard let result = test.result else { break }
      return result == (test.texts[2].lowercased() == "true") ? "WinPE" : "FullOS"
    }
    // Windows PE is always on X:.
    guard let path = run.values.all.first(where: { $0.name.lowercased() == "_smstslogpath" })
    else { return nil }
    return path.first.lowercased().hasPrefix("x:") ? "WinPE" : "FullOS"
  }

  /// Queries whose outcome follows from a condition.
  private var queries: [(String, String)] {
    var seen: Set<String> = []
    return run.visits.flatMap(\.tests).compactMap { test in
      guard test.kind == .wmi, test.texts.count == 2, let result = test.result,
        seen.insert(test.texts[1].lowercased()).inserted
      else { return nil }
      return (test.texts[1], result ? "rows" : "none")
    }
  }

  // MARK: Behaviour

  /// What a step did, over all its tries.
  private struct Deed {
    var codes: [Int] = []
    var sets: [[LoggedValue]] = []
    var restarts = 0
    var milliseconds = 0
  }

  private var behaviour: [String] {
    let paths = VisitPaths(run)
    var order: [String] = []
    var deeds: [String: Deed] = [:]
    for (index, visit) in run.visits.enumerated() where visit.isGroup != true {
      guard let name = paths.name(of: index) else { continue }
      if deeds[name] == nil { order.append(name) }
      var deed = deeds[name] ?? Deed()
      if visit.outcome == .ran || visit.outcome?.isFailure == true {
        deed.codes.append(visit.code ?? 0)
        deed.sets.append(visit.sets)
        deed.milliseconds += visit.milliseconds ?? 0
      } else if visit.outcome == .restart, visit.target == "unexpected" {
        deed.restarts += 1
      }
      deeds[name] = deed
    }
    return order.flatMap { name in deeds[name].map { lines(of: name, $0) } ?? [] }
  }

  private func lines(of name: String, _ deed: Deed) -> [String] {
    var lines: [String] = []
    if deed.codes.contains(Self.timeOut) {
      lines.append("timesOut = true")
    } else if deed.codes.contains(where: { $0 != 0 }) {
      lines.append("codes = [\(deed.codes.map(String.init).joined(separator: ", "))]")
    }
    if deed.sets.contains(where: { !$0.isEmpty }) {
      let sets = deed.sets.map { values in
        var last: [String: String] = [:]
        let names = values.filter { last.updateValue($0.value, forKey: $0.name) == nil }.map(\.name)
        let shown = names.filter { last[$0]?.contains(Secrets.mask) == false }
        return "{ "
          + shown.map { "\(TOMLWord.key($0)) = \(TOMLWord.text(last[$0] ?? ""))" }
          .joined(separator: ", ") + " }"
      }
      lines.append("sets = [\(sets.joined(separator: ", "))]")
    }
    if deed.restarts > 0 { lines.append("unexpectedRestarts = \(deed.restarts)") }
    if deed.milliseconds >= 1000 { lines.append("takes = \(deed.milliseconds / 1000)") }
    return lines.isEmpty ? [] : ["", "[behaviour.\(TOMLWord.text(name))]"] + lines
  }

  /// “The timeout period expired”, 1460 as an HRESULT.
  private static let timeOut = 0x8007_05B4
}

/// How names and values are written in TOML.
enum TOMLWord {
  static func key(_ name: String) -> String {
    let isBare =
      !name.isEmpty
      && name.utf8.allSatisfy {
        $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F
          || $0 == 0x2D
      }
    return isBare ? name : text(name)
  }

  static func text(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  /// A text as a comment can hold it.
  static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
