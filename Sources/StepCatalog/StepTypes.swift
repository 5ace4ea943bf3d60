import CEmbedded
import Synchronization
package import TaskSequence

/// All types of steps there are, by dialect; read from the files in the program when asked for.
package struct StepTypes: StepKnowledge {
  /// The catalogue that comes with the program.
  package static let shared = StepTypes()

  /// The lines of each step, in the order of the file.
  private struct File: Sendable {
    var blocks: [(type: String, lines: Substring)] = []
    let isSortedByProperty: Bool

    init(_ name: String, isSortedByProperty: Bool) {
      self.isSortedByProperty = isSortedByProperty
      var count = 0
      guard let bytes = embedded_file("StepTypes/\(name).steps", &count) else { return }
      let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
      // A step ends at an empty line.
      for block in text.split(separator: "\n\n") where block.hasPrefix("step ") {
        let type = block.dropFirst(5).prefix { $0 != "\n" }
        blocks.append((String(type), block))
      }
    }
  }

  private static let configurationManager = File("ConfigurationManager", isSortedByProperty: true)
  private static let mdt = File("MDT", isSortedByProperty: false)

  private static func file(_ dialect: Dialect) -> File {
    dialect == .mdt ? mdt : configurationManager
  }

  /// The types that were asked for, by dialect and name.
  private static let known = Mutex<[String: StepType]>([:])

  private func read(_ block: (type: String, lines: Substring), _ file: File) -> StepType {
    let key = "\(file.isSortedByProperty) \(block.type)"
    if let type = Self.known.withLock({ $0[key] }) { return type }
    var type = StepReader.read(block.lines)
    type.isSortedByProperty = file.isSortedByProperty
    Self.known.withLock { $0[key] = type }
    return type
  }

  /// The lines of a catalogue file that make no sense, for a test.
  static func faults(in dialect: Dialect) -> [Substring] {
    file(dialect).blocks.flatMap { StepReader.faults(in: $0.lines) }
  }

  /// Every type of a dialect, in the order of Microsoft's Add menu.
  ///
  /// Costs a few milliseconds.
  package func all(in dialect: Dialect) -> [StepType] {
    let file = Self.file(dialect)
    return file.blocks.map { read($0, file) }
  }

  /// What is known of a node's type: in the file's dialect, else in the other one.
  package func type(of node: TaskNode, in dialect: Dialect) -> StepType? {
    switch node.kind {
    case .sequence, .group: nil
    case .childSequence: type(named: "subtasksequence", in: dialect)
    case .step: type(named: node.type ?? "-", in: dialect)
    }
  }

  /// What is known of a type by its name in the XML.
  package func type(named name: String, in dialect: Dialect) -> StepType? {
    for dialect in [dialect, dialect == .mdt ? .configurationManager : .mdt] {
      let file = Self.file(dialect)
      if let block = file.blocks.first(where: { $0.type == name }) { return read(block, file) }
    }
    return nil
  }

  package func actionTemplates(of type: String, in dialect: Dialect) -> [ActionTemplate] {
    let name = type == "SMS_TaskSequence_SubTasksequence" ? "subtasksequence" : type
    return self.type(named: name, in: dialect)?.templates ?? []
  }
}
