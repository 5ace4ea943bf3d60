import Appearance
import StepCatalog
import TaskSequence
import XMLTree

/// One line of the details of a node.
struct DetailRow {
  enum Content {
    case heading(String)
    case field(DetailField)
    /// Words that are read, not edited.
    case words(String, Role)
    /// A line of raw XML.
    case xml(String)
    case blank
  }

  let content: Content

  var field: DetailField? { if case .field(let field) = content { field } else { nil } }

  /// Whether the cursor can stand on it.
  var isSelectable: Bool {
    switch content {
    case .field, .xml, .words: true
    case .heading, .blank: false
    }
  }
}

/// A labelled value and how it is edited.
struct DetailField {
  enum Kind: Equatable {
    /// Cannot be edited here, with the reason.
    case fixed(String)
    case property(Property)
    case toggle(Property)
    case place
    case variable(String)
    case action
    case newVariable
    /// The condition as text; edited as a tree.
    case condition
    /// A field of the form of the step's type.
    case step(StepField)
    /// A row of the form's table.
    case row(Int)
    case newRow
    /// A rule of Set Dynamic Variables.
    case rule(Int)
    case newRule
    /// Something of another node that decides whether this one runs.
    case link(NodeID)
  }

  /// Stays the same while the node's values change.
  let id: String
  var label: String
  var value: String
  var kind: Kind
  /// What the value means, in words.
  var note = ""
  /// What is wrong with the value.
  var fault: String?
  /// Whether what is typed is never shown.
  var isSecret = false
  /// What stands for the value when that is not shown as it is.
  var shown: String?
  /// The values of the marked nodes, where they are not the same.
  var differing: [String]?
  /// Whether what it stands for in marked nodes has a part that is not shown.
  var coversSecret = false
  /// Why it does not count as the step is now.
  var idleness: String?

  /// What it can be completed with while it is edited.
  var completes: Completion.Kind {
    switch kind {
    case .variable("VariableName"): .names
    case .step(let field): field.kind == .variable ? .names : .references
    case .variable, .action, .property(.description), .property(.startIn): .references
    default: .none
    }
  }

  /// Whether its label is no name of a value that others line up with: rows of tables and “Add …”.
  var isAlone: Bool {
    switch kind {
    case .row, .newRow, .rule, .newRule, .newVariable, .link: true
    default: false
    }
  }

  /// Whether it is edited in a window rather than in place.
  var isLong: Bool {
    // The bytes tell at once that nearly all values are one line.
    value.utf8.contains { 0x0A...0x0D ~= $0 || $0 >= 0x80 } && value.contains(where: \.isNewline)
  }

  /// Whether all of its value is seen while it is edited.
  var isEditedWhole: Bool {
    switch kind {
    case .step(let field): field.kind != .flag && field.kind != .choice
    case .variable, .property: true
    default: false
    }
  }

  /// Whether it is a line of a list, with its number for a label.
  var isNumbered: Bool {
    switch kind {
    case .row, .rule: true
    default: false
    }
  }
}

/// Where the cursor is in the details, and how far they are scrolled.
package struct DetailsState: Sendable {
  /// The row of the cursor.
  package internal(set) var selected = 0 { didSet { isPlaced = true } }
  /// Whether the cursor was put somewhere since the last event.
  private(set) var isPlaced = false
  /// Of which node the lines were at the last event, and the field of the cursor.
  private var last: (node: NodeID, field: String?)?
  package internal(set) var top = 0
  /// The lines as of the last event; nil before the first, and while there is no room for them.
  var rows: [DetailRow]?

  /// Keeps the cursor on the field it is on when the lines are of another node; where that one has no such
  /// field, on its first.
  mutating func follow(to node: NodeID, _ rows: [DetailRow]) {
    if let last, last.node != node, !isPlaced {
      selected = rows.firstIndex { $0.field != nil && $0.field?.id == last.field } ?? 0
    }
    let stops = rows.indices.filter { rows[$0].isSelectable }
    if !stops.contains(selected) { selected = stops.first { $0 >= selected } ?? stops.last ?? 0 }
    last = (node, rows.indices.contains(selected) ? rows[selected].field?.id : nil)
    isPlaced = false
  }
}
