package import XMLTree

/// How a file writes what XML leaves open, read off its first few hundred nodes, so that new pieces
/// look like their neighbours.
package struct Habits: Sendable {
  /// Line ends and indentation between elements.
  package var layout: LayoutHabit
  /// The line end inside values.
  package var newline: [UInt8]
  /// Whether new nodes state `disable="false"` and `continueOnError="false"`: MDT does, ConfigMgr
  /// does not.
  package var spellsFalse: Bool
  /// How `<x/>` is closed: ` />` or `/>`.
  package var selfClosing: String
  /// Whether an empty variable is `<variable …></variable>` rather than one tag.
  package var spellsEmptyVariables: Bool
  /// Whether the action stands before the variables of a step, in steps with a type and without.
  ///
  /// MDT writes both orders in one file.
  private var putsActionFirst: (typed: Bool, untyped: Bool)
  /// The orders of attributes seen, the most frequent first, for each kind of element.
  var attributeOrders: [TaskNode.Kind: [[String]]]
  /// Whether the file is one of MDT's, whose tools fill in what it does not show.
  let isMDT: Bool

  private static let limit = 400

  /// Reads the habits of a sequence; what it does not show is filled in from its product's tools.
  init(of sequence: Element, in tree: Document, for dialect: Dialect) {
    isMDT = dialect == .mdt
    layout = LayoutHabit(of: tree.root)
    newline = tree.opening(64 * 1024).contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
    var sample = Sample()
    sample.look(at: sequence)
    spellsFalse = sample.nodes == 0 ? isMDT : sample.falseSpelled * 2 > sample.nodes
    putsActionFirst = (
      sample.typed.steps == 0 ? !isMDT : sample.typed.actionFirst * 2 > sample.typed.steps,
      sample.untyped.steps == 0 || sample.untyped.actionFirst * 2 > sample.untyped.steps
    )
    selfClosing = sample.blankBeforeSlash * 2 >= sample.selfClosed && isMDT ? " />" : "/>"
    if sample.selfClosed > 0 {
      selfClosing = sample.blankBeforeSlash * 2 > sample.selfClosed ? " />" : "/>"
    }
    spellsEmptyVariables = sample.emptyInTwoTags * 2 >= sample.emptyVariables
    attributeOrders = sample.orders.mapValues { seen in
      seen.sorted { ($0.value, $1.key.count) > ($1.value, $0.key.count) }.map(\.key)
    }
  }

  /// Whether the action of a step stands before its variables.
  package func putsActionFirst(isTyped: Bool) -> Bool {
    isTyped ? putsActionFirst.typed : putsActionFirst.untyped
  }

  /// The order attributes of an element like this are written in, as far as it matters for `name`.
  package func order(of kind: TaskNode.Kind, for name: String) -> [String] {
    attributeOrders[kind]?.first { $0.contains(name) } ?? Self.order(of: kind, isMDT: isMDT)
  }

  /// The order the field's tools write (31 orders were counted in real files; these lead).
  static func order(of kind: TaskNode.Kind, isMDT: Bool) -> [String] {
    switch (kind, isMDT) {
    case (.sequence, _): ["version", "name", "description"]
    case (.group, true): ["name", "disable", "continueOnError", "description", "expand"]
    case (.group, false): ["name", "description", "disable", "continueOnError"]
    case (_, true):
      [
        "type", "name", "disable", "continueOnError", "successCodeList", "description", "startIn",
        "timeout", "runIn", "retryCount", "runFromNet",
      ]
    case (_, false):
      [
        "type", "name", "description", "disable", "continueOnError", "startIn", "timeout", "runIn",
        "successCodeList", "retryCount", "runFromNet",
      ]
    }
  }

  /// What was counted on the first nodes.
  private struct Sample {
    var nodes = 0
    var falseSpelled = 0
    var typed = (steps: 0, actionFirst: 0)
    var untyped = (steps: 0, actionFirst: 0)
    var selfClosed = 0
    var blankBeforeSlash = 0
    var emptyVariables = 0
    var emptyInTwoTags = 0
    var orders: [TaskNode.Kind: [[String]: Int]] = [:]

    mutating func look(at sequence: Element) {
      TaskNode(.sequence, sequence).walk { node, _ in
        guard nodes < Habits.limit else { return false }
        note(node)
        return true
      }
    }

    private mutating func note(_ node: TaskNode) {
      nodes += 1
      let attributes = node.element.attributes
      orders[node.kind, default: [:]][attributes.map(\.name), default: 0] += 1
      if attributes.contains(where: { $0.name == "disable" && $0.value == "false" }) {
        falseSpelled += 1
      }
      noteSelfClosing(node.element)
      guard node.kind != .group else { return }
      let parts = node.element.elements.map(\.name).filter {
        $0 == "action" || $0 == "defaultVarList"
      }
      if parts.count == 2 {
        let isFirst = parts[0] == "action" ? 1 : 0
        if node.type != nil {
          typed = (typed.steps + 1, typed.actionFirst + isFirst)
        } else {
          untyped = (untyped.steps + 1, untyped.actionFirst + isFirst)
        }
      }
      for variable in node.variables where variable.element.children.isEmpty {
        emptyVariables += 1
        if !variable.element.isSelfClosing { emptyInTwoTags += 1 }
        noteSelfClosing(variable.element)
      }
    }

    private mutating func noteSelfClosing(_ element: Element) {
      guard element.isSelfClosing else { return }
      selfClosed += 1
      if element.serialized().suffix(3).first == 0x20 { blankBeforeSlash += 1 }
    }
  }
}
