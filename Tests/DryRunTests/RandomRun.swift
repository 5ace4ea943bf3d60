import DryRun
import Facts
import TaskSequence
import TestSupport

/// Sequences and situations by chance, small enough that everything in them meets everything else.
struct RandomRun {
  /// A node, before it is written down.
  indirect enum Node {
    case step(name: String, xml: String, isDisabled: Bool)
    case group(name: String, head: String, condition: String, [Node], isDisabled: Bool)

    func xml(leavingOutDisabled: Bool) -> String {
      switch self {
      case .step(_, let xml, let isDisabled): isDisabled && leavingOutDisabled ? "" : xml
      case .group(let name, let head, let condition, let nodes, let isDisabled):
        isDisabled && leavingOutDisabled
          ? ""
          : "<group name=\"\(name)\"\(head)>\(condition)"
            + nodes.map { $0.xml(leavingOutDisabled: leavingOutDisabled) }.joined() + "</group>"
      }
    }
  }

  private(set) var nodes: [Node] = []
  private(set) var child: [Node] = []
  /// Stated variables and queries.
  private(set) var variables: [String: String] = [:]
  private(set) var queries: [String: FoundFacts.Answer] = [:]
  private(set) var situation = Situation()
  private var count = 0
  /// Names are to be each node's own, and so the child runs once.
  private var hasChild = false

  static let names = ["A", "B", "C", "PHASE", "DeploymentMethod", "L01", "L02"]
  static let tests = ["SELECT * FROM One", "SELECT * FROM Two"]

  init(_ seeded: inout Seeded) {
    nodes = nodes(&seeded, 0, hasChildren: true)
    child = nodes(&seeded, 2, hasChildren: false)
    for name in Self.names {
      variables[name] =
        name == "PHASE"
        ? seeded.pick(["VALIDATION", "PREINSTALL", "", "x"])
        : name == "DeploymentMethod"
          ? seeded.pick(["UNC", "OSD"]) : seeded.pick(["", "1", "2", "x"])
    }
    for query in Self.tests { queries[query] = seeded.pick([FoundFacts.Answer.rows, .none]) }
    situation.start = seeded.pick([.winPE, .fullOS])
    situation.children = [
      ("XYZ00001", Situation.Child(sequence: "<sequence version=\"3.10\">\(xml(child))</sequence>"))
    ]
  }

  /// The XML of the sequence.
  func text(leavingOutDisabled: Bool = false) -> String {
    "<sequence version=\"3.10\">\(xml(nodes, leavingOutDisabled: leavingOutDisabled))</sequence>"
  }

  private func xml(_ nodes: [Node], leavingOutDisabled: Bool = false) -> String {
    nodes.map { $0.xml(leavingOutDisabled: leavingOutDisabled) }.joined()
  }

  /// The situation with all that is stated but some things, whose rest is not known.
  func situation(forgetting forgotten: Set<String> = [], isAbsent: Bool) -> Situation {
    var situation = situation
    situation.unstated = isAbsent ? .absent : .unknown
    situation.variables = variables.sorted { $0.key < $1.key }.filter {
      !forgotten.contains($0.key)
    }
    .map { Behaviour.Setting($0.key, $0.value) }
    for (query, answer) in queries where !forgotten.contains(query) {
      situation.found.set(query, to: answer)
    }
    return situation
  }

  // MARK: Nodes

  private mutating func nodes(_ seeded: inout Seeded, _ depth: Int, hasChildren: Bool) -> [Node] {
    var nodes: [Node] = []
    for _ in 0..<1 + seeded.below(4) {
      if depth < 4, seeded.chance(45) {
        let name = name("G")
        let isDisabled = seeded.chance(8)
        let head = attributes(&seeded, isDisabled, 45)
        let condition = seeded.chance(40) ? condition(&seeded) : ""
        nodes.append(
          .group(
            name: name, head: head, condition: condition,
            self.nodes(&seeded, depth + 1, hasChildren: hasChildren), isDisabled: isDisabled))
      } else {
        nodes.append(step(&seeded, hasChildren: hasChildren))
      }
    }
    return nodes
  }

  private mutating func name(_ kind: String) -> String {
    count += 1
    return "\(kind)\(count)"
  }

  private func attributes(_ seeded: inout Seeded, _ isDisabled: Bool, _ chance: Int) -> String {
    (isDisabled ? " disable=\"true\"" : "")
      + (seeded.chance(chance) ? " continueOnError=\"true\"" : "")
  }

  private mutating func step(_ seeded: inout Seeded, hasChildren: Bool) -> Node {
    let isDisabled = seeded.chance(10)
    let name = name("S")
    let head = "name=\"\(name)\"\(attributes(&seeded, isDisabled, 20)) successCodeList=\"0 3010\""
    let condition = seeded.chance(35) ? condition(&seeded) : ""
    var xml: String
    switch seeded.below(hasChildren && !hasChild ? 9 : 8) {
    case 0:
      let value = seeded.pick(["1", "2", "", "%B%", "x"])
      let variable = seeded.pick(["A", "B", "C"])
      xml =
        "<step type=\"SMS_TaskSequence_SetVariableAction\" \(head)>\(condition)<action>tsenv.exe x</action>"
        + "<defaultVarList><variable name=\"VariableName\">\(variable)</variable>"
        + "<variable name=\"VariableValue\">\(value)</variable></defaultVarList></step>"
    case 1:
      let target = seeded.pick(["HD", "WinPE"])
      xml =
        "<step type=\"SMS_TaskSequence_RebootAction\" \(head)>\(condition)"
        + "<action>smsboot.exe /target:\(target)</action></step>"
    case 2:
      xml = "<step \(head)>\(condition)<action>cscript.exe ZTINextPhase.wsf</action></step>"
    case 3:
      xml =
        "<step type=\"SMS_TaskSequence_InstallApplicationAction\" \(head)>\(condition)<action>a</action>"
        + "<defaultVarList><variable name=\"BaseVariableName\">L</variable></defaultVarList></step>"
    case 8:
      hasChild = true
      xml =
        "<subtasksequence \(head)>\(condition)<defaultVarList><variable "
        + "name=\"OSDSubTasksequencePackageID\">XYZ00001</variable></defaultVarList></subtasksequence>"
      return .step(name: name, xml: xml, isDisabled: isDisabled)
    default:
      xml =
        "<step type=\"SMS_TaskSequence_RunCommandLineAction\" \(head)>\(condition)<action>x</action>"
        + "<defaultVarList><variable name=\"C\">2</variable></defaultVarList></step>"
    }
    if seeded.chance(45) { situation.behaviour.append((name, behaviour(&seeded))) }
    return .step(name: name, xml: xml, isDisabled: isDisabled)
  }

  private func behaviour(_ seeded: inout Seeded) -> Behaviour {
    var behaviour = Behaviour()
    behaviour.codes = seeded.pick([[1], [3010], [0], [5, 0]])
    if seeded.chance(40) {
      let request = Behaviour.Setting("SMSTSRebootRequested", seeded.pick(["HD", "WinPE"]))
      let retry = Behaviour.Setting("SMSTSRetryRequested", "true")
      behaviour.sets = seeded.pick([
        [[.init("A", "1")]], [[.init("B", "")]], [[request]],
        [[request, retry], [.init("C", "1")]],
        [[request, retry], [request, retry], []],
      ])
    }
    if seeded.chance(10) { behaviour.items = ["x": 1603] }
    return behaviour
  }

  // MARK: Conditions

  private func condition(_ seeded: inout Seeded) -> String {
    func operand(_ depth: Int) -> String {
      if depth < 2, seeded.chance(35) {
        let inside = (0..<1 + seeded.below(3)).map { _ in operand(depth + 1) }.joined()
        return "<operator type=\"\(seeded.pick(["and", "or", "not"]))\">\(inside)</operator>"
      }
      if seeded.chance(20) {
        return
          "<expression type=\"SMS_TaskSequence_WMIConditionExpression\"><variable name=\"Query\">"
          + "\(seeded.pick(Self.tests))</variable></expression>"
      }
      let variable = seeded.pick([
        "A", "B", "C", "PHASE", "_SMSTSLastActionSucceeded", "_SMSTSInWinPE",
        "_SMSTSLastActionRetCode",
        "SMSTSRebootRequested",
      ])
      let comparison = seeded.pick([
        "equals", "notEquals", "exists", "notExists", "less", "greaterEqual", "like",
      ])
      let value = seeded.pick(["1", "2", "x", "true", "false", "0", "INSTALL", "%A%", "*"])
      return "<expression type=\"SMS_TaskSequence_VariableConditionExpression\"><variable "
        + "name=\"Operator\">\(comparison)</variable><variable name=\"Value\">\(value)</variable>"
        + "<variable name=\"Variable\">\(variable)</variable></expression>"
    }
    return "<condition>\(operand(0))</condition>"
  }
}
