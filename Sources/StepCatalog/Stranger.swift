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
    var found = node.kind == .group ? [] : strangers(inStep: node, dialect)
    found += ProductTable.shared.strangeAttributes(in: dialect)
      .filter(node.element.hasAttribute).map(Stranger.attribute)
    for condition in node.element.elements where condition.isNamed("condition") {
      addStrangers(in: condition, dialect, to: &found)
    }
    return found
  }

  private static func strangers(inStep node: TaskNode, _ dialect: Dialect) -> [Stranger] {
    let table = ProductTable.shared
    var found: [Stranger] = []
    let program = node.action?.prefix { $0 != " " }.lowercased() ?? ""
    if !table.isThere(.command(program), in: dialect) { found.append(.command) }
    guard !table.isThere(.mark("hidden"), in: dialect) else { return found }
    let type = StepTypes.shared.type(of: node, in: dialect)
    let hidden = node.variables.first {
      $0.isHidden && type?.field(of: $0.name)?.isHidden != true
    }
    return found + (hidden.map { [.hidden($0.name)] } ?? [])
  }

  private static func addStrangers(
    in element: Element, _ dialect: Dialect, to found: inout [Stranger]
  ) {
    func add(_ stranger: Stranger, unless isThere: Bool) {
      if !isThere, !found.contains(stranger) { found.append(stranger) }
    }
    let table = ProductTable.shared
    for inner in element.elements {
      let kind = inner.isNamed("expression") ? inner.attribute("type") ?? "" : inner.name
      add(.condition(kind), unless: table.isThere(.condition(kind), in: dialect))
      guard inner.isNamed("expression") else {
        addStrangers(in: inner, dialect, to: &found)
        continue
      }
      for variable in inner.elements where variable.attribute("name") == "Operator" {
        let comparison = variable.text.lowercased()
        add(
          .comparison(comparison), unless: table.isThere(.comparison(comparison), in: dialect))
      }
    }
  }
}
