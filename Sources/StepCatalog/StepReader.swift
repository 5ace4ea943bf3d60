import TaskSequence

/// Reads the lines of a catalogue file; its head says what they mean.
struct StepReader {
  private var step = StepType()
  private var fields: [StepField] = []
  private var field: StepField?
  private var part = Part.field

  /// What a field that is being read belongs to.
  private enum Part { case field, column, value }

  /// Reads the lines of one step; lines that make no sense are left out, a test looks for them.
  static func read(_ text: Substring) -> StepType {
    var reader = StepReader()
    for line in text.parts(at: "\n") { _ = reader.take(line) }
    reader.endField()
    reader.step.fields = reader.fields
    return reader.step
  }

  /// The lines that make no sense.
  static func faults(in text: Substring) -> [Substring] {
    var reader = StepReader()
    return text.parts(at: "\n").filter { !$0.hasPrefix("#") && !reader.take($0) }
  }

  private mutating func take(_ line: Substring) -> Bool {
    let blank = UInt8(ascii: " ")
    let text = line.utf8.drop { $0 == blank }
    let word = text.prefix { $0 != blank }
    let rest = Substring(text.dropFirst(word.count + 1))
    return line.utf8.starts(with: [blank, blank])
      ? takeDetail(Substring(word), rest) : takeFact(Substring(word), rest)
  }

  private mutating func takeFact(_ word: Substring, _ rest: Substring) -> Bool {
    switch word {
    case "step":
      step.type = rest == "-" || rest == "subtasksequence" ? nil : String(rest)
      step.isChildSequence = rest == "subtasksequence"
      if step.isChildSequence { step.type = "SMS_TaskSequence_SubTasksequence" }
    case "label": step.label = String(rest)
    case "menu": step.category = String(rest)
    case "kind":
      guard let kind = StepKind(rawValue: String(rest)) else { return false }
      step.kind = kind
    case "runs": step.places = rest.parts(at: " ").map(String.init)
    case "words": step.synonyms = String(rest)
    case "about": step.about = String(rest)
    case "note": step.note = String(rest)
    case "source": step.source = String(rest)
    case "action":
      guard step.pattern == nil else { return false }
      step.pattern = ActionTemplate(String(rest))
    case "older": step.older.append(ActionTemplate(String(rest)))
    case "codes": step.successCodes = String(rest)
    case "run-in": step.runIn = String(rest)
    case "unlisted": step.isOffered = false
    case "field": return startField(rest.parts(at: " "), .field)
    case "column": return startField(rest.parts(at: " "), .column)
    case "value":
      let parts = rest.parts(at: " ")
      return !step.shapes.isEmpty && startField(Array(parts.prefix(1)) + parts, .value)
    case "shape":
      endField()
      guard let shape = RuleShape(rest.parts(at: " ")) else { return false }
      step.shapes.append(shape)
    case "table":
      endField()
      let parts = rest.parts(at: " ").map(String.init)
      guard parts.count > 1 else { return false }
      step.table = StepTable(label: parts[0], counts: Array(parts.dropFirst()))
    case "one-of": step.choices.append(rest.parts(at: " ").map(String.init))
    case "sets": step.sets += rest.parts(at: " ").map(String.init)
    case "restarts":
      guard let restart = StepRestart(rest.parts(at: " ")) else { return false }
      step.restarts.append(restart)
    case "joins":
      let parts = rest.parts(at: " ").map(String.init)
      guard parts.count == 2, step.table != nil else { return false }
      step.table?.list = (parts[0], parts[1])
    case "most":
      guard let most = Int(rest), step.table != nil else { return false }
      step.table?.most = most
    default: return false
    }
    return true
  }

  private mutating func startField(_ parts: [Substring], _ part: Part) -> Bool {
    endField()
    guard parts.count >= 3, let kind = FieldKind(parts[2]) else { return false }
    self.part = part
    var field = StepField(property: String(parts[0]), variable: String(parts[1]), kind: kind)
    for flag in parts.dropFirst(3) {
      switch flag {
      case "hidden": field.isHidden = true
      case "required": field.isRequired = true
      case "secret": field.isSecret = true
      case "new": field.isInNewSteps = true
      case "count": field.isCount = true
      case "unit": field.isUnit = true
      case "rare": field.isRare = true
      case "global": field.isGlobal = true
      case "written": field.isWritten = true
      case "masked": field.isMasked = true
      case "derived": field.isDerived = true
      default: return false
      }
    }
    self.field = field
    return true
  }

  private mutating func takeDetail(_ word: Substring, _ rest: Substring) -> Bool {
    guard field != nil else { return takeDetail(ofShape: word, rest) }
    switch word {
    case "label": field?.label = String(rest)
    case "default": field?.usual = String(rest)
    case "about": field?.about = String(rest)
    case "when": field?.tests.append(FieldTest(rest))
    case "only": field?.tests.append(FieldTest(rest, isStrict: true))
    case "becomes":
      let test = rest.prefix { $0 != " " }
      let value = String(rest.dropFirst(test.count + 1))
      field?.turns.append(StepField.Turn(test: FieldTest(test), value: value))
    case "takes": field?.source = String(rest)
    case "attribute": field?.attribute = String(rest)
    case "begins": field?.lead = String(rest) + " "
    case "tells":
      guard let companion = Companion(rest.parts(at: " ")) else { return false }
      field?.companion = companion
    case "of": field?.owner = String(rest)
    case "secret": field?.secrecy.append(FieldTest(rest))
    case "sets", "reads", "lists", "fills":
      guard let naming = VariableNaming(word, rest.parts(at: " ")) else { return false }
      field?.naming = naming
    case "choice":
      let parts = rest.split(separator: " = ", maxSplits: 1).map(String.init)
      guard let value = parts.first else { return false }
      field?.choices.append(.init(value: value, words: parts.count > 1 ? parts[1] : ""))
    case "range", "length":
      let parts = rest.parts(at: " ").compactMap { Int($0) }
      guard let low = parts.first, parts.count == 1 || low <= parts[1] else { return false }
      let range = low...(parts.count > 1 ? parts[1] : .max)
      if word == "range" { field?.range = range } else { field?.length = range }
    default: return false
    }
    return true
  }

  private mutating func takeDetail(ofShape word: Substring, _ rest: Substring) -> Bool {
    guard let last = step.shapes.indices.last else { return false }
    switch word {
    case "label": step.shapes[last].label = String(rest)
    case "about": step.shapes[last].about = String(rest)
    default: return false
    }
    return true
  }

  private mutating func endField() {
    guard let done = field else { return }
    switch part {
    case .field: fields.append(done)
    case .column: step.table?.columns.append(done)
    case .value: step.shapes[step.shapes.count - 1].values.append(done)
    }
    field = nil
  }
}

extension Substring {
  /// The parts between characters of one byte, empty ones left out.
  fileprivate func parts(at separator: Unicode.Scalar) -> [Substring] {
    utf8.split(separator: UInt8(ascii: separator)).map { Substring($0) }
  }
}
