package import TaskSequence

/// What is known of one type of step in one dialect.
package struct StepType: Equatable, Sendable {
  /// The type in the XML; nil for MDT's plain command lines.
  package var type: String?
  /// Whether it is ConfigMgr's `<subtasksequence>` element.
  package var isChildSequence = false
  package var label = ""
  /// Where Microsoft's Add menu has it.
  package var category = ""
  /// What it works on; nil where the catalogue does not say.
  package var kind: StepKind?
  /// Where it can run.
  package var places: [String] = []
  /// What else people call it.
  package var synonyms = ""
  package var about = ""
  /// What its form says besides its fields; empty for most.
  package var note = ""
  /// Where the facts are from.
  package var source = ""
  /// How the command line of its steps is written.
  package var pattern: ActionTemplate?
  /// How others wrote it, known when it is read.
  var older: [ActionTemplate] = []
  package var successCodes = "0"
  package var runIn: String?
  /// Whether it is offered for new steps.
  package var isOffered = true
  /// Whether variables are written in the order of their properties, as ConfigMgr does.
  package var isSortedByProperty = false
  /// The variables of which one must name or list something, each list by itself.
  package var choices: [[String]] = []
  /// The variables it sets itself, whatever its fields name; `#` stands for the number of one in a list.
  package var sets: [String] = []
  var restarts: [StepRestart] = []
  package var fields: [StepField] = [] { didSet { indexFields() } }
  package var table: StepTable?
  /// The conditions that its rules can have.
  var shapes: [RuleShape] = []
  /// Where the field of a variable stands, by its name as it is and in small letters.
  private var fieldIndex: [String: Int] = [:]
  /// The fields that must be written, as long as they count.
  package private(set) var required: [StepField] = []
  /// The fields whose values stand in an attribute of the step, too.
  private(set) var twins: [StepField] = []
  /// The variable that holds rules, where it has one.
  package private(set) var rulesVariable: String?
  /// Whether the name of a variable only follows from the class.
  private(set) var hasDerivedFields = false
  /// Whether some of its values are in the file only while another one leaves room for them.
  private(set) var hasStrictFields = false
  /// Whether an object that one of its fields names can be part of another's.
  package private(set) var namesParts = false
  /// Whether a value of its steps can be the name of a variable.
  private var namesVariables = false
  /// The properties of the class that are secret, in small letters.
  private(set) var secretProperties: Set<String> = []
  /// The variables that name the ones others hold values for, by these in small letters.
  private var targets: [String: String] = [:]

  private mutating func indexFields() {
    fieldIndex = [:]
    for (index, field) in fields.enumerated() {
      for name in [field.variable, field.variable.lowercased()] where fieldIndex[name] == nil {
        fieldIndex[name] = index
      }
    }
    required = fields.filter { $0.isWritten || $0.isRequired && !$0.isCount && $0.usual == nil }
    twins = fields.filter { $0.attribute != nil }
    hasDerivedFields = fields.contains(where: \.isDerived)
    hasStrictFields = (fields + (table?.columns ?? [])).contains(where: \.isStrict)
    rulesVariable = fields.first { $0.kind == .rules }?.variable
    namesParts = fields.contains { $0.owner != nil }
    namesVariables = (fields + (table?.columns ?? [])).contains { $0.naming != nil }
    secretProperties = Set(fields.filter(\.isSecret).map { $0.property.lowercased() })
    targets = [:]
    for field in fields {
      guard case .sets(let sources) = field.naming else { continue }
      for source in sources { targets[source.lowercased()] = field.variable }
    }
  }

  /// The field of a variable, of a table's row too; names are compared without regard to case.
  package func field(of variable: String) -> StepField? {
    // Nearly all are spelled as the catalogue spells them.
    if let index = fieldIndex[variable] { return fields[index] }
    if let index = fieldIndex[variable.lowercased()] { return fields[index] }
    return table?.column(of: variable)
  }

  /// The field of a variable as it is there: of a table's row in that row.
  package func known(_ variable: String) -> StepField? {
    if let column = table?.columns.first(where: { $0.variable == variable }) { return column }
    guard let field = field(of: variable) else { return nil }
    return field.row(of: variable).map(field.inRow) ?? field
  }

  /// The command lines its steps carry, the one that is written first.
  package var templates: [ActionTemplate] { (pattern.map { [$0] } ?? []) + older }

  /// What a step does with the variable that the value of one of its variables names; nil where that
  /// names none.
  package func naming(in variable: String) -> VariableNaming? {
    namesVariables ? field(of: variable)?.naming : nil
  }

  /// The variable that names the one a value is for: what `VariableName` is to `VariableValue`.
  func target(ofValueIn variable: String) -> String? {
    targets.isEmpty ? nil : targets[variable.lowercased()]
  }

  /// The field that holds rules, where it has one.
  package var rulesField: StepField? { rulesVariable.flatMap { field(of: $0) } }

  /// Fields in the order their variables are written: by the code points of their properties in
  /// ConfigMgr, in the order of the catalogue in MDT, where the rows of a table stand before their
  /// number (seen in real steps).
  package func inOrder(_ fields: [StepField]) -> [StepField] {
    if isSortedByProperty {
      return fields.sorted { PropertyOrder($0.property) < PropertyOrder($1.property) }
    }
    func isRow(_ field: StepField) -> Bool { fieldIndex[field.variable.lowercased()] == nil }
    guard let count = fields.firstIndex(where: \.isCount) else { return fields }
    let others = fields.filter { !isRow($0) }
    let place = others.firstIndex(of: fields[count]) ?? 0
    return others[..<place] + fields.filter(isRow) + others[place...]
  }

}

extension StepField {
  /// The row a variable belongs to when this is the column's field; nil when it is not.
  package func row(of name: String) -> Int? {
    variable.row(of: name)
  }

  /// The variable of one row.
  func variable(inRow row: Int) -> String { variable.numbered(row) }

  /// The field of one row.
  package func inRow(_ row: Int) -> StepField {
    var field = self
    field.variable = variable.numbered(row)
    field.property = property.numbered(row)
    if let other = companion?.variable { field.companion?.variable = other.numbered(row) }
    if let source { field.source = source.numbered(row) }
    for index in tests.indices { field.tests[index].variable = tests[index].variable.numbered(row) }
    for index in turns.indices {
      field.turns[index].test.variable = turns[index].test.variable.numbered(row)
    }
    return field
  }
}

extension StepTable {
  /// The column whose row a variable belongs to; nil when it belongs to none.
  func column(of variable: String) -> StepField? {
    guard variable.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return nil
    }
    return columns.indices.first { columns[$0].variable.row(of: variable) != nil }.map {
      columns[$0]
    }
  }
}

/// The catalogue has one mark in a name at most; it and the number in its place are found by bytes, since
/// every variable of every table asks for them.
extension String {
  /// The number that another name has in the place of this one's mark, the case of letters left out;
  /// nil where the two are not alike.
  fileprivate func row(of name: String) -> Int? {
    var (pattern, name) = (self, name)
    return pattern.withUTF8 { pattern in
      guard let head = pattern.firstIndex(of: UInt8(ascii: "#")) else { return nil }
      return name.withUTF8 { name in
        let tail = pattern.count - head - 1
        guard name.count > head + tail else { return nil }
        for index in 0..<head where !name[index].isSameLetter(as: pattern[index]) { return nil }
        for index in 0..<tail
        where !name[name.count - 1 - index].isSameLetter(as: pattern[pattern.count - 1 - index]) {
          return nil
        }
        return Self.number(name[head..<name.count - tail])
      }
    }
  }

  /// What digits say; nil for anything else, and for more than any table has rows.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard digits.count < 10 else { return nil }
    var number = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      number = 10 * number + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  /// The name with the number of a row in the place of its mark.
  func numbered(_ row: Int) -> String {
    guard let mark = utf8.firstIndex(of: UInt8(ascii: "#")) else { return self }
    return "\(self[..<mark])\(row)\(self[utf8.index(after: mark)...])"
  }
}

extension UInt8 {
  /// Whether two bytes are the same or the same ASCII letter.
  fileprivate func isSameLetter(as other: UInt8) -> Bool {
    self == other
      || self | 0x20 == other | 0x20 && UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }
}
