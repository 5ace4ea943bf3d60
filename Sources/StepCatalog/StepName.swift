package import TaskSequence

/// What a type of step is called: by people, and in the XML.
///
/// Whatever shows a type shows this, so that a name of the XML never stands alone.
package struct StepName: Hashable, Sendable {
  /// The name in the XML; nil where the step has none: MDT's plain command lines.
  package let type: String?
  /// Whether it is Configuration Manager's `<subtasksequence>` element.
  package let isChildSequence: Bool

  /// The name of a step's type; nil for a group and the sequence.
  package init?(of node: TaskNode) {
    switch node.kind {
    case .sequence, .group: return nil
    case .step: (type, isChildSequence) = (node.type, false)
    case .childSequence: (type, isChildSequence) = (nil, true)
    }
  }

  /// The name of a type by the one it has in the XML.
  package init(_ type: String?) { (self.type, isChildSequence) = (type, false) }

  /// Whether it is that of a node; makes no string.
  package func isName(of node: TaskNode) -> Bool {
    switch node.kind {
    case .sequence, .group: false
    case .step: !isChildSequence && node.isOf(type: type)
    case .childSequence: isChildSequence
    }
  }

  /// The name by which the catalogue knows it.
  private var key: String { isChildSequence ? "subtasksequence" : type ?? "-" }

  /// Microsoft’s label; nil for a type nothing is known of.
  package func label(in dialect: Dialect) -> String? {
    StepTypes.labels(in: dialect)[key] ?? StepTypes.labels(in: dialect.other)[key]
  }

  /// What people call it, to stand alone: “Restart Computer”.
  package func words(in dialect: Dialect) -> String {
    guard let label = label(in: dialect) else { return "Unknown type \(short)" }
    return type == nil && !isChildSequence ? "\(label) (type left out)" : label
  }

  /// Both names: “Restart Computer  SMS_TaskSequence_RebootAction”.
  package func both(in dialect: Dialect) -> String {
    guard label(in: dialect) != nil, let type else { return words(in: dialect) }
    return "\(words(in: dialect))  \(type)"
  }

  /// The name in the XML without what nearly all begin with; empty where there is none.
  package var short: String { type?.replacing("SMS_TaskSequence_", with: "") ?? "" }

  /// Whether only the other product has steps of it.
  package func isOfOther(than dialect: Dialect) -> Bool {
    StepTypes.labels(in: dialect)[key] == nil && StepTypes.labels(in: dialect.other)[key] != nil
  }

  /// The types one of whose labels has a word that begins as a text does; none for a text of less than
  /// three letters, which would find half of a sequence.
  package static func called(_ text: String) -> Set<StepName> {
    let wanted = text.lowercased()
    guard wanted.count >= shortest else { return [] }
    var names: Set<StepName> = []
    for dialect in [Dialect.configurationManager, .mdt] {
      for (key, label) in StepTypes.labels(in: dialect)
      where " \(label.lowercased())".contains(" \(wanted)") {
        names.insert(StepName(key: key))
      }
    }
    return names
  }

  /// How many letters of a label are looked for at least.
  package static let shortest = 3

  private init(key: String) {
    isChildSequence = key == "subtasksequence"
    type = isChildSequence || key == "-" ? nil : key
  }
}
