package import TaskSequence
package import XMLTree

/// How a file writes the expressions of its conditions, read off the first few hundred it has.
package struct ExpressionHabits {
  private let isMDT: Bool
  /// For each type of expression, the orders its variables were seen in and how often.
  private var orders: [String: [[String]: Int]] = [:]
  /// How operators were spelled, by their lower-case text.
  private var operators: [String: [String: Int]] = [:]
  /// Whether `exists` came with an empty value.
  private var emptyValues = (with: 0, without: 0)
  /// Whether the condition was the first element of its node, for steps and for groups.
  private var places: [Bool: (first: Int, last: Int)] = [:]

  /// How many expressions tell the habits; more would only cost time.
  private static let limit = 400

  /// Looks at the conditions of a document.
  package init(of document: SequenceDocument) {
    isMDT = document.dialect == .mdt
    var seen = 0
    document.sequence.walk { node, _ in
      guard seen < Self.limit else { return false }
      if let condition = node.condition?.element {
        note(condition, of: node)
        condition.walk { element in
          if element.isNamed("expression") {
            note(element)
            seen += 1
          }
          return true
        }
      }
      return true
    }
  }

  private mutating func note(_ condition: Element, of node: TaskNode) {
    let others = node.element.elements.filter { TaskNode($0) == nil }
    guard others.count > 1 else { return }
    var place = places[node.kind == .group] ?? (0, 0)
    if others[0].id == condition.id { place.first += 1 } else { place.last += 1 }
    places[node.kind == .group] = place
  }

  private mutating func note(_ expression: Element) {
    let names = expression.elements.map { $0.attribute("name") ?? "" }
    orders[expression.attribute("type") ?? "", default: [:]][names, default: 0] += 1
    guard let sign = expression.elements.first(where: { $0.attribute("name") == "Operator" })?.text
    else { return }
    operators[sign.lowercased(), default: [:]][sign, default: 0] += 1
    guard Comparison(xml: sign)?.isUnary ?? false else { return }
    if names.contains("Value") { emptyValues.with += 1 } else { emptyValues.without += 1 }
  }

  /// The order the variables of an expression are written in.
  ///
  /// The file's own where it has one that knows these; else the dialect's: Configuration Manager
  /// writes them by their names, MDT the variable first.
  func order(of form: ExpressionForm) -> [String] {
    let names = Set(form.settings.map(\.name))
    let own = orders[form.type]?.filter { names.isSubset(of: $0.key) }
      .max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }
    if let own { return own.key }
    let usual = form.settings.map(\.name)
    if form.type == ExpressionForm.system { return usual }
    return isMDT ? usual : usual.sorted()
  }

  /// An expression as this file would write it: order, spelling of the operator, empty values.
  func spelled(_ form: ExpressionForm) -> ExpressionForm {
    var form = form
    if writesEmptyValue(form) { form.settings.append(Setting("Value", "")) }
    for index in form.settings.indices where form.settings[index].name.hasSuffix("Operator") {
      let usual = form.settings[index].value
      let seen = operators[usual.lowercased()]?.max { ($0.value, $1.key) < ($1.value, $0.key) }
      // One that is spelled in full elsewhere wins; a single oddity is no habit.
      if let seen, operators[usual.lowercased()]?[usual] == nil {
        form.settings[index].value = seen.key
      }
    }
    let order = order(of: form)
    let ranked = form.settings.enumerated().sorted {
      let left = order.firstIndex(of: $0.element.name) ?? order.count
      let right = order.firstIndex(of: $1.element.name) ?? order.count
      return (left, $0.offset) < (right, $1.offset)
    }
    form.settings = ranked.map(\.element)
    return form
  }

  /// Whether a test for existence is written with an empty value: MDT does, Configuration Manager does
  /// not.
  func writesEmptyValue(_ form: ExpressionForm) -> Bool {
    guard form.type == ExpressionForm.variable,
      !form.settings.contains(where: { $0.name == "Value" }),
      form.settings.contains(where: { Comparison(xml: $0.value)?.isUnary ?? false })
    else { return false }
    let seen = emptyValues.with + emptyValues.without
    return seen == 0 ? isMDT : emptyValues.with > emptyValues.without
  }

  /// Where a new condition stands among what is in a node.
  ///
  /// As the file's others; else first, but last in a step of MDT.
  package func slot(in node: TaskNode) -> Slot {
    let seen = places[node.kind == .group] ?? (0, 0)
    let isFirst =
      seen.first + seen.last == 0 ? !isMDT || node.kind == .group : seen.first >= seen.last
    guard !isFirst else { return .first }
    // The nodes of a group come last.
    let last = node.element.elements.reversed().first { TaskNode($0) == nil }
    return last.map { .after($0.id) } ?? .first
  }
}
