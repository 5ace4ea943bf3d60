package import TaskSequence
package import XMLTree

extension Condition {
  /// What the condition says; nil when it is empty and so always holds.
  package var operand: Operand? {
    let operands = element.elements.map { Operand($0) }
    return operands.count > 1 ? .group(.all, operands) : operands.first
  }
}

extension Operand {
  /// Reads an operand of a condition.
  ///
  /// Nothing is refused: what has no place elsewhere is `.raw`.
  package init(_ element: Element) {
    if element.isNamed("operator") {
      self = Self.group(element) ?? .raw(RawXML.text(of: element))
    } else if element.isNamed("osConditionGroup") {
      self = Self.systems(element) ?? .raw(RawXML.text(of: element))
    } else {
      self = Self.test(element) ?? .raw(RawXML.text(of: element))
    }
  }

  private static func test(_ element: Element) -> Operand? {
    guard let form = ExpressionForm(element) else { return nil }
    let (test, extras) = form.test
    if form.ignoresErrors, case .other = test { return nil }
    return .test(test, extras: extras)
  }

  private static func group(_ element: Element) -> Operand? {
    let attributes = element.attributes
    guard attributes.count == 1, attributes[0].name == "type", !element.hasOwnText,
      let junction = Junction(rawValue: attributes[0].value.lowercased())
    else { return nil }
    return .group(junction, element.elements.map { Operand($0) })
  }

  private static func systems(_ element: Element) -> Operand? {
    guard element.attributes.map(\.name) == ["type"], !element.hasOwnText,
      element.attribute("type")?.lowercased() == "or", element.hasElements
    else { return nil }
    var platforms: [Platform] = []
    for inner in element.elements {
      guard let platform = Platform(inner) else { return nil }
      platforms.append(platform)
    }
    return .systems(platforms)
  }
}

extension Platform {
  /// Reads an `osExpressionGroup`; nil when it holds something else than one key and queries.
  fileprivate init?(_ element: Element) {
    guard element.isNamed("osExpressionGroup"), !element.hasOwnText,
      Set(element.attributes.map(\.name)).isSubset(of: ["type", "name"]),
      element.attribute("type")?.lowercased() == "and"
    else { return nil }
    var (key, queries): (Element?, [QueryTest]) = (nil, [])
    for inner in element.elements {
      if inner.isNamed("platformKey"), key == nil, queries.isEmpty, inner.children.isEmpty {
        key = inner
      } else if let form = ExpressionForm(inner), case (.query(let query), []) = form.test {
        queries.append(query)
      } else {
        return nil
      }
    }
    guard let key, key.attributes.count == 4, let architecture = key.attribute("arch"),
      let type = key.attribute("type"), let first = key.attribute("minVer"),
      let last = key.attribute("maxVer"),
      element.attribute("name") != nil || Quoting.value(architecture) == architecture
    else { return nil }
    self.init(
      name: element.attribute("name"), architecture: architecture, type: type, first: first,
      last: last, queries: queries)
  }
}

extension Condition {
  /// The whole condition as one line of text; `always` for an empty one.
  package var text: String { ConditionText.format(operand) }
}
