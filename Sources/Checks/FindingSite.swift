import References
package import TaskSequence
import XMLTree

/// Where a finding is in its file.
package struct FindingSite: Sendable {
  /// The path of the node; the empty one for the sequence.
  package let path: NodePath?
  /// The number of the step as the outline counts; nil for a group and for the sequence.
  package let number: Int?
  /// The line and the column, from 1, of the element it is about, in the file as it was read.
  package let position: (line: Int, column: Int)?

  /// Where findings are, in their order.
  ///
  /// Costs two walks over the nodes and one pass over the file, however many findings there are.
  package static func sites(
    of findings: [Finding], in document: SequenceDocument
  ) -> [FindingSite] {
    guard !findings.isEmpty else { return [] }
    let nodes = document.located(Set(findings.map(\.node)))
    let numbers = document.stepNumbers
    let holders = findings.map { finding in
      nodes[finding.node].map { finding.element(in: $0.node).id }
    }
    let positions = document.positions(of: Set(holders.compactMap(\.self)))
    return zip(findings, holders).map { finding, holder in
      let position =
        if case .packageProperty(let name) = finding.place { document.packagePosition(name) } else {
          holder.flatMap { positions[$0] }
        }
      return FindingSite(
        path: nodes[finding.node]?.path, number: numbers[finding.node], position: position)
    }
  }
}

extension SequenceDocument {
  /// The numbers of the steps, counted through the sequence from 1.
  fileprivate var stepNumbers: [NodeID: Int] {
    var numbers: [NodeID: Int] = [:]
    sequence.walk { node, _ in
      if !node.isContainer { numbers[node.id] = numbers.count + 1 }
      return true
    }
    return numbers
  }
}

extension Finding {
  /// The element of its node that it is about.
  fileprivate func element(in node: TaskNode) -> Element {
    // A reference knows best where it is.
    if let reference = references.first(where: { Place($0.place) == place }) {
      return reference.element(in: node)
    }
    let holder: Element? =
      switch place {
      case .node, .property, .packageProperty: nil
      case .variable(let name): node.variables.first { $0.name == name }?.element
      case .action: node.element.first("action")
      case .condition: node.condition?.element
      case .list: node.element.first("referenceList")
      }
    return holder ?? node.element
  }
}
