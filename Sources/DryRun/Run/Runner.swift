import Facts
import StepCatalog
import TaskSequence

/// A run: the walk of the engine over its table, with three values.
///
/// Where something is not known that decides, it goes on as if the node ran, and holds every value it
/// sets for possible beside the old one: no tree of futures, and never surer than a run with all facts
/// given. The rules are those of README.md.
struct Runner {
  let table: InstructionTable
  let situation: Situation
  let assumptions: Assumptions
  /// Two of them that every step asks for.
  let regardsCapitals: Bool
  let namesInPE: Bool
  let secrecy: Secrecy
  /// By row.
  let behaviours: [Int: Behaviour]
  let paths: [NodePath]
  /// What MDT's rules set, and what they may set.
  let settings: [Behaviour.Setting]
  let unsure: [String]

  var variables: RunVariables
  /// The variables that are stated for the start.
  var statedSlots: Set<RunVariables.Slot> = []
  var book = FactBook()
  var events: [TraceEvent] = []
  var writes: [Trace.Write] = []
  var assumed: [Assumption: [Int]] = [:]
  /// What the condition that is judged has looked at.
  var seen: [(slot: Int, value: RunValue)] = []
  /// What queries came to.
  var answers: [String: Judgement] = [:]
  /// What is known of types of steps, by sequence, with their names as they are spelled.
  var types: [[(type: ArraySlice<UInt8>?, facts: StepFacts)]]

  /// The row that is run.
  var row = 0
  var frames: [Frame]
  /// In how many ways this place may not be reached.
  var doubts = 0
  /// The frames that something may have left for, innermost last.
  var leaking: [Int] = []
  /// What decides whether the step that is run does run; nil where it does, as far as it is reached.
  var stepDoubt: Needs?
  /// Whether the condition of the step that is run is open.
  var isOpenItself = false
  /// What decides whether a step is run once more; nil where it is no repetition, or a certain one.
  var repeatDoubt: Needs?
  /// How often each row was started.
  var starts: [Int]
  var restarts = 0
  var isFormatted: Bool
  var seconds = 0
  var result: RunResult?
  var circle: (row: Int, variable: String?)?
  /// Whether the run may have ended otherwise than by a failure.
  var mayEndOtherwise = false

  // MARK: Variables of the engine

  let currentNameSlot: Int
  let pointerSlot: Int
  let stackSlot: Int
  let winPESlot: Int
  let codeSlot: Int
  let succeededSlot: Int
  let lastActionNameSlot: Int
  let rebootSlot: Int
  let retrySlot: Int
  /// The four that are emptied whenever the engine starts (logs of real runs).
  let requestSlots: [Int]

  // MARK: The walk

  /// Runs to the end.
  mutating func run() {
    result = resultBeforeStart()
    while result == nil {
      while let frame = frames.last, frame.row != nil, frame.after == row { close() }
      guard row < table.rows.count else { break }
      let node = ReadNode(table.rows[row].node)
      if node.isDisabled {
        events.append(TraceEvent(row, .skippedDisabled))
        row = table.rows[row].after
      } else if table.rows[row].isOpen {
        enter(node)
      } else {
        run(step: node)
      }
    }
    keepPlace()
    if result == nil { result = frames[0].leak == nil && !mayEndOtherwise ? .success : .undecided }
  }

  /// Keeps the number and the name of the last instruction where variables are looked at afterwards.
  private mutating func keepPlace() {
    guard let last = events.last else { return }
    let row = table.rows[last.row]
    variables.set(currentNameSlot, to: .known(row.node.name))
    variables.set(pointerSlot, to: number(last.isEnd ? row.endAt : row.at))
  }

  /// What keeps the run from starting: a child that is disabled, missing or runs itself.
  ///
  /// A disabled step's child does not count.
  private mutating func resultBeforeStart() -> RunResult? {
    for (row, gap) in table.gaps.sorted(by: { $0.key < $1.key }) where !isDisabled(row) {
      switch gap {
      case .disabled: return .notStarted
      case .circle:
        circle = (row, nil)
        return .endless
      case .missing where assumptions[.childMissing] == "stop":
        self.row = row
        assume(.childMissing)
        return .notStarted
      case .missing: break
      }
    }
    return nil
  }

  private func isDisabled(_ row: Int) -> Bool {
    var place: Int? = row
    while let index = place {
      if table.rows[index].node.isDisabled { return true }
      place = table.rows[index].parent
    }
    return false
  }

  // MARK: What is certain

  /// Whether this place is reached whatever the facts are.
  var isCertain: Bool { doubts == 0 }

  /// What decides whether this place is reached.
  var placeNeeds: Needs {
    guard doubts > 0 else { return Needs() }
    var needs = frames[frames.count - 1].entries
    for frame in leaking.reversed() { needs.formUnion(frames[frame].leak ?? Needs()) }
    return needs
  }

  /// Takes note that an assumption mattered here.
  mutating func assume(_ assumption: Assumption) {
    if assumed[assumption]?.last != row { assumed[assumption, default: []].append(row) }
  }

  // MARK: Variables

  /// What a variable holds here; those that follow from where the engine is are made on the spot.
  mutating func value(_ slot: Int) -> RunValue {
    if slot == currentNameSlot {
      return row < table.rows.count ? .known(table.rows[row].node.name) : .absent
    }
    if slot == pointerSlot { return number(row < table.rows.count ? table.rows[row].at : nil) }
    if slot == stackSlot {
      let open = frames.dropFirst().map { $0.row.flatMap { table.rows[$0].at } }
      return open.contains(nil)
        ? number(nil) : .known(open.compactMap { $0 }.map(String.init).joined(separator: " "))
    }
    return variables.value(slot, &book)
  }

  /// What a variable of the engine's own holds, which no step brings along.
  func kept(_ slot: Int) -> RunValue { variables.common(slot) ?? .absent }

  private mutating func number(_ number: Int?) -> RunValue {
    number.map { .known(String($0)) } ?? .anything(isSet: true, book.needs(.child, "sequences"))
  }

  /// Sets a variable as surely as this step runs.
  mutating func set(_ slot: Int, to value: RunValue) {
    if doubts == 0, stepDoubt == nil {
      variables.set(slot, to: value)
    } else {
      variables.set(slot, to: value, maybe: placeNeeds.union(stepDoubt ?? Needs()), &book)
    }
    writes.append(
      Trace.Write(event: events.count, slot: slot, value: variables.common(slot) ?? value))
  }

  /// Sets a variable whether this step runs or not.
  mutating func setAnyhow(_ slot: Int, to value: RunValue) {
    variables.set(slot, to: value)
    writes.append(Trace.Write(event: events.count, slot: slot, value: value))
  }

  // MARK: Words

  static let mask = Secrets.mask

  func isSecret(_ name: String) -> Bool { secrecy.isSecret(name) }

  func pathText(_ row: Int) -> String {
    (paths.isEmpty ? table.path(of: row) : paths[row]).description
  }
}
