package import TaskSequence

/// The fixes of findings are asked of their rule, in the registry: a finding names its rule by the id
/// and knows none, so that rules can make findings without knowing one another.
extension Finding {
  /// What would take it away, the likeliest first; nothing where only a person can say.
  ///
  /// Made when it is asked for: a finding is kept as long as its node, and paths are those of one
  /// document. Costs the path of the node.
  package func fixes(in document: SequenceDocument) -> [Fix] { [self].fixes(in: document) }
}

extension [Finding] {
  /// What would take all of them away; they are of one rule and about one object.
  package func fixes(in document: SequenceDocument) -> [Fix] {
    guard let id = first?.rule, let rule = Rule.all.first(where: { $0.id == id }) else { return [] }
    return rule.fixes(self, document)
  }
}
