import TaskSequence
import XMLTree

/// What a step says, by the names its type has for its variables.
struct StepState {
  /// The values of the variables; one that is not written has none.
  var values: [String: String] = [:]
  /// The names that the step spells otherwise, by those of the type.
  private(set) var spelled: [String: String] = [:]
  /// The names of those that are arguments of the command line.
  private(set) var hidden: Set<String> = []
  /// The attributes that repeat variables, by these.
  private(set) var repeated: [String: String] = [:]
  /// The attributes that repeat a variable.
  var attributes: [String: String] = [:]
  var action: String?

  /// A step of a type that says nothing yet.
  init(_ type: StepType) {
    for field in type.fields { repeated[field.variable] = field.attribute }
  }

  init(of node: TaskNode, _ type: StepType?) {
    for variable in node.variables {
      let name = variable.name
      let known = type?.known(name)?.variable ?? name
      guard values[known] == nil else { continue }
      values[known] = variable.value
      if known != name { spelled[known] = name }
      if variable.isHidden { hidden.insert(known) }
      // Of a type nobody knows the property tells (qualifier `SuccessCodes`).
      if type == nil, variable.property == "SuccessCodes" { repeated[known] = "successCodeList" }
    }
    for field in type?.fields ?? [] { repeated[field.variable] = field.attribute }
    for name in Set(repeated.values) { attributes[name] = node.element.attribute(name) }
    action = node.action
  }

  /// The rows of a table that have a value.
  func rows(of table: StepTable?) -> [Int] {
    guard let table else { return [] }
    let rows = values.keys.flatMap { name in table.columns.compactMap { $0.row(of: name) } }
    return Set(rows).filter { (0..<1000).contains($0) }.sorted()
  }
}
