package import TaskSequence

/// What renaming a variable changes, to be looked at before it is done.
package struct Renaming: Sendable {
  /// Every text that changes, in document order; texts that repeat one another are all there.
  package private(set) var changes: [TextChange] = []
  /// What should be known before.
  package let notes: [String]

  /// Finds every place that names a variable: `%NAME%` in texts, conditions, names that steps hold,
  /// rules, and the numbered variables when it is the base of a list.
  package init(of name: String, to new: String, in document: SequenceDocument) {
    let uses = VariableUses(of: document)
    let used = uses.named(name)
    var names = [name.lowercased(): new]
    let lists = Set(used?.uses.compactMap(\.pattern) ?? [])
    for other in uses.all where VariableUses.isNumbered(other.name.lowercased(), of: lists) {
      names[other.name.lowercased()] = new + other.name.dropFirst(name.count)
    }
    var notes: [String] = []
    if used?.builtIn != nil { notes.append("\(name) is built-in; only places here change.") }
    if let other = uses.named(new), new.lowercased() != name.lowercased() {
      let count = other.uses.count == 1 ? "1 place" : "\(other.uses.count) places"
      notes.append("\(other.name) is there already, in \(count): the two become one.")
    }
    self.notes = notes
    var reader = VariableReader(of: document)
    document.forEachText { place in
      let old = place.text
      let new = place.renaming(names, &reader)
      if new != old { changes.append(TextChange(place: place, old: old, new: new)) }
    }
  }
}

extension TextPlace {
  /// The text with other names for variables; the keys of `names` are lower case.
  ///
  /// A setting of a step that the product knows keeps its name.
  fileprivate func renaming(
    _ names: [String: String], _ reader: inout VariableReader
  ) -> String {
    let text = text
    var result = text
    let uses = reader.uses(in: self).filter { names[$0.name.lowercased()] != nil }
    if !uses.isEmpty, let rules = reader.renaming(names, inRulesAt: self) { result = rules }
    for use in uses {
      guard let new = names[use.name.lowercased()] else { continue }
      if use.role == .pass, BuiltInVariables.shared.named(use.name) != nil { continue }
      if trimmed(text) == use.name { result = result.replacing(use.name, with: new) }
      result = VariableText.renaming(use.name, to: new, in: result)
    }
    return kind == .command ? Self.inSetVariable(result, names) : result
  }

  /// The command line of Set Task Sequence Variable begins with the name: `tsenv.exe "NAME=…"`.
  private static func inSetVariable(_ text: String, _ names: [String: String]) -> String {
    let start = "tsenv.exe \""
    guard text.lowercased().hasPrefix(start), let end = text.firstIndex(of: "=") else {
      return text
    }
    let head = text.index(text.startIndex, offsetBy: start.count)
    guard head <= end, let new = names[text[head..<end].lowercased()] else { return text }
    return text[..<head] + new + text[end...]
  }
}
