package import Conditions
package import TaskSequence
package import XMLTree

/// Whether a node can run at all: a walk from the sequence down to it, with no run and no memory.
///
/// Disabled is looked at before the condition, and a disabled group hides all inside it; a group's
/// condition is tested before anything in it runs. Sources: README.md.
package struct Reach: Sendable {
  /// One thing on the way that lets the node run, or does not.
  package struct Link: Sendable {
    package enum Kind: Equatable, Sendable {
      case disabled
      /// The condition of the node; nil for what stands beside one, of which nobody knows what it does.
      case condition(Operand?)
      /// Where it runs, as it is written.
      case place(String)
    }

    /// The node it is said of: the one asked about, or a group above it.
    package let node: TaskNode
    package let kind: Kind
    /// Whether it lets the node run.
    package let truth: Truth
    /// Whether it could with other values.
    package let canHold: Bool
  }

  /// The node asked about.
  package let node: TaskNode
  /// What decides, from the sequence down; nothing for what runs whatever the machine is.
  package let links: [Link]
  /// Whether values were given to try it with.
  let isTried: Bool

  /// Walks down to a node; nil when the document has none of that id.
  ///
  /// Costs the conditions on the way.
  package init?(
    _ id: NodeID, in document: SequenceDocument, knowing facts: StatedFacts = StatedFacts()
  ) {
    let chain = document.ancestry(of: id)
    guard let node = chain.last else { return nil }
    self.node = node
    isTried = !facts.isEmpty
    links = chain.dropFirst().flatMap { Self.links(of: $0, facts) }
  }

  /// Whether the node runs: no as soon as one thing is against it, whatever else is unknown.
  package var truth: Truth { .all(links.map(\.truth)) }

  /// The first thing that keeps the node from running.
  package var obstacle: Link? { links.first { $0.truth == .no } }

  /// What still has to hold.
  package var open: [Link] { links.filter { $0.truth == .unknown } }

  private static func links(of node: TaskNode, _ facts: StatedFacts) -> [Link] {
    var links: [Link] = []
    func add(_ kind: Link.Kind, _ truth: Truth, canHold: Bool = true) {
      links.append(Link(node: node, kind: kind, truth: truth, canHold: canHold))
    }
    if node.isDisabled { add(.disabled, .no, canHold: false) }
    if let operand = node.condition?.operand {
      let canHold = operand.truth(knowing: StatedFacts()) != .no
      add(.condition(operand), operand.truth(knowing: facts), canHold: canHold)
    }
    if !node.strays.isEmpty { add(.condition(nil), .unknown) }
    if node.kind == .step, let value = node.value(of: .runIn), let isPE = places[value] {
      // What the engine does with a step it reaches elsewhere is not documented: it may run there.
      let test = Test.variable(VariableTest("_SMSTSInWinPE", .equals, isPE))
      add(.place(value), test.truth(knowing: facts) == .yes ? .yes : .unknown)
    }
    return links
  }

  /// The values of “Run in” that ask for something, and what `_SMSTSInWinPE` is there.
  private static let places = ["WinPE": "true", "FullOS": "false"]
}
