import Appearance
import Conditions
import Screen
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// The condition of a node as a tree; what is in it is read from the document whenever it is shown.
struct ConditionPane {
  /// One line of the tree.
  struct Row: Equatable {
    enum Kind: Equatable {
      /// An operand and where it is in the condition.
      case operand(Operand.Place, Operand)
      /// What stands outside the condition: an operand directly under the node, or another condition.
      case stray(NodeID, Operand?)
      /// What decides before it: an operand of the condition of a group above.
      case inherited(NodeID, Operand)
      /// The group above that the rows after it are of.
      case group(NodeID, name: String, isDisabled: Bool)
      /// Where new ones are added.
      case add
    }

    let kind: Kind
    var depth = 0

    var place: Operand.Place? { if case .operand(let place, _) = kind { place } else { nil } }

    /// What can be tried out.
    var operand: Operand? {
      switch kind {
      case .operand(_, let operand), .inherited(_, let operand): operand
      case .stray, .group, .add: nil
      }
    }

    /// What is shown.
    func text(_ secrecy: Secrecy) -> String {
      func shown(_ operand: Operand?) -> String {
        ConditionText.format(operand?.covered(where: secrecy.isSecret))
      }
      return switch kind {
      case .operand(_, .group(let junction, let inside)),
        .inherited(_, .group(let junction, let inside)):
        switch junction {
        case .all: "all of these hold"
        case .any: "any of these holds"
        case .none: inside.count == 1 ? "not" : "none of these holds"
        }
      case .operand(_, let operand), .inherited(_, let operand): shown(operand)
      case .group(_, let name, let isDisabled):
        "before it the group “\(name)”\(isDisabled ? ", which is disabled" : "")"
      case .stray(_, let operand): "outside the condition: \(shown(operand))"
      case .add: "Add a test …"
      }
    }
  }

  let node: NodeID
  private(set) var selected = 0
  /// The first row on the screen.
  var top = 0

  init(node: NodeID) { self.node = node }

  /// The lines of a node's condition, and of those of the groups above it, the nearest first.
  static func rows(of node: TaskNode, in document: SequenceDocument) -> [Row] {
    var rows: [Row] = []
    func add(
      _ operand: Operand, _ place: Operand.Place, _ kind: (Operand.Place, Operand) -> Row.Kind
    ) {
      rows.append(Row(kind: kind(place, operand), depth: place.count))
      for (index, inner) in operand.operands.enumerated() { add(inner, place + [index], kind) }
    }
    if let operand = node.condition?.operand { add(operand, []) { .operand($0, $1) } }
    rows += node.strays.map { Row(kind: .stray($0.element.id, $0.operand)) }
    rows.append(Row(kind: .add))
    for group in document.ancestry(of: node.id).dropFirst().dropLast().reversed() {
      let operand = group.condition?.operand
      guard group.isDisabled || operand != nil else { continue }
      rows.append(
        Row(kind: .group(group.id, name: group.name, isDisabled: group.isDisabled)))
      if let operand { add(operand, [0]) { .inherited(group.id, $1) } }
    }
    return rows
  }

  /// The node whose condition is open.
  func node(in file: OpenFile) -> TaskNode? { file.document.node(node) }

  /// The lines of it now.
  func rows(in file: OpenFile) -> [Row] {
    node(in: file).map { Self.rows(of: $0, in: file.document) } ?? []
  }

  /// The line the cursor is on.
  func row(in file: OpenFile) -> Row? {
    let rows = rows(in: file)
    return rows.indices.contains(selected) ? rows[selected] : nil
  }

  mutating func move(by count: Int, of rows: Int) {
    selected = max(0, min(selected + count, rows - 1))
  }

  /// Puts the cursor on the operand at a place.
  mutating func select(_ place: Operand.Place, in rows: [Row]) {
    selected = rows.firstIndex { $0.place == place } ?? min(selected, rows.count - 1)
  }
}

extension ConditionPane: Layer {
  var context: KeyContext { .condition }

  func hints(in state: EditorState) -> [KnownCommand] {
    [
      .conditionAdd, .conditionEdit, .conditionText, .conditionRemove, .conditionWrap,
      .conditionNegate, .conditionTry, .conditionUnwrap, .conditionJunction, .conditionMoveDown,
      .historyUndo, .conditionHelp, .conditionClose,
    ]
  }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    ConditionPaneView(state: state, pane: self, theme: theme).draw(into: &buffer)
  }

  func answer(toPasted text: String) -> LayerAction? {
    { state in
      ConditionTree.pasteText(&state, text)
      return []
    }
  }

  mutating func settle(in state: EditorState) {
    move(by: 0, of: rows(in: state.file).count)
    top = TextArea.top(
      top, showing: selected, height: ConditionPaneView.listHeight(in: state.size))
  }

  mutating func scroll(by count: Int, in state: EditorState) {
    move(by: count, of: rows(in: state.file).count)
  }
}
