import Basics
@_spi(Edits) package import TaskSequence
package import XMLTree

extension TaskNode {
  /// Whether the value of one of its variables is never shown unasked.
  package func hides(_ variable: Variable, _ secrecy: Secrecy = .byName) -> Bool {
    Secrets.isWorthHiding(variable.value)
      && HiddenValues(of: self, secrecy).contain(
        variable.name, property: variable.element.attribute("property"))
  }

  /// Whether it hides what a variable of that name holds.
  package func hides(_ name: String, _ secrecy: Secrecy = .byName) -> Bool {
    HiddenValues(of: self, secrecy).contain(name)
  }

  /// The value of one of its variables as it may be shown.
  package func shown(_ variable: Variable, _ secrecy: Secrecy = .byName) -> String {
    shown(variable.element, HiddenValues(of: self, secrecy), secrecy)
  }

  private func shown(
    _ variable: Element, _ hidden: HiddenValues, _ secrecy: Secrecy
  ) -> String {
    let (value, name) = (variable.text, variable.attribute("name") ?? "")
    let isHidden = hidden.contain(name, property: variable.attribute("property"))
    if isHidden, Secrets.isWorthHiding(value) { return Secrets.mask }
    if hidden.areRules(in: name) { return DynamicRules(value)?.masked(secrecy) ?? value }
    return Self.coverEncoded(value) ?? SecretText.covered(value)
  }

  /// A text that is encoded, in whole or in part, and holds a secret there is covered as a whole; nil
  /// for others.
  private static func coverEncoded(_ value: String) -> String? {
    guard value.utf8.count > 16, let encoded = EncodedText(value) else { return nil }
    return SecretText.covered(encoded.text) == encoded.text ? nil : Secrets.mask
  }

  /// The command line as it may be shown: secrets that stand in it are covered.
  package func shownAction(_ secrecy: Secrecy = .byName) -> String? {
    action.map { Self.coverEncoded($0) ?? cover($0, secrecy) }
  }

  /// The texts that cover what the node hides, by the elements they stand in: of all its variables,
  /// command lines and tests, wherever in it they are.
  ///
  /// - Parameter mark: What to add to a cover, given the variable's name.
  package func covers(
    _ secrecy: Secrecy, _ mark: (String) -> String = { _ in "" }
  ) -> [NodeID: String] {
    var texts: [NodeID: String] = [:]
    for id in element.hiddenTestValues(where: secrecy.isSecret) { texts[id] = Secrets.mask }
    guard kind != .group else { return texts }
    let hidden = HiddenValues(of: self, secrecy)
    var actions: [Element] = []
    element.walkOwn { inner in
      if inner.isNamed("variable") {
        let shown = shown(inner, hidden, secrecy)
        if shown != inner.text { texts[inner.id] = shown + mark(inner.attribute("name") ?? "") }
      } else if inner.isNamed("action") {
        actions.append(inner)
      }
    }
    for action in actions {
      let text = action.text
      let shown = Self.coverEncoded(text) ?? cover(text, secrecy)
      if shown != text { texts[action.id] = shown }
    }
    return texts
  }

  /// Whether nothing in it is hidden.
  package func isOpen(_ secrecy: Secrecy) -> Bool { covers(secrecy).isEmpty }

  /// The first `limit` bytes of its XML, secrets covered; costs no more than these.
  package func shownXML(_ limit: Int = .max, _ secrecy: Secrecy = .byName) -> [UInt8] {
    element.opening(limit) { inner in
      guard let node = TaskNode(inner) else { return inner }
      return inner.settingTexts(node.covers(secrecy))
    }
  }

  /// A text of the node, or about it, with what it hides covered.
  package func cover(_ text: String, _ secrecy: Secrecy = .byName) -> String {
    SecretText.covered(coverOwn(text, secrecy))
  }

  /// A text about the node in which nothing is looked for but what it hides.
  package func coverOwn(_ text: String, _ secrecy: Secrecy) -> String {
    secrets(secrecy).reduce(text) { Secrets.cover($1, in: $0) }
  }

  /// What it hides: values of its variables and of its tests.
  private func secrets(_ secrecy: Secrecy) -> [String] {
    let tests = element.hiddenTestValues(where: secrecy.isSecret)
    let compared = tests.isEmpty ? [] : element.texts(of: Set(tests))
    guard kind != .group else { return compared }
    let hidden = HiddenValues(of: self, secrecy)
    var found = compared
    element.walkOwn { inner in
      guard inner.isNamed("variable"), let name = inner.attribute("name") else { return }
      let value = inner.text
      guard Secrets.isWorthHiding(value) else { return }
      if hidden.contain(name, property: inner.attribute("property")) { found.append(value) }
    }
    return found
  }
}

extension Secrets {
  /// A text with a hidden value covered wherever it stands for itself.
  static func cover(_ value: String, in text: String) -> String {
    // A short one may be part of any word: only one that ends a setting, or is quoted, is surely it.
    guard value.count <= 3 else { return text.replacing(value, with: mask) }
    return text.replacing("=\(value)\"", with: "=\(mask)\"")
      .replacing("“\(value)”", with: "“\(mask)”")
  }
}

extension Element {
  /// Calls `visit` for every element inside that is of no node inside.
  fileprivate func walkOwn(_ visit: (Element) -> Void) {
    for inner in elements where TaskNode(inner) == nil {
      visit(inner)
      inner.walkOwn(visit)
    }
  }

  /// The texts of some elements inside that are of no node inside.
  fileprivate func texts(of ids: Set<NodeID>) -> [String] {
    var texts: [String] = []
    walkOwn { if ids.contains($0.id) { texts.append($0.text) } }
    return texts
  }
}

extension SequenceDocument {
  /// The document with every hidden value covered, to be looked at.
  ///
  /// - Parameter old: An earlier state; what is hidden and differs from it is marked, so that a change
  ///   shows without the value.
  package func covered(since old: SequenceDocument? = nil) -> SequenceDocument {
    let secrecy = Secrecy(of: self)
    var texts: [NodeID: String] = [:]
    func look(_ node: TaskNode) {
      let before = old?.node(node.id)
      let covers = node.covers(secrecy) { name in
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
        element.settingTexts([element.id: texts[element.id] ?? element.text])
      })
  }
}

extension TextPlace {
  /// The text as it may be shown to somebody who asks about a variable: of rules those that set it, of a
  /// script the line that names it.
  package func shownText(about name: String, _ secrecy: Secrecy = .byName) -> String {
    guard case .variable(let variable) = kind,
      HiddenValues(of: holder, secrecy).areRules(in: variable), let rules = DynamicRules(text)
    else { return line(about: name, secrecy) }
    let words = rules.words(about: name, secrecy)
    return words.isEmpty ? shownText(secrecy) : words
  }

  private func line(about name: String, _ secrecy: Secrecy) -> String {
    let text = shownText(secrecy)
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count > 1 else { return text }
    let wanted = name.lowercased()
    return lines.first { $0.lowercased().contains(wanted) }.map {
      String($0.trimming(while: \.isWhitespace))
    }
      ?? text
  }

  /// The value of a variable as it may be shown, out of its encoding.
  private func shown(_ variable: Variable, _ secrecy: Secrecy) -> String {
    let shown = holder.shown(variable, secrecy)
    let isEncoded = encoded != nil && !holder.hides(variable, secrecy)
    return shown == value || isEncoded ? SecretText.covered(text) : shown
  }

  /// The text as it may be shown.
  package func shownText(_ secrecy: Secrecy = .byName) -> String {
    switch kind {
    case .command, .unknown: return holder.cover(text, secrecy)
    case .variable:
      return holder.variables.first { $0.element.id == element.id }
        .map { shown($0, secrecy) } ?? SecretText.covered(text)
    case .condition:
      let hidden = holder.element.hiddenTestValues(where: secrecy.isSecret)
      return hidden.contains(element.id) ? Secrets.mask : text
    case .name, .description, .startIn, .variableName: return text
    }
  }
}
