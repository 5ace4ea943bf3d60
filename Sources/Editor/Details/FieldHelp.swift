import StepCatalog
import TaskSequence
import VariableCatalog
import Widgets
import XMLTree

/// What a field is, and what is hidden in one.
enum FieldHelp {
  /// Shows the secret under the cursor until the next key.
  static func reveal(_ state: inout EditorState) -> [Effect] {
    guard let field = state.file.selectedField, field.shown?.contains(Secrets.mask) == true else {
      state.say("There is no secret here.")
      return []
    }
    state.say("\(field.label): \(field.value)")
    return []
  }

  /// Says what the field under the cursor is.
  static func explain(_ state: inout EditorState) -> [Effect] {
    guard let field = state.file.selectedField else {
      state.say("Choose a field first.")
      return []
    }
    var lines = [field.label, ""]
    switch field.kind {
    case .step(let known): lines += words(state, known)
    case .rule, .newRule:
      lines += state.file.focusedType?.rulesField.map { words(state, $0) } ?? []
    case .row, .newRow:
      lines += state.file.focusedType?.table.map(Self.words) ?? []
    case .property(let property), .toggle(let property): lines += Self.words(for: property)
    case .place: lines += Self.words(for: .runIn)
    case .variable(let name): lines += Self.words(forVariable: name)
    case .action:
      lines.append("What the task sequence engine runs; it repeats values of the fields.")
    case .fixed(let reason): lines.append(reason)
    case .condition: return HelpWindow.show("conditions", &state)
    case .link:
      lines.append("A group around the step, and what must hold for it; Enter goes there.")
    case .newVariable:
      lines.append("A variable that only this step gets, beside those of its type.")
    }
    if let idleness = field.idleness { lines += ["", "It counts \(idleness)."] }
    if let fault = field.fault { lines += ["", fault.asSentence] }
    state.open(ViewerLayer(title: "About this field", text: lines.joined(separator: "\n")))
    return []
  }

  private static func words(_ state: EditorState, _ field: StepField) -> [String] {
    var lines: [String] = []
    if let meaning = BuiltInVariables.shared.named(field.variable)?.meaning, !meaning.isEmpty {
      lines.append(meaning.asSentence)
    }
    if !field.about.isEmpty { lines.append(field.about.asSentence) }
    if !lines.isEmpty { lines.append("") }
    lines.append("Variable   \(field.variable)")
    if field.property != "-" { lines.append("Property   \(field.property)") }
    if let usual = field.usual { lines.append("Usually    \(usual)") }
    if let range = field.range { lines.append("Range      \(Self.words(range))") }
    if let length = field.length { lines.append("Length     \(Self.words(length)) characters") }
    for (index, choice) in field.choices.enumerated() {
      lines.append("\(index == 0 ? "Values     " : "           ")\(choice.value)  \(choice.words)")
    }
    for (index, source) in (state.file.focusedType?.source ?? "").split(separator: ", ")
      .enumerated()
    {
      lines.append("\(index == 0 ? "Source     " : "           ")\(source)")
    }
    if field.isRequired || field.isHidden || field.isDerived { lines.append("") }
    if field.isRequired { lines.append("It must have a value.") }
    if field.isHidden { lines.append("It is an argument of the command line, not a variable.") }
    if field.isDerived {
      lines.append("No real file known here has it: its name follows from the class of the step.")
    }
    return lines
  }

  private static func words(for table: StepTable) -> [String] {
    [
      "Each row is a set of variables; the step counts them in \(table.counts.joined(separator: ", ")).",
      "",
    ]
      + table.columns.map { column in
        let usual = column.usual.map { ", usually \($0)" } ?? ""
        return "\(column.variable)  \(column.label)\(usual)"
      }
  }

  private static func words(forVariable name: String) -> [String] {
    guard let known = BuiltInVariables.shared.named(name) else {
      return ["A variable of your own, or one nothing is known of."]
    }
    var lines = [known.summary.asSentence, ""]
    if !known.values.isEmpty { lines.append("Values     \(known.values)") }
    if !known.steps.isEmpty { lines.append("Steps      \(known.steps)") }
    return lines + ["Source     Microsoft's articles on variables and MDT's toolkit reference"]
  }

  private static func words(for property: Property) -> [String] {
    let meaning =
      switch property {
      case .name: "What the step is called: 1 to 100 characters, 50 by Microsoft's article."
      case .description: "For people; at most 255 characters."
      case .disable: "A disabled step, and all in a disabled group, is left out of the run."
      case .continueOnError: "The sequence goes on when the step fails."
      case .successCodes: "The exit codes that mean success, with blanks between them: 0 3010."
      case .runIn: "Where the step may run. Nothing stated means both."
      case .startIn: "The folder the command starts in."
      case .timeout: "How long the step may take: 1 to 999 minutes. The file holds seconds."
      case .retryCount: "How often a failed step is tried again."
      }
    return [
      meaning, "", "Attribute  \(property.attribute)", "Source     the SDK's class of steps",
    ]
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
  }
}
