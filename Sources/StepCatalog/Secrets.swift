import Basics
import Synchronization
@_spi(Edits) package import TaskSequence
import XMLTree

/// Which values are never shown unasked, where no step type tells: those of variables whose names do.
package enum Secrets {
  /// What stands in the place of a value.
  package static let mask = "••••••••"

  /// Whether a variable of that name holds a password or a key.
  ///
  /// Some names lie: they hold a choice or a switch, as whether a recovery password is made, whether a
  /// wizard page is shown (FACTS.md, “Names that sound secret”).
  /// Costs a look-up after the first time.
  package static func isSecret(_ name: String) -> Bool {
    if let known = known.withLock({ $0[name] }) { return known }
    let isSecret = soundsSecret(name)
    known.withLock { known in
      if known.count > 10_000 { known = [:] }
      known[name] = isSecret
    }
    return isSecret
  }

  /// The names that were asked about: sequences have many variables and few names.
  private static let known = Mutex<[String: Bool]>([:])

  private static func soundsSecret(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard !lower.hasPrefix("skip"), !switches.contains(lower) else { return false }
    return holdsWord(Array(lower.utf8)) || lower.hasSuffix("pin")
  }

  private static func holdsWord(_ name: [UInt8]) -> Bool {
    name.indices.contains { start in words.contains { name[start...].starts(with: $0) } }
  }

  private static let words = [
    "password", "passwd", "passphrase", "pwd", "productkey", "secret",
  ].map { Array($0.utf8) }
  private static let switches: Set<String> = [
    "osdbitlockercreaterecoverypassword", "bderecoverypassword", "osdrandomadminpassword",
  ]

  /// Whether a value is worth hiding: there is one, and it is more than the name of a variable.
  static func isWorthHiding(_ value: String) -> Bool {
    guard value.first == "%", value.last == "%", value.count > 2 else { return !value.isEmpty }
    return value.dropFirst().dropLast().contains("%")
  }
}

extension TaskNode {
  /// Whether the value of one of its variables is never shown unasked.
  package func hides(_ variable: Variable) -> Bool {
    hides(variable.name) && Secrets.isWorthHiding(variable.value)
  }

  /// Whether it hides what a variable of that name holds.
  package func hides(_ name: String) -> Bool { HiddenValues(of: self).contain(name) }

  /// The value of one of its variables as it may be shown.
  package func shown(_ variable: Variable) -> String { shown(variable, HiddenValues(of: self)) }

  private func shown(_ variable: Variable, _ hidden: HiddenValues) -> String {
    let value = variable.value
    if Secrets.isWorthHiding(value), hidden.contain(variable.name) { return Secrets.mask }
    return hidden.areRules(in: variable.name) ? DynamicRules(value)?.masked ?? value : value
  }

  /// The command line as it may be shown: hidden values that stand in it are covered.
  package var shownAction: String? {
    action.map(cover)
  }

  /// The texts that cover what the node hides, by the elements they stand in.
  ///
  /// - Parameter mark: What to add to a cover, given the variable's name.
  func covers(_ mark: (String) -> String = { _ in "" }) -> [NodeID: String] {
    var texts: [NodeID: String] = [:]
    let hidden = HiddenValues(of: self)
    for variable in variables {
      let shown = shown(variable, hidden)
      if shown != variable.value { texts[variable.element.id] = shown + mark(variable.name) }
    }
    for action in texts.isEmpty ? [] : actions {
      let shown = cover(action.text)
      if shown != action.text { texts[action.id] = shown }
    }
    return texts
  }

  /// The first `limit` bytes of its XML, hidden values covered; costs no more than these.
  package func shownXML(_ limit: Int = .max) -> [UInt8] {
    element.opening(limit) { inner in
      guard let node = TaskNode(inner) else { return inner }
      return inner.settingTexts(node.covers())
    }
  }

  /// A text of the node with its hidden values covered.
  package func cover(_ text: String) -> String {
    let hidden = HiddenValues(of: self)
    return variables.reduce(text) { text, variable in
      let value = variable.value
      guard Secrets.isWorthHiding(value), hidden.contain(variable.name) else { return text }
      return Secrets.cover(value, in: text)
    }
  }
}

extension Secrets {
  /// A text with a hidden value covered wherever it stands for itself.
  static func cover(_ value: String, in text: String) -> String {
    // A short one may be part of any word: only one that ends a setting is surely it.
    value.count > 3
      ? text.replacing(value, with: mask) : text.replacing("=\(value)\"", with: "=\(mask)\"")
  }
}

extension Element {
  /// The element with the texts of some elements in it set, those of nodes inside left out.
  fileprivate func settingTexts(_ texts: [NodeID: String]) -> Element {
    guard !texts.isEmpty else { return self }
    if let text = texts[id] { return settingText(text, newline: [0x0A]) }
    let nodes = children.map { child -> Node in
      guard case .element(let inner) = child, TaskNode(inner) == nil else { return child }
      return .element(inner.settingTexts(texts))
    }
    return replacingChildren(nodes)
  }
}

extension SequenceDocument {
  /// The document with every hidden value covered, to be looked at.
  ///
  /// - Parameter old: An earlier state; what is hidden and differs from it is marked, so that a change
  ///   shows without the value.
  package func covered(since old: SequenceDocument? = nil) -> SequenceDocument {
    var texts: [NodeID: String] = [:]
    func look(_ node: TaskNode) {
      let before = old?.node(node.id)
      let covers = node.covers { name in
        before == nil || before?.variable(name) == node.variable(name) ? "" : " (new)"
      }
      texts.merge(covers) { $1 }
      for hidden in node.surplus.lazy.flatMap(\.nodes) { look(hidden) }
    }
    look(sequence)
    sequence.walk { node, _ in
      look(node)
      return true
    }
    return replacing(
      tree: tree.rewriting(Set(texts.keys)) { element in
        element.settingText(texts[element.id] ?? element.text, newline: [0x0A])
      })
  }
}

extension TextPlace {
  /// The text as it may be shown to somebody who asks about a variable: of rules those that set it, of a
  /// script the line that names it.
  package func shownText(about name: String) -> String {
    guard case .variable(let variable) = kind, HiddenValues(of: holder).areRules(in: variable),
      let rules = DynamicRules(text)
    else { return line(about: name) }
    let words = rules.words(about: name)
    return words.isEmpty ? shownText : words
  }

  private func line(about name: String) -> String {
    let text = shownText
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count > 1 else { return text }
    let wanted = name.lowercased()
    return lines.first { $0.lowercased().contains(wanted) }.map {
      String($0.trimming(while: \.isWhitespace))
    }
      ?? text
  }

  /// The value of a variable as it may be shown, out of its encoding.
  private func shown(_ variable: Variable) -> String {
    let shown = holder.shown(variable)
    return shown == value ? text : shown
  }

  /// The text as it may be shown.
  package var shownText: String {
    switch kind {
    case .command: holder.cover(text)
    case .variable:
      holder.variables.first { $0.element.id == element.id }.map(shown) ?? text
    case .unknown: holder.cover(text)
    case .name, .description, .startIn, .variableName, .condition: text
    }
  }
}
