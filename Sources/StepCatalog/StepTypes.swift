import CEmbedded
import Synchronization
package import TaskSequence

/// All types of steps there are, by dialect; read from the files in the program when asked for.
package struct StepTypes: StepKnowledge {
  /// The catalogue that comes with the program.
  package static let shared = StepTypes()

  /// The steps of one catalogue file; each is read when it is asked for.
  private final class File: Sendable {
    /// The lines of each step, in the order of the file.
    let blocks: [(type: String, lines: Substring)]
    private let places: [String: Int]
    private let isSortedByProperty: Bool
    /// The types that were asked for, by their place.
    private let known: Mutex<[StepType?]>

    init(_ name: String, isSortedByProperty: Bool) {
      self.isSortedByProperty = isSortedByProperty
      var count = 0
      let bytes = embedded_file("StepTypes/\(name).steps", &count)
      let text = UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
      blocks = Self.blocks(of: String(decoding: text, as: UTF8.self))
      places = Dictionary(blocks.enumerated().map { ($1.type, $0) }) { first, _ in first }
      known = Mutex(Array(repeating: nil, count: blocks.count))
    }

    /// The parts that tell of a step; each ends at an empty line.
    private static func blocks(of text: String) -> [(type: String, lines: Substring)] {
      var blocks: [(type: String, lines: Substring)] = []
      let newline = UInt8(ascii: "\n")
      var rest = Substring(text)
      while let start = rest.utf8.firstIndex(where: { $0 != newline }) {
        rest = rest[start...]
        var last: UInt8 = 0
        let end =
          rest.utf8.firstIndex { byte in
            defer { last = byte }
            return byte == newline && last == newline
          } ?? rest.endIndex
        let block = rest[..<end]
        rest = rest[end...]
        guard block.hasPrefix("step ") else { continue }
        let line = block.utf8.firstIndex(of: newline) ?? block.endIndex
        blocks.append((String(block[..<line].dropFirst(5)), block))
      }
      return blocks
    }

    func type(named name: String) -> StepType? { places[name].map(type(at:)) }

    func type(at place: Int) -> StepType {
      if let type = known.withLock({ $0[place] }) { return type }
      var type = StepReader.read(blocks[place].lines)
      type.isSortedByProperty = isSortedByProperty
      known.withLock { $0[place] = type }
      return type
    }
  }

  private static let configurationManager = File("ConfigurationManager", isSortedByProperty: true)
  private static let mdt = File("MDT", isSortedByProperty: false)

  private static func file(_ dialect: Dialect) -> File {
    dialect == .mdt ? mdt : configurationManager
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
    return file.blocks.indices.map(file.type(at:))
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
    let other: Dialect = dialect == .mdt ? .configurationManager : .mdt
    return Self.file(dialect).type(named: name) ?? Self.file(other).type(named: name)
  }

  package func actionTemplates(of type: String, in dialect: Dialect) -> [ActionTemplate] {
    let name = type == "SMS_TaskSequence_SubTasksequence" ? "subtasksequence" : type
    return self.type(named: name, in: dialect)?.templates ?? []
  }
}
