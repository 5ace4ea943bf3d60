import StepCatalog
import TaskSequence
import XMLTree

/// What a run has to know of a type of step, looked up once for all its steps.
final class StepFacts {
  /// What a step does that a run can follow.
  enum Deed {
    /// Anything: a command, a script.
    case command
    case restart
    case setVariable
    case dynamicVariables
    case applications
    case packages
    /// Goes on in the new Windows: runs once more after a restart, and its failure nobody absorbs.
    case setUp
    case prepareForCapture
    case format
    /// MDT's Gather.
    case gather
  }

  let deed: Deed
  /// What is known of the type; nil where nothing is.
  let type: StepType?
  /// Variables it sets whatever its values are, `#` left out.
  let sets: [String]
  /// The fields that name a variable it sets, and what it is set to.
  let namings: [(variable: String, sources: [String])]
  /// Whether rows of a table of its name such variables, too.
  let hasRowNamings: Bool
  /// Whether it may hold a script in one of its variables.
  let hasScript: Bool

  /// The product's own variables that nothing but such steps sets: before one of them ran they are not
  /// there (Microsoft's reference of variables).
  static let outputs: [String] = StepTypes.shared.all(in: .configurationManager)
    .flatMap(\.sets).filter { $0.hasPrefix("_") }

  private static let deeds: [String: Deed] = [
    "SMS_TaskSequence_RebootAction": .restart,
    "SMS_TaskSequence_SetVariableAction": .setVariable,
    "SMS_TaskSequence_SetDynamicVariablesAction": .dynamicVariables,
    "SMS_TaskSequence_InstallApplicationAction": .applications,
    "SMS_TaskSequence_InstallSoftwareAction": .packages,
    "SMS_TaskSequence_SetupWindowsAndSMSAction": .setUp,
    "SMS_TaskSequence_PrepareOSAction": .prepareForCapture,
    "SMS_TaskSequence_PartitionDiskAction": .format,
    "BDD_Gather": .gather,
  ]

  init(type name: String?, in dialect: Dialect) {
    deed = name.flatMap { Self.deeds[$0] } ?? .command
    let type = StepTypes.shared.type(named: name ?? "-", in: dialect)
    self.type = type
    sets = type?.sets.filter { !$0.contains("#") } ?? []
    namings =
      type?.fields.compactMap { field in
        if case .sets(let sources) = field.naming { (field.variable, sources) } else { nil }
      } ?? []
    hasRowNamings =
      type?.table?.columns.contains { field in
        if case .sets = field.naming { true } else { false }
      } ?? false
    hasScript = type?.fields.contains { $0.kind == .script } ?? false
  }
}

/// What a command line says that a run can follow, found by its bytes without reading it as text.
struct CommandMarks: OptionSet {
  let rawValue: Int

  /// MDT's script that goes on to the next phase.
  static let nextPhase = CommandMarks(rawValue: 1)
  /// MDT's script that looks at the computer.
  static let gather = CommandMarks(rawValue: 2)
  /// Something that reaches variables: `tsenv`, `TSEnvironment`, `oEnvironment`.
  static let variables = CommandMarks(rawValue: 4)

  private static let words: [(word: [UInt8], mark: CommandMarks)] = [
    (Array("ztinextphase.wsf".utf8), .nextPhase), (Array("ztigather.wsf".utf8), .gather),
    (Array("tsenv".utf8), .variables), (Array("environment".utf8), .variables),
  ]

  /// Those of a command line.
  init(of action: XMLTree.Element?) {
    guard let action else {
      self = []
      return
    }
    if let bytes = action.spelledText {
      self = bytes.withUnsafeBufferPointer(CommandMarks.init(in:))
    } else {
      self = Array(action.text.utf8).withUnsafeBufferPointer(CommandMarks.init(in:))
    }
  }

  init(rawValue: Int) { self.rawValue = rawValue }

  private init(in bytes: UnsafeBufferPointer<UInt8>) {
    self = []
    for place in bytes.indices {
      switch bytes[place] | 0x20 {
      case UInt8(ascii: "z"), UInt8(ascii: "t"), UInt8(ascii: "e"): break
      default: continue
      }
      for (word, mark) in Self.words where !contains(mark) && place + word.count <= bytes.count {
        if word.indices.allSatisfy({ bytes[place + $0] | 0x20 == word[$0] }) { insert(mark) }
      }
    }
  }
}
