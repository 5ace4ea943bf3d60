package import XMLTree

extension Element {
  /// The elements inside that hold what a variable or a value of the registry is compared with, where
  /// its name means that this is not shown.
  package func hiddenTestValues(where hides: (String) -> Bool) -> [NodeID] {
    elements.flatMap { inner -> [NodeID] in
      guard inner.isNamed("expression") else {
        return TaskNode(inner) == nil ? inner.hiddenTestValues(where: hides) : []
      }
      let values = inner.elements.filter { $0.isNamed("variable") }
      func value(_ name: String) -> Element? { values.first { $0.attribute("name") == name } }
      let pairs = [(value("Variable"), value("Value")), (value("Value"), value("Data"))]
      return pairs.compactMap { named, held in
        guard let named, let held, hides(named.text), Secrets.isWorthHiding(held.text) else {
          return nil
        }
        return held.id
      }
    }
  }

  /// The element with the texts of some elements in it set, whatever stood there; those of nodes inside
  /// are left out.
  package func settingTexts(_ texts: [NodeID: String]) -> Element {
    guard !texts.isEmpty else { return self }
    if let text = texts[id] { return replacingChildren([]).settingText(text, newline: [0x0A]) }
    var hasChanged = false
    let nodes = children.map { child -> Node in
      guard case .element(let inner) = child, TaskNode(inner) == nil else { return child }
      let new = inner.settingTexts(texts)
      hasChanged = hasChanged || new !== inner
      return .element(new)
    }
    return hasChanged ? replacingChildren(nodes) : self
  }
}
