/// A value of a file that states facts, and where it stands.
package struct FactValue: Sendable {
  /// What a value is.
  package enum Form: Sendable {
    case text(String)
    /// A number, true or false, as it is written.
    case word(String)
    case list([FactValue])
    case table(FactTable)
    /// JSON's null.
    case nothing
  }

  package let form: Form
  /// Counted from 1.
  package let line: Int

  package init(_ form: Form, line: Int) { (self.form, self.line) = (form, line) }
}

/// Names and their values, in the order of the file; no name stands twice.
package struct FactTable: Sendable {
  package let entries: [(name: String, value: FactValue)]
  package let line: Int

  package init(_ entries: [(name: String, value: FactValue)], line: Int) {
    (self.entries, self.line) = (entries, line)
  }

  /// The value of a name; nil where it is not there, or is null.
  package subscript(name: String) -> FactValue? {
    entries.first { $0.name == name }.flatMap { entry in
      if case .nothing = entry.value.form { nil } else { entry.value }
    }
  }
}

/// What is wrong with a file that states facts.
package struct FactFault: Error, Equatable, Sendable {
  /// Counted from 1.
  package let line: Int
  /// A sentence without its full stop.
  package let reason: String

  package init(line: Int, _ reason: String) { (self.line, self.reason) = (line, reason) }
}
