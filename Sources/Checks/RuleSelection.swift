/// Some of the rules: only those that are chosen run.
package final class RuleSelection: Sendable {
  /// In the order of the registry.
  package let rules: [Rule]
  /// Those that look at one node, and those that look at one condition by itself.
  let local: [Rule]
  /// Those that look at conditions with what the sequence says of variables, and those that look at the
  /// whole document.
  let wide: [Rule]

  /// The rules that pass a test.
  package init(where isChosen: (Rule) -> Bool) {
    rules = Rule.all.filter(isChosen)
    local = rules.filter(\.look.isLocal)
    wide = rules.filter { !$0.look.isLocal }
  }

  /// What the editor marks, counts and walks through, and what `check` reports.
  ///
  /// That is everything that is wrong or likely not meant; advice, and what good sequences have too, is
  /// told where somebody asks for it.
  package static let marked = RuleSelection {
    $0.severity != .note && !$0.tags.contains("opt-in")
  }

  /// What is told of a condition while it is looked at or typed.
  static let conditions = RuleSelection { $0.family == "CND" }
}
