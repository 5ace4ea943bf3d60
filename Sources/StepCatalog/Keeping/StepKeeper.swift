package import TaskSequence
import XMLTree

/// Keeps a step whole: has what repeats, excludes or needs a value follow an edit, by what is known of
/// its type.
///
/// It looks at the step before and after, so that it does not matter which way a value came. What an
/// edit did not touch stays as it is, right or wrong.
package struct StepKeeper {
  /// What a step says of an object beside its id; nil where what stands there stays.
  package typealias Telling = (ReferenceKind, _ id: String, Companion.Fact) -> String?

  let type: StepType?
  let dialect: Dialect
  /// The name of the step, for messages.
  let name: String
  let tell: Telling
  let old: StepState
  var new: StepState
  /// Whether the step is there for the first time.
  let isNew: Bool
  /// The rows that rows of the table were before; nil for one that is new.
  var origins: [Int: Int] = [:]
  /// The variables that the edit set or took away, by their names in the type.
  var edited: Set<String> = []
  /// Whether the command line is made anew, since what was typed is the variables' now.
  var rewrites = false
  var notes: [String] = []

  /// A step before and after an edit.
  init(from old: TaskNode, to new: TaskNode, in dialect: Dialect, _ tell: @escaping Telling) {
    type = StepTypes.shared.type(of: new, in: dialect)
    self.dialect = dialect
    name = new.name
    self.tell = tell
    self.old = StepState(of: old, type)
    self.new = StepState(of: new, type)
    isNew = false
    findOrigins()
    edited = changedNames
  }

  /// A new step with some values.
  init(
    newOf type: StepType, named name: String, values: [String: String], _ tell: @escaping Telling
  ) {
    self.type = type
    dialect = type.isSortedByProperty ? .configurationManager : .mdt
    self.name = name
    self.tell = tell
    old = StepState(type)
    new = StepState(type)
    for (name, value) in values { new.values[type.known(name)?.variable ?? name] = value }
    isNew = true
    edited = Set(new.values.keys)
  }

  /// What must follow an edit of a step, and what should be known of it.
  ///
  /// - Throws: why the edit cannot stand.
  package static func following(
    from old: TaskNode, to new: TaskNode, in dialect: Dialect, tell: @escaping Telling
  ) throws(Refusal) -> (change: StepChange, notes: [String]) {
    try checkNames(from: old, to: new, in: dialect)
    var keeper = StepKeeper(from: old, to: new, in: dialect, tell)
    try keeper.readCommand()
    try keeper.followTable()
    keeper.followAttributes()
    try keeper.settle()
    keeper.tellOfObjects()
    keeper.repeatInAttributes()
    keeper.writeCommand()
    return (keeper.change(of: new), keeper.notes)
  }

  /// Fills in what a new step has besides the values it was given.
  ///
  /// - Throws: when these exclude each other.
  mutating func complete() throws(Refusal) {
    for field in fields where field.isInNewSteps && !field.isStrict && !field.isCount {
      guard new.values[field.variable] == nil, let first = first(of: field) else { continue }
      new.values[field.variable] = first
    }
    try settle()
    countRows()
    tellOfObjects()
    repeatInAttributes()
    writeFirstCommand()
  }

  /// What is left to be written.
  private func change(of node: TaskNode) -> StepChange {
    let written = StepState(of: node, type)
    var change = StepChange()
    for (name, value) in new.values where written.values[name] != value {
      var variable =
        type?.known(name)?.variable(value)
        ?? Blueprint.Variable(name: name, property: name, value: value)
      variable.name = new.spelled[name] ?? name
      change.written.append(variable)
    }
    change.written.sort { PropertyOrder($0.name) < PropertyOrder($1.name) }
    change.removed = written.values.keys.filter { new.values[$0] == nil }
      .map { new.spelled[$0] ?? $0 }
    change.attributes = new.attributes.filter { written.attributes[$0.key] != $0.value }
    if new.action != written.action { change.action = new.action }
    return change
  }

  // MARK: Before and after

  private var changedNames: Set<String> {
    Set(new.values.keys).union(old.values.keys).filter { new.values[$0] != before($0) }
  }

  /// The value a variable had; of a row where that row was.
  func before(_ name: String) -> String? {
    guard let field = type?.field(of: name), let row = field.row(of: name) else {
      return old.values[name]
    }
    return origins[row].flatMap { old.values[field.inRow($0).variable] }
  }

  /// Finds rows again that moved: those that say the same, else those in the same place.
  mutating func findOrigins() {
    guard let table = type?.table else { return }
    origins = [:]
    func content(_ row: Int, of state: StepState) -> [String?] {
      table.columns.map { state.values[$0.inRow(row).variable] }
    }
    var left = old.rows(of: table)
    let rows = new.rows(of: table)
    let contents = Dictionary(uniqueKeysWithValues: left.map { ($0, content($0, of: old)) })
    for row in rows {
      let wanted = content(row, of: new)
      let same =
        contents[row] == wanted && left.contains(row)
        ? row : left.first { contents[$0] == wanted }
      guard let same else { continue }
      origins[row] = same
      left.removeAll { $0 == same }
    }
    for row in rows where origins[row] == nil && left.contains(row) { origins[row] = row }
  }

  /// Whether a variable has a value now.
  func hasValue(_ name: String) -> Bool { new.values[name]?.isEmpty == false }

  /// The fields of the type and of the rows there are.
  var fields: [StepField] {
    guard let type else { return [] }
    let rows = new.rows(of: type.table)
    return type.fields + rows.flatMap { row in type.table?.columns.map { $0.inRow(row) } ?? [] }
  }

  // MARK: Names

  /// Makes sure that names of variables are names, and stay what they were where the type knows them.
  private static func checkNames(
    from old: TaskNode, to new: TaskNode, in dialect: Dialect
  ) throws(Refusal) {
    let before = Dictionary(
      old.variables.map { ($0.element.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let names = new.variables.map { (id: $0.element.id, name: $0.name) }
    let known = StepTypes.shared.type(of: old, in: dialect)
    for (id, name) in names where before[id] != name {
      if let was = before[id], known?.field(of: was) != nil {
        throw Refusal("\(was) is a setting of “\(old.name)” and keeps its name")
      }
      if let fault = VariableName.fault(in: name) { throw Refusal(fault) }
      let wanted = name.lowercased()
      if let other = names.first(where: { $0.id != id && $0.name.lowercased() == wanted }) {
        throw Refusal("there is a variable \(other.name) already")
      }
    }
  }
}
