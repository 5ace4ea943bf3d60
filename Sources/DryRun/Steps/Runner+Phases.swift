import Facts

/// MDT's two scripts that conditions of its sequences rest on.
extension Runner {
  /// The order of phases (MDT's script ZTINextPhase and its reference); with the method OSD, INSTALL is
  /// left out.
  private static let phases = [
    "VALIDATION": "STATECAPTURE", "STATECAPTURE": "PREINSTALL", "PREINSTALL": "INSTALL",
    "INSTALL": "POSTINSTALL", "POSTINSTALL": "STATERESTORE", "STATERESTORE": "",
  ]

  /// Goes on to the next phase; of another word than a phase nothing is known, and it stays.
  mutating func nextPhase() {
    let slot = variables.slot("PHASE")
    let methodSlot = variables.slot("DeploymentMethod")
    let method = variables.value(methodSlot, &book)
    let methods = method.mapped { $0.uppercased() == "OSD" ? "OSD" : "" }
    let phase = variables.value(slot, &book)
    guard let texts = phase.choices else {
      set(slot, to: .anything(phase.needs))
      return
    }
    var next: [String] = []
    var needs = phase.needs
    for text in texts {
      let key = text.uppercased()
      if key == "PREINSTALL" {
        let choices = methods.choices ?? ["", "OSD"]
        if choices.count > 1 { needs.formUnion(methods.needs) }
        next += choices.map { $0 == "OSD" ? "POSTINSTALL" : "INSTALL" }
      } else {
        next.append(Self.phases[key] ?? text)
      }
    }
    let all = next.enumerated().filter { !next[..<$0.offset].contains($0.element) }.map(\.element)
    set(
      slot,
      to: all.count == 1
        ? .known(all[0]) : .open(RunChoice(all, isSet: !all.contains(""), needs)))
  }

  /// Looks at the computer: what is stated of it, and of the rest that nobody knows it.
  mutating func gather(_ facts: StepFacts) {
    var told: Set<String> = []
    for setting in situation.machine.gatheredByMDT {
      told.insert(setting.name.lowercased())
      setUnlessStated(setting)
    }
    applyRules()
    guard situation.unstated == .unknown else { return }
    told.formUnion(settings.map { $0.name.lowercased() })
    for name in facts.sets where !told.contains(name.lowercased()) {
      let slot = variables.slot(name)
      guard !statedSlots.contains(slot) else { continue }
      set(slot, to: .anything(isSet: true, book.needs(.variable, name)))
    }
  }

  /// Sets what follows from the machine; what somebody states of the variable itself goes before it.
  mutating func setUnlessStated(_ setting: Behaviour.Setting) {
    let slot = variables.slot(setting.name)
    guard !statedSlots.contains(slot) else { return }
    set(slot, to: .known(setting.value))
  }
}
