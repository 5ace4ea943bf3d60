package import TaskSequence
import XMLTree

/// One place where a sequence names a variable.
package struct VariableUse: Sendable {
  /// What the place does with it.
  package enum Role: String, Sendable {
    case set = "sets"
    case read = "reads"
    /// Reads the numbered variables `NAME01`, `NAME02` ….
    case readList = "reads list"
    /// Sets the numbered variables.
    case setList = "sets list"
    /// Is a setting of a step, put into the environment while it runs.
    case pass = "passes"
  }

  /// The name as it is spelled there.
  package let name: String
  package let role: Role
  package let place: TextPlace
}

extension TextPlace {
  /// The variables the text names and what it does with them.
  ///
  /// Sources: step-types' properties that hold a variable's name; conditions; the rules of Set
  /// Dynamic Variables.
  package var variableUses: [VariableUse] {
    switch kind {
    case .variableName: return namesOfOwn
    case .condition(_, "Variable"): return whole(.read)
    case .variable(let name):
      if let role = Self.role(ofNameIn: name), !text.isDynamic { return whole(role) }
      if name == "OSDSetDynamicVariablesRules" { return references + rules.uses(at: self) }
      return references
    case .name, .description, .startIn, .command, .condition: return references
    }
  }

  private var references: [VariableUse] {
    VariableText.references(in: text).map {
      VariableUse(name: String($0.name), role: .read, place: self)
    }
  }

  private func whole(_ role: VariableUse.Role) -> [VariableUse] {
    let name = trimmed(text)
    return name.isEmpty ? [] : [VariableUse(name: name, role: role, place: self)]
  }

  /// A variable of the sequence is set at its start; one of a step is passed to it, unless it is an
  /// argument of the command line.
  private var namesOfOwn: [VariableUse] {
    let name = text
    guard !name.isEmpty else { return [] }
    if node.kind == .sequence { return [VariableUse(name: name, role: .set, place: self)] }
    guard element.attribute("hidden")?.lowercased() != "true",
      BuiltInVariables.shared.named(name)?.kind != .argument, Self.role(ofNameIn: name) == nil
    else { return [] }
    return [VariableUse(name: name, role: .pass, place: self)]
  }

  /// What a step does with the variable whose name is the value of one of its own.
  private static func role(ofNameIn variable: String) -> VariableUse.Role? {
    switch variable {
    case "VariableName", "OSDDiskIndexVariable", "SMSTSRunCommandLineOutputVariableName",
      "OSDRunPowerShellScriptOutputVariableName", "VHDOutputVariable":
      .set
    case "OSDDownloadDestinationVariable": .setList
    case "BaseVariableName": .readList
    case "DestinationVariable", "OSDBitLockerDestinationVariable", "DestinationOSVariable",
      "VHDInputVariable":
      .read
    default:
      variable.hasPrefix("OSDPartitions") && variable.hasSuffix("VolumeLetterVariable") ? .set : nil
    }
  }

  var rules: DynamicRules { DynamicRules(text) }
}

/// The rules of a Set Dynamic Variables step, XML inside a value.
struct DynamicRules {
  private let root: Element?

  init(_ text: String) { root = (try? Document(parsing: Array(text.utf8)))?.root }

  /// Calls `visit` with the name of every variable that is set.
  func forEachVariable(_ visit: (String) -> Void) {
    root?.walk { element in
      if element.isNamed("Variable"), let name = element.attribute("Name") { visit(name) }
      return true
    }
  }

  func uses(at place: TextPlace) -> [VariableUse] {
    var uses: [VariableUse] = []
    root?.walk { element in
      if element.isNamed("Variable"), let name = element.attribute("Name") {
        uses.append(VariableUse(name: name, role: .set, place: place))
      } else if element.isNamed("variable"), element.attribute("name") == "Variable" {
        uses.append(VariableUse(name: trimmed(element.text), role: .read, place: place))
      }
      return true
    }
    return uses
  }
}

/// The rules of a Set Dynamic Variables step.
package enum DynamicVariables {
  /// The names of the variables the rules set.
  package static func names(in rules: String) -> [String] {
    var names: [String] = []
    DynamicRules(rules).forEachVariable { names.append($0) }
    return names
  }
}

/// A text without the blanks around it.
func trimmed(_ text: String) -> String {
  let start = text.drop(while: \.isWhitespace)
  return String(start.reversed().drop(while: \.isWhitespace).reversed())
}
