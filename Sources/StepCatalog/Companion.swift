package import TaskSequence

/// What a field tells of the object that another field of its step names.
package struct Companion: Equatable, Sendable {
  /// One thing to tell.
  package enum Fact: String, Sendable {
    case name
    /// Its id, a comma, a blank and its name.
    case idAndName = "id-and-name"
    /// The number of its kind of package.
    case kind
    /// The packages it needs itself, with commas between them.
    case packages
    case applications
    case updates

    /// Whether it is what people call the object, maybe with its id.
    package var isName: Bool { self == .name || self == .idAndName }
  }

  package var fact: Fact
  /// The variable that names the object; `#` stands for the row.
  package var variable: String

  /// Reads a line of the catalogue.
  init?(_ parts: [Substring]) {
    guard parts.count == 2, let fact = Fact(rawValue: String(parts[0])) else { return nil }
    self.fact = fact
    variable = String(parts[1])
  }
}

extension StepField {
  /// The name of the object, of a value that is one with an id before it that name alone.
  ///
  /// Real steps keep the id an object had at another site there, too.
  package func title(in value: String) -> String {
    guard companion?.fact == .idAndName, let comma = value.firstRange(of: ", ") else {
      return value
    }
    let id = value[..<comma.lowerBound]
    let isID = id.count == 8 && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isID ? String(value[comma.upperBound...]) : value
  }
}

extension StepType {
  /// The fields that tell of the object which a variable names.
  package func companions(of variable: String) -> [StepField] {
    if let table {
      for column in table.columns {
        guard let row = column.row(of: variable) else { continue }
        return table.columns.filter { $0.companion?.variable == column.variable }.map {
          $0.inRow(row)
        }
      }
    }
    let wanted = variable.lowercased()
    return fields.filter { $0.companion?.variable.lowercased() == wanted }
  }
}

extension StepReading {
  /// The objects that some variables name and others call something, in the order of the names.
  package var titles: [(kind: ReferenceKind, id: String, name: String)] {
    values.compactMap { title in
      guard let field = title.field, field.isTitle, !title.text.isEmpty,
        let object = object(toldBy: field, title.name), !object.text.isEmpty,
        let kind = object.field?.kind.referenceKind
      else { return nil }
      return (kind, object.text, field.title(in: title.text))
    }
  }

  /// The variable that names the object which a field tells of, one of a table in the same row.
  private func object(toldBy field: StepField, _ variable: String) -> Value? {
    guard let named = field.companion?.variable else { return nil }
    let name = field.row(of: variable).map(named.numbered) ?? named
    return values.first { $0.name == name }
      ?? values.first { $0.name.lowercased() == name.lowercased() }
  }
}

extension TableRows {
  /// The values that make a row name an object: its id, and what other columns tell of it.
  package func naming(
    _ id: String, in column: StepField, _ told: (Companion.Fact) -> String?
  ) -> [String: String] {
    var values = [column.variable: id]
    for other in table.columns where other.companion?.variable == column.variable {
      values[other.variable] = other.companion.flatMap { told($0.fact) }
    }
    return values
  }

  /// Sets several values of a row, by the columns' variables.
  package mutating func set(_ values: [String: String], in row: Int) {
    for column in table.columns {
      if let value = values[column.variable] { set(column, in: row, to: value) }
    }
  }
}
