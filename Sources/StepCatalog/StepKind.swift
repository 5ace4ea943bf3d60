/// What a step works on, for the sign of its type: our own order of Microsoft's Add menus.
package enum StepKind: String, CaseIterable, Sendable {
  case command, software, restart, disk, image, driver, state, role, setting, variable, check, child
}
