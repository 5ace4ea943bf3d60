import Facts
import TaskSequence
import Workspace

/// MDT's rules of the share a sequence lies in.
struct ShareRules {
  private let rules: CustomSettings

  /// Looks for them; nil for a sequence that is not MDT's, and where there are none.
  init?(around path: String, _ document: SequenceDocument) {
    guard document.dialect == .mdt, path != "-", let text = ShareRulesFile.text(around: path) else {
      return nil
    }
    rules = CustomSettings(text)
  }

  /// What they set in a situation, and what they may set.
  func results(in situation: Situation) -> (settings: [Behaviour.Setting], unsure: [String]) {
    let launched = situation.launch?.variables.map { Behaviour.Setting($0.key, $0.value) } ?? []
    return rules.results(
      knowing: situation.machine.gatheredByMDT + launched + situation.variables,
      isAbsent: situation.unstated == .absent)
  }
}
