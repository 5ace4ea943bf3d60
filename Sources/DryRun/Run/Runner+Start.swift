import Facts
import StepCatalog
import TaskSequence

extension Runner {
  /// A run that has not begun: the variables that are there before the first step.
  ///
  /// Those of the sequence itself, what follows from the launch and the machine, then what is stated,
  /// which goes before all of them.
  init(
    of table: InstructionTable, in situation: Situation, doing behaviours: [Int: Behaviour],
    paths: [NodePath], _ settings: [Behaviour.Setting], _ unsure: [String]
  ) {
    self.table = table
    self.situation = situation
    assumptions = situation.assumptions
    regardsCapitals = assumptions[.valueCase] == "match"
    namesInPE = assumptions[.lastActionName] == "yes"
    secrecy = Secrecy(of: table.sequences[0])
    self.behaviours = behaviours
    self.paths = paths
    (self.settings, self.unsure) = (settings, unsure)
    types = Array(repeating: [], count: table.sequences.count)
    starts = Array(repeating: 0, count: table.rows.count)
    isFormatted = situation.found.formattedPartition
    frames = [Frame(row: nil, after: table.rows.count, absorber: 0, entry: nil, entries: Needs())]
    var variables = RunVariables(unstated: situation.unstated)
    currentNameSlot = variables.slot("_SMSTSCurrentActionName")
    pointerSlot = variables.slot("_SMSTSNextInstructionPointer")
    stackSlot = variables.slot("_SMSTSInstructionStackString")
    winPESlot = variables.slot("_SMSTSInWinPE")
    codeSlot = variables.slot("_SMSTSLastActionRetCode")
    succeededSlot = variables.slot("_SMSTSLastActionSucceeded")
    lastActionNameSlot = variables.slot("_SMSTSLastActionName")
    rebootSlot = variables.slot("SMSTSRebootRequested")
    retrySlot = variables.slot("SMSTSRetryRequested")
    requestSlots = [
      rebootSlot, retrySlot, variables.slot("SMSTSRebootMessage"),
      variables.slot("SMSTSRebootReason"),
    ]
    for slot in requestSlots + [codeSlot, succeededSlot, lastActionNameSlot] {
      variables.set(slot, to: .absent)
    }
    if situation.unstated == .unknown {
      for name in StepFacts.outputs { variables.set(variables.slot(name), to: .absent) }
    }
    let start = situation.start ?? situation.launch?.start ?? .fullOS
    variables.set(winPESlot, to: .known(start == .winPE ? "true" : "false"))
    if let size = table.size {
      variables.set(variables.slot("_SMSTSInstructionTableSize"), to: .known(String(size)))
    }
    let isMDT = table.sequences[0].dialect == .mdt
    for variable in table.sequences[0].sequence.variables {
      variables.set(variables.slot(variable.name), to: .known(variable.value))
    }
    for (name, value) in situation.launch?.variables ?? [:] {
      variables.set(variables.slot(name), to: .known(value))
    }
    for setting in situation.machine.built + (isMDT ? situation.machine.gatheredByMDT : []) {
      variables.set(variables.slot(setting.name), to: .known(setting.value))
    }
    for setting in situation.variables {
      let slot = variables.slot(setting.name)
      statedSlots.insert(slot)
      variables.set(slot, to: .known(setting.value))
    }
    self.variables = variables
    if isMDT { startMDT() }
  }

  /// What MDT has done before the first step: it looks at the computer and reads its rules.
  private mutating func startMDT() {
    applyRules()
    let method = variables.slot("DeploymentMethod")
    guard situation.unstated == .unknown, situation.launch?.isMDT == true,
      !variables.isStated(method)
    else { return }
    // Of its methods OSD is that of Configuration Manager (MDT's reference).
    let needs = book.needs(.variable, "DeploymentMethod")
    variables.set(method, to: .open(RunChoice(["UNC", "MEDIA"], isSet: true, needs)))
  }

  /// What MDT's rules set; what is stated goes before them.
  mutating func applyRules() {
    for setting in settings { setUnlessStated(setting) }
    guard situation.unstated == .unknown else { return }
    for name in unsure {
      let slot = variables.slot(name)
      guard !statedSlots.contains(slot) else { continue }
      set(slot, to: .anything(book.needs(.variable, name)))
    }
  }
}
