package import TaskSequence
import XMLTree

/// What stands on a node and belongs to the other product, by the table of products and the types of
/// steps.
///
/// A test holds that no node of the smaller real files is told wrongly.
package enum Stranger: Hashable, Sendable {
  /// The type of a step, or that it has none.
  case type
  /// The program the command line begins with.
  case command
  /// The mark of a hidden variable.
  case hidden(String)
  /// An attribute.
  case attribute(String)
  /// A kind of test in its condition.
  case condition(String)
  /// How a test of its condition compares, in small letters.
  case comparison(String)

  /// All of a node, each once; of a step whose type is a stranger that alone.
  package static func all(on node: TaskNode, in dialect: Dialect) -> [Stranger] {
    guard node.kind != .sequence else { return [] }
    if StepTypes.shared.isOfOther(node, than: dialect) { return [.type] }
    let names = ProductTable.shared.strange(to: dialect)
    var found = node.kind == .group ? [] : strangers(inStep: node, names, dialect)
    found += names.attributes.filter(node.element.hasAttribute).map(Stranger.attribute)
    guard !names.conditions.isEmpty || !names.comparisons.isEmpty else { return found }
    for condition in node.element.elements where condition.isNamed("condition") {
      addStrangers(in: condition, names, to: &found)
    }
    return found
  }

  private static func strangers(
    inStep node: TaskNode, _ names: ProductTable.Names, _ dialect: Dialect
  ) -> [Stranger] {
    var found: [Stranger] = []
    if !names.commands.isEmpty, let action = node.action,
      names.commands.contains(action.prefix { $0 != " " }.lowercased())
    {
      found.append(.command)
    }
    guard names.marks.contains("hidden") else { return found }
    let type = StepTypes.shared.type(of: node, in: dialect)
    let hidden = node.variables.first {
      $0.isHidden && type?.field(of: $0.name)?.isHidden != true
    }
    return found + (hidden.map { [.hidden($0.name)] } ?? [])
  }

  private static func addStrangers(
    in element: Element, _ names: ProductTable.Names, to found: inout [Stranger]
  ) {
    func add(_ stranger: Stranger) {
      if !found.contains(stranger) { found.append(stranger) }
    }
    for inner in element.elements {
      let isExpression = inner.isNamed("expression")
      let kind = names.conditions.first { name in
        isExpression ? inner.hasAttribute("type", name) : inner.name == name
      }
      if let kind { add(.condition(kind)) }
      guard isExpression else {
        addStrangers(in: inner, names, to: &found)
        continue
      }
      guard !names.comparisons.isEmpty else { continue }
      for variable in inner.elements where variable.hasAttribute("name", "Operator") {
        let comparison = variable.text.lowercased()
        if names.comparisons.contains(comparison) { add(.comparison(comparison)) }
      }
    }
  }
}
