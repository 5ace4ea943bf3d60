import Facts
import TaskSequence

/// Dynamic lists of applications and packages (Microsoft's article on steps).
extension Runner {
  /// Installs what `BASE01`, `BASE02` … name, up to the first number that is missing.
  mutating func installApplications(
    _ node: ReadNode, _ behaviour: Behaviour?, _ performance: inout Performance
  ) {
    let names = names(of: node, field: "ApplicationName", digits: 2, most: 99)
    guard let names = names.list else {
      if let needs = names.needs,
        behaviour?.items.values.contains(where: { !Self.installs($0) }) == true
      {
        performance.failure = needs
      }
      set(variables.slot("_TSAppInstallStatus"), to: .anything(isSet: true, names.needs ?? Needs()))
      return
    }
    var skipped: [String] = []
    var known: [String] = []
    for name in names {
      if behaviour?.unknown.contains(name) == true {
        skipped.append(name)
      } else {
        known.append(name)
      }
    }
    install(known, leaving: skipped, node, behaviour, &performance)
    guard let items = performance.items else { return }
    let status =
      performance.fails || items.skipped.count > skipped.count
      ? "Error" : items.installed.isEmpty ? "Undefined" : "Success"
    set(variables.slot("_TSAppInstallStatus"), to: .known(status))
  }

  /// Installs what `BASE001`, `BASE002` … name: `PackageID:Program`.
  mutating func installPackages(
    _ node: ReadNode, _ behaviour: Behaviour?, _ performance: inout Performance
  ) {
    let names = names(of: node, field: nil, digits: 3, most: 999)
    guard let list = names.list else {
      if let needs = names.needs { performance.failure = needs }
      return
    }
    install(list, leaving: [], node, behaviour, &performance) { value in
      let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let isSound =
        parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
        && !parts[0].contains(where: \.isLowercase)
      return isSound && behaviour?.unknown.contains(value) != true
    }
  }

  /// Installs one after the other; a failure ends it, unless the step is told to go on with others.
  private mutating func install(
    _ names: [String], leaving skipped: [String], _ node: ReadNode, _ behaviour: Behaviour?,
    _ performance: inout Performance, where isSound: (String) -> Bool = { _ in true }
  ) {
    let goesOn = node.variable("ContinueOnInstallError")?.lowercased() == "true"
    var (installed, skipped): ([String], [String]) = ([], skipped)
    var needsRestart = false
    for name in names {
      let code = isSound(name) ? behaviour?.items[name] ?? 0 : 1
      if Self.installs(code), isSound(name) {
        installed.append(name)
        needsRestart = needsRestart || code == 3010
      } else if goesOn {
        skipped.append(name)
      } else {
        performance.code = code
        performance.fails = true
        performance.notes.append(isSound(name) ? .item(name) : .badItem(name))
        break
      }
    }
    performance.items = (installed, skipped)
    if needsRestart, !performance.fails { performance.target = "HD" }
  }

  /// Whether an exit code says that something is installed, with a restart to come or not.
  private static func installs(_ code: Int) -> Bool { code == 0 || code == 3010 }

  /// The names a step installs: of its list, else those in its field; no list where a variable of it is
  /// not known.
  private mutating func names(
    of node: ReadNode, field: String?, digits: Int, most: Int
  ) -> (list: [String]?, needs: Needs?) {
    guard let base = node.variable("BaseVariableName"), !base.isEmpty else {
      let list = field.flatMap { node.variable($0) } ?? ""
      return (list.split(separator: ",").map { String($0.drop { $0 == " " }) }, nil)
    }
    let expandedBase = expanded(base)
    guard let base = expandedBase.text else { return (nil, expandedBase.needs) }
    var names: [String] = []
    for number in 1...most {
      let text = String(number)
      let name = base + String(repeating: "0", count: max(0, digits - text.count)) + text
      let value = value(variables.slot(name))
      guard let known = value.text else { return (nil, value.needs) }
      guard !known.isEmpty else { break }
      names.append(known)
    }
    return (names, nil)
  }
}
