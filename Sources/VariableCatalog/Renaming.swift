package import TaskSequence

/// What renaming a variable changes, to be looked at before it is done.
package struct Renaming: Sendable {
  /// Every text that changes, in document order; texts that repeat one another are all there.
  package private(set) var changes: [TextChange] = []
  /// What should be known before.
  package private(set) var notes: [String] = []
  /// The texts that still have the old name when all is changed, in document order.
  package private(set) var left: [TextPlace] = []

  /// Finds every place that names a variable: `%NAME%` in texts, conditions, names that steps hold,
  /// rules, what scripts and command lines reach, and the numbered variables when it is the base of a
  /// list.
  package init(of name: String, to new: String, in document: SequenceDocument) {
    let uses = VariableUses(of: document)
    let used = uses.named(name)
    var names = [name.lowercased(): new]
    let lists = Set(used?.uses.compactMap(\.pattern) ?? [])
    for other in uses.all where VariableUses.isNumbered(other.name.lowercased(), of: lists) {
      names[other.name.lowercased()] = new + other.name.dropFirst(name.count)
    }
    if used?.builtIn != nil { notes.append("\(name) is built-in; only places here change.") }
    if let other = uses.named(new), new.lowercased() != name.lowercased() {
      let count = other.uses.count == 1 ? "1 place" : "\(other.uses.count) places"
      notes.append("\(other.name) is there already, in \(count): the two become one.")
    }
    var reader = VariableReader(of: document)
    document.forEachText { place in
      let old = place.text
      let (new, isWhole) = place.renaming(names, &reader)
      changes += TextChange.all(at: place, old: old, new: new)
      let isLeft = !isWhole || names.keys.contains { VariableText.mentions($0, in: new, place) }
      if isLeft { left.append(place) }
    }
    leftNotes = leftWords(of: name).map { [$0] } ?? []
    notes += leftNotes
  }

  /// What is left, as a sentence; none when nothing is.
  package private(set) var leftNotes: [String] = []

  private func leftWords(of name: String) -> String? {
    var seen: Set<String> = []
    let places = left.map { "the \($0.words) of “\($0.node.name)”" }
      .filter { seen.insert($0).inserted }
    guard let first = places.first else { return nil }
    let more =
      places.count == 1
      ? ""
      : places.count == 2
        ? " and \(places[1])"
        : " and \(places.count - 1) more places"
    return "\(name) is still named in \(first)\(more), which must be looked at by hand."
  }
}

extension TextPlace {
  /// The text with other names for variables, whose keys are in small letters, and whether no use of
  /// them is left.
  ///
  /// A setting of a step that the product knows keeps its name.
  fileprivate func renaming(
    _ names: [String: String], _ reader: inout VariableReader
  ) -> (text: String, isWhole: Bool) {
    let text = text
    var result = text
    var isWhole = true
    let uses = reader.uses(in: self).filter { names[$0.name.lowercased()] != nil }
    if !uses.isEmpty, let rules = reader.renaming(names, inRulesAt: self) { result = rules }
    for use in uses {
      guard let new = names[use.name.lowercased()] else { continue }
      if use.role == .pass, BuiltInVariables.shared.named(use.name) != nil {
        isWhole = false
        continue
      }
      if trimmed(text) == use.name { result = result.replacing(use.name, with: new) }
      result = VariableText.renaming(use.name, to: new, in: result)
    }
    if uses.contains(where: \.isByScript) { result = ScriptAccess.renaming(names, in: result) }
    return (kind == .command ? Self.inSetVariable(result, names) : result, isWhole)
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

extension VariableText {
  /// Whether a text still has a name that renaming could not change for sure: as a text in quotes, as a
  /// script puts one together, or as a word that is no word of a language, such as `SiteCode` or `OS_2`.
  static func mentions(_ key: String, in text: String, _ place: TextPlace) -> Bool {
    let isOther: Bool
    switch place.kind {
    // A condition names its variable in a value of its own, and another's value is a value.
    case .condition, .variableName: return false
    case .name, .description, .startIn: isOther = true
    case .variable, .command, .unknown: isOther = false
    }
    // Rules are renamed by what they mean; their values are values.
    if text.hasPrefix("<") { return false }
    let bytes = Array(text.utf8)
    let wanted = Array(key.utf8)
    guard bytes.count >= wanted.count else { return false }
    let folded = bytes.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
    var start = 0
    while let found = folded[start...].firstRange(of: wanted) {
      start = found.upperBound
      let before = found.lowerBound > 0 ? bytes[found.lowerBound - 1] : 0
      let after = found.upperBound < bytes.count ? bytes[found.upperBound] : 0
      guard !isPartOfName(before) || before == UInt8(ascii: "."), !isPartOfName(after) else {
        continue
      }
      let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
      if !isOther, quotes.contains(before), after == before { return true }
      // A variable of the script itself is another one.
      if before != UInt8(ascii: "$"), isCoined(bytes[found]) { return true }
    }
    return false
  }

  /// Whether somebody made a word up: with a capital inside, a digit or `_`.
  private static func isCoined(_ word: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in word {
      let isCapital = byte &- UInt8(ascii: "A") < 26
      if byte &- 0x30 < 10 || byte == UInt8(ascii: "_") { return true }
      if isCapital, last &- UInt8(ascii: "a") < 26 { return true }
      last = byte
    }
    return false
  }
}
