package import XMLTree

/// A text to be put in the place of another wherever that stands.
package struct Replacement: Equatable, Sendable {
  /// Which texts are looked at.
  package enum Scope: String, CaseIterable, Sendable {
    case everything
    case names
    case descriptions
    case commands
    case variables
    case conditions
  }

  package var find: String
  package var with: String
  /// Whether `find` is a regular expression; `$1` in `with` then is what its first group matched.
  package var isPattern = false
  package var matchesCase = false
  package var scope = Scope.everything

  package init(find: String, with: String) {
    self.find = find
    self.with = with
  }

  /// What replacing changes, in document order; with `ids` in these nodes alone.
  ///
  /// Names of variables, operators and texts `isHidden` tells stay: the first are renamed, not
  /// replaced, and what is not shown cannot be looked at. A text in an encoding is looked at as it is
  /// read, and goes back into that.
  /// - Throws: why `find` is no regular expression.
  package func changes(
    in document: SequenceDocument, of ids: Set<NodeID>?, unless isHidden: (TextPlace) -> Bool
  ) throws(Refusal) -> [TextChange] {
    guard !find.isEmpty else { return [] }
    let pattern = try compiled()
    let needle = isPattern ? nil : Needle(find)
    var changes: [TextChange] = []
    document.forEachText(of: ids) { place in
      guard scope.contains(place), needle?.mayBe(in: place) ?? true, !isHidden(place) else {
        return
      }
      let old = place.text
      let new = replacing(pattern, in: old)
      changes += TextChange.all(at: place, old: old, new: new)
    }
    return changes
  }

  private func compiled() throws(Refusal) -> Regex<AnyRegexOutput> {
    guard isPattern else {
      let literal = Regex<Substring>(verbatim: find)
      return Regex<AnyRegexOutput>(matchesCase ? literal : literal.ignoresCase())
    }
    do {
      let pattern = try Regex<AnyRegexOutput>(find)
      return matchesCase ? pattern : pattern.ignoresCase()
    } catch {
      throw Refusal("“\(find)” is no regular expression: \(error)")
    }
  }

  private func replacing(_ pattern: Regex<AnyRegexOutput>, in text: String) -> String {
    text.replacing(pattern) { match in
      match.range.isEmpty ? "" : isPattern ? expanded(match.output) : with
    }
  }

  /// The new text with `$0`, `$1` … as what was matched, and `$$` as `$`.
  private func expanded(_ match: AnyRegexOutput) -> String {
    var result = ""
    var rest = with[...]
    while let character = rest.popFirst() {
      guard character == "$", let next = rest.first else {
        result.append(character)
        continue
      }
      if let group = next.wholeNumberValue {
        rest.removeFirst()
        if group < match.count { result += match[group].substring ?? "" }
      } else if next == "$" {
        rest.removeFirst()
        result.append("$")
      } else {
        result.append("$")
      }
    }
    return result
  }
}

extension Replacement.Scope {
  /// Whether a text is one of those looked at.
  func contains(_ place: TextPlace) -> Bool {
    switch (self, place.kind) {
    case (_, .variableName), (_, .condition(_, "Operator")): false
    case (.everything, _): true
    case (.names, .name), (.descriptions, .description), (.variables, .variable),
      (.conditions, .condition):
      true
    case (.commands, .command), (.commands, .startIn), (.commands, .variable("CommandLine")): true
    default: false
    }
  }
}

extension Needle {
  /// Whether a text may hold what is looked for; nothing is copied to find out.
  fileprivate func mayBe(in place: TextPlace) -> Bool {
    place.site.attribute != nil || isFound(inTextOf: place.element) || place.encoded != nil
  }
}
