import Basics
import Conditions
import Facts
import StepCatalog
import TaskSequence
import VariableCatalog
import XMLTree

/// What steps do to variables, and what comes of running them.
extension Runner {
  /// Runs a step once, as it is stated, else as it would succeed.
  mutating func perform(
    _ node: ReadNode, _ facts: StepFacts, _ behaviour: Behaviour?,
    _ performance: inout Performance
  ) {
    let attempt = starts[row] - 1
    if let id = missingContent(of: node) {
      performance.code = nil
      performance.fails = true
      performance.notes.append(.missingContent(id))
      return
    }
    for setting in behaviour?.sets(at: attempt) ?? [] {
      set(variables.slot(setting.name), to: .known(setting.value))
    }
    if behaviour?.timesOut == true {
      // 800705B4, as the engine logs it.
      performance.code = 1460
      performance.fails = true
      performance.notes.append(.timedOut)
      return
    }
    if let code = behaviour?.code(at: attempt) { performance.code = code }
    switch facts.deed {
    case .applications: installApplications(node, behaviour, &performance)
    case .packages: installPackages(node, behaviour, &performance)
    default: break
    }
    guard !performance.fails, let code = performance.code, isSuccess(code, node) else { return }
    succeed(node, facts, behaviour, &performance)
  }

  /// What a step does that succeeds.
  private mutating func succeed(
    _ node: ReadNode, _ facts: StepFacts, _ behaviour: Behaviour?,
    _ performance: inout Performance
  ) {
    switch facts.deed {
    case .setVariable: setVariable(node, &performance)
    case .dynamicVariables: setDynamicVariables(node, &performance)
    case .format: isFormatted = isFormatted || (isCertain && stepDoubt == nil)
    case .gather: gather(facts)
    default: break
    }
    if facts.deed != .setVariable, facts.deed != .dynamicVariables, facts.deed != .gather {
      setOutputs(node, facts)
    }
    let marks = CommandMarks(of: node.action)
    if marks.contains(.nextPhase) { nextPhase() }
    if marks.contains(.gather), facts.deed != .gather { gather(facts) }
    if marks.contains(.variables), facts.deed == .command, let action = node.action {
      follow(script: action.text)
    }
    if facts.hasScript { followScripts(of: node, facts) }
    if let target = behaviour?.restart {
      performance.target = target
    } else {
      performance.target = target(of: node, facts)
    }
  }

  // MARK: Restarts of its own

  private mutating func target(of node: ReadNode, _ facts: StepFacts) -> String? {
    switch facts.deed {
    case .setUp: return nil
    case .restart:
      let action = node.action.map { expanded($0.text) }?.text ?? ""
      let stated = action.lowercased().firstRange(of: "/target:").map { range in
        action.dropFirst(
          action.lowercased().distance(from: action.lowercased().startIndex, to: range.upperBound)
        )
        .prefix { !$0.isWhitespace && $0 != "\"" }
      }
      let word = stated.map { $0.lowercased() } ?? node.variable("SMSRebootTarget")?.lowercased()
      return word == "winpe" ? "WinPE" : "HD"
    case .prepareForCapture: return "WinPE"
    default:
      guard let type = facts.type else { return nil }
      return type.restarts(given: node.variable).contains(.always) ? "HD" : nil
    }
  }

  // MARK: Variables

  private mutating func setVariable(_ node: ReadNode, _ performance: inout Performance) {
    let name = expanded(node.variable("VariableName") ?? "")
    let value = expanded(
      node.variable("VariableValue") ?? node.variable("SetVariableActionHiddenVariableValue") ?? "")
    guard let name = name.text else {
      performance.failure = name.needs
      variables.forgetAll(maybe: name.needs)
      return
    }
    // Blanks around a name do not count (Microsoft's article on using variables).
    setNamed(String(name.trimming(while: \.isWhitespace)), value, &performance)
  }

  /// Sets a variable as a step of the engine does, which no read-only one is.
  mutating func setNamed(_ name: String, _ value: RunValue, _ performance: inout Performance) {
    guard !name.hasPrefix("_") else {
      assume(.readOnlySet)
      performance.notes.append(.readOnly(name))
      guard assumptions[.readOnlySet] == "fail" else { return }
      performance.code = 1
      performance.fails = true
      return
    }
    set(variables.slot(name), to: value)
  }

  /// What a type of step sets by itself, and what fields of it name for it to set.
  private mutating func setOutputs(_ node: ReadNode, _ facts: StepFacts) {
    // What only the run knows is not there in a situation that knows all that there is.
    if situation.unstated == .unknown {
      for name in facts.sets where name != "_TSAppInstallStatus" {
        let slot = variables.slot(name)
        if behaviours[row]?.sets.contains(where: { $0.contains { $0.name == name } }) == true {
          continue
        }
        // Some of the product's own come only with what they tell of, as a rollback.
        set(slot, to: .anything(isSet: !name.hasPrefix("_"), book.needs(.variable, name)))
      }
    }
    for (field, sources) in facts.namings {
      if let name = node.variable(field) { setOutput(name, sources, node) }
    }
    guard facts.hasRowNamings, let type = facts.type else { return }
    for variable in node.node.variables {
      if facts.namings.contains(where: { $0.variable == variable.name }) { continue }
      if case .sets(let sources) = type.naming(in: variable.name) {
        setOutput(variable.value, sources, node)
      }
    }
  }

  /// Sets the variable that a field names, to what others of the step hold, else to what only the run
  /// knows.
  private mutating func setOutput(_ name: String, _ sources: [String], _ node: ReadNode) {
    guard !name.isEmpty, let name = expanded(name).text else { return }
    let slot = variables.slot(name)
    if let source = sources.lazy.compactMap({ node.variable($0) }).first(where: { !$0.isEmpty }) {
      set(slot, to: expanded(source))
    } else if situation.unstated == .unknown {
      set(slot, to: .anything(book.needs(.variable, name)))
    }
  }

  /// What a script may set whose text names variables.
  ///
  /// The engine's own program sets what it says; of any other nobody knows whether it comes to that.
  private mutating func follow(script text: String) {
    let accesses = ScriptAccess.all(in: text)
    let isProgram = text.lowercased().drop { $0 == "\"" || $0.isWhitespace }.hasPrefix("tsenv.exe")
    for access in accesses where access.role == .sets {
      if isProgram, let value = access.value {
        set(variables.slot(access.name), to: expanded(value))
      } else if situation.unstated == .unknown {
        maySet(access.name)
      }
    }
  }

  private mutating func followScripts(of node: ReadNode, _ facts: StepFacts) {
    guard situation.unstated == .unknown else { return }
    for variable in node.node.variables where facts.type?.field(of: variable.name)?.kind == .script
    {
      guard let script = ScriptText.decode(variable.value) else { continue }
      for access in ScriptAccess.all(in: script) where access.role == .sets {
        maySet(access.name)
      }
    }
  }

  /// A script may set a variable, to something nobody knows, where nobody states what it sets.
  private mutating func maySet(_ name: String) {
    let isStated = behaviours[row]?.sets.isEmpty == false
    guard !isStated else { return }
    let needs = book.needs(.variable, name)
    let doubt = stepDoubt
    stepDoubt = (doubt ?? Needs()).union(needs)
    set(variables.slot(name), to: .anything(needs))
    stepDoubt = doubt
  }

  // MARK: Content

  /// The id of an object that the step uses and whose content is stated not to be there.
  ///
  /// The check of packages before the first step makes it an error at the step that uses it
  /// (Microsoft's article on what to plan for).
  private func missingContent(of node: ReadNode) -> String? {
    let missing = situation.found.missingContent
    guard !missing.isEmpty else { return nil }
    for variable in node.node.variables {
      for part in variable.value.uppercased().split(whereSeparator: { ",;: ".contains($0) })
      where missing.contains(String(part)) {
        return String(part)
      }
    }
    return nil
  }
}
