import Checks
import ObjectCatalog
import References
import StepCatalog
import TaskSequence
import XMLTree

/// The details of the focused node.
extension OpenFile {
  /// Which variables are hidden here.
  var secrecy: Secrecy { Secrecy(of: document) }

  /// The lines of the details now.
  var detailRows: [DetailRow] { DetailRows(of: self).rows }

  /// The field under the cursor of the details.
  var selectedField: DetailField? {
    let rows = detailRows
    return rows.indices.contains(details.selected) ? rows[details.selected].field : nil
  }

  /// The line of the details in which the search found the focused node; nil where it did not, or in its
  /// name alone.
  var foundRow: Int? {
    guard search.contains(outline.focus), search.columns(in: focus.name) == nil else { return nil }
    let rows = detailRows
    let found = rows.indices.filter { index in
      guard let field = rows[index].field else { return false }
      return search.columns(in: field.shown ?? field.value) != nil
        || search.columns(in: field.label) != nil
    }
    // The whole command line is written from the fields below it.
    return found.first { rows[$0].field?.kind != .action } ?? found.first
  }

  /// The type of the step whose details are shown; nil when nothing is known of it.
  var focusedType: StepType? { StepTypes.shared.type(of: subject, in: document.dialect) }

  /// The rows of the table the form of that step has.
  var focusedRows: TableRows? { focusedType.flatMap { TableRows(of: subject, $0) } }

  /// The rules of that step, when it is one of Set Dynamic Variables.
  var focusedRules: DynamicRules? {
    focusedType?.rulesField.flatMap { DynamicRules(subject.variable($0.variable) ?? "") }
  }

  /// Whether there are objects to choose from for a field.
  func isKnown(_ field: StepField) -> Bool {
    field.kind.referenceKind.map { references.catalog.knows($0) } ?? false
  }
}
