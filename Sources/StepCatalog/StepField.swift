import TaskSequence

/// One value of a step: a variable with what is known of it.
package struct StepField: Equatable, Sendable {
  /// One of the values a choice allows.
  package struct Choice: Equatable, Sendable {
    package var value: String
    /// What it means, empty when the value says it.
    package var words: String

    package init(value: String, words: String) {
      self.value = value
      self.words = words
    }
  }

  /// A value a field gets once something holds.
  struct Turn: Equatable, Sendable {
    var test: FieldTest
    var value: String
  }

  /// The property of the step's WMI class.
  package var property: String
  /// The task sequence variable; `#` in a column stands for the index of the row.
  package var variable: String
  package var kind: FieldKind
  package var label = ""
  /// What a new step has.
  package var usual: String?
  package var choices: [Choice] = []
  package var range: ClosedRange<Int>?
  package var length: ClosedRange<Int>?
  /// What to know besides, in a few words.
  package var about = ""
  /// Whether it is an argument of the command line rather than a variable of the run.
  package var isHidden = false
  package var isRequired = false
  /// Whether its value is never shown unasked.
  package var isSecret = false
  /// What hides its value where it holds.
  var secrecy: [FieldTest] = []
  /// Whether a new step writes it, with what is usual.
  package var isInNewSteps = false
  /// Whether it holds how many rows a table has.
  package var isCount = false
  /// What it tells of the object that another field names; nil where it tells nothing of the kind.
  package var companion: Companion?
  /// The variable that names what its object is part of, as a package its programs.
  package var owner: String?
  /// Whether it is the unit of the number before it.
  package var isUnit = false
  /// Whether the variable must be there even when it is empty (qualifier `Not_Null`).
  package var isWritten = false
  /// Whether blanks and dots alone are no value: the empty mask of Microsoft's editor.
  package var isMasked = false
  /// Whether no real file has it, so that its name and whether it is hidden follow from the qualifiers of
  /// its class.
  package var isDerived = false
  /// The attribute of the step that says the same.
  package var attribute: String?
  /// What the command line begins with while it is true.
  package var lead: String?
  /// The variable whose value moves here while this one counts.
  package var source: String?
  /// The values it gets once something holds.
  var turns: [Turn] = []
  /// Whether only few steps have it, so that a form shows it only for these.
  package var isRare = false
  /// Whether the sequence's own variables say it again, for all of the run (qualifier `Global`).
  package var isGlobal = false
  /// What the step does with the variable its value names; nil where it names none.
  package var naming: VariableNaming?
  /// What must hold for it to count.
  package var tests: [FieldTest] = []

  /// Whether its value names a variable that the step sets.
  var isSetting: Bool { if case .sets = naming { true } else { false } }

  /// Whether it holds the name of the object that another field names.
  package var isTitle: Bool { companion?.fact.isName == true }

  /// The value; of an empty mask none.
  package func meant(_ value: String) -> String {
    isMasked && value.allSatisfy { $0 == " " || $0 == "." } ? "" : value
  }

  /// Whether a value can be wrong.
  package var isChecked: Bool {
    if isRequired || length != nil { return true }
    switch kind {
    case .flag, .number, .codes, .variable: return true
    default: return false
    }
  }

  /// What is wrong with a value, nil when nothing is; a value decided at run time is never wrong.
  package func fault(in value: String) -> String? {
    guard !value.isDynamic else { return nil }
    let value = meant(value)
    // An export leaves secrets out: they are listed, to be entered again, not called wrong.
    if value.isEmpty {
      if isRequired && !isSecret { return "\(label) is needed here" }
      // Of 5,095 Booleans in real files none is empty.
      return kind == .flag ? "\(label) is true or false; this is empty" : nil
    }
    if let length, !length.contains(value.count) {
      return
        "\(label) has \(length.lowerBound) to \(length.upperBound) characters; this has \(value.count)"
    }
    switch kind {
    case .flag where !["true", "false"].contains(value.lowercased()):
      return "\(label) is true or false"
    case .number:
      guard let number = Int(value) else { return "\(label) is a whole number" }
      if let range, !range.contains(number) {
        return range.upperBound == .max
          ? "\(label) is at least \(range.lowerBound)"
          : "\(label) is from \(range.lowerBound) to \(range.upperBound)"
      }
      return nil
    case .codes where !value.utf8.split(separator: UInt8(ascii: " ")).allSatisfy(\.isNumber):
      return "\(label) are whole numbers with blanks between them, such as 0 3010"
    case .variable:
      return VariableName.fault(in: value) ?? (isSetting ? VariableName.lock(of: value) : nil)
    default: return nil
    }
  }
}

/// Indexed variables that are rows of a table, such as the volumes of a disk.
package struct StepTable: Equatable, Sendable {
  package var label: String
  /// The variables that hold how many rows there are.
  package var counts: [String]
  package var columns: [StepField] = []
  /// A variable that lists the values of one column with commas between them.
  package var list: (variable: String, column: String)?
  /// How many rows there may be, where that is known.
  package var most: Int?

  package static func == (left: StepTable, right: StepTable) -> Bool {
    left.label == right.label && left.counts == right.counts && left.columns == right.columns
      && left.most == right.most
      && left.list?.variable == right.list?.variable && left.list?.column == right.list?.column
  }
}

extension Substring.UTF8View {
  /// Whether it is a whole number.
  fileprivate var isNumber: Bool { Int64(Substring(self)) != nil }
}
