package import Appearance

/// One line of a form.
package enum FormRow {
  case heading(String)
  /// A labelled value.
  case field(FormField)
  /// Words that are read, not edited.
  case words(String, Role)
  /// A line in pieces.
  case pieces([TextPiece])
  case blank
}

/// A labelled value as a form shows it.
package struct FormField {
  /// What the value is called.
  package let label: String
  /// The value in one line, as it is shown.
  package let value: String
  /// What the value means, or what is wrong with it.
  package let note: String
  /// Where its value begins.
  package let column: Column
  /// Whether the value cannot be edited.
  package let isFixed: Bool
  /// Whether it does not count now.
  package let isIdle: Bool
  /// Whether something is wrong with the value.
  package let isFaulty: Bool

  /// Where a value begins.
  package enum Column: Sendable {
    /// Where those of the other fields do.
    case shared
    /// Behind its own label, which is no name of a value.
    case own
    /// Behind the number that is its label.
    case number
  }

  /// A field of a form.
  package init(
    label: String, value: String, note: String, column: Column, isFixed: Bool = false,
    isIdle: Bool = false, isFaulty: Bool = false
  ) {
    self.label = label
    self.value = value
    self.note = note
    self.column = column
    self.isFixed = isFixed
    self.isIdle = isIdle
    self.isFaulty = isFaulty
  }
}
