@_spi(Edits) import TaskSequence
import XMLTree

extension SequenceDocument {
  /// The document with the switches of nodes that were changed spelled as the file spells them, where
  /// they say what they say there: a node that was disabled and enabled again is what it was.
  func spellingSwitches(
    as saved: SequenceDocument, since old: SequenceDocument
  ) -> SequenceDocument {
    let changed = ChangedNodes(from: old, to: self)
    let nodes = (changed.steps + changed.groups).filter { before, after in
      Self.switches.contains { before.value(of: $0) != after.value(of: $0) }
    }
    var spelled = self
    for (_, node) in nodes {
      guard let was = saved.node(node.id),
        Self.switches.allSatisfy({ node.isOn($0) == was.isOn($0) }),
        Self.others(of: node.element) == Self.others(of: was.element)
      else { continue }
      spelled = spelled.replacing(
        tree: spelled.tree.rewriting([node.id]) { element in
          was.element.replacingChildren(element.children)
        })
    }
    return spelled
  }

  private static let switches = Property.allCases.filter(\.isSwitch)

  /// The attributes of an element that are no switches.
  private static func others(of element: Element) -> [[String]] {
    element.attributes.map { [$0.name, $0.value] }
      .filter { attribute in !switches.contains { $0.attribute == attribute[0] } }
  }
}
