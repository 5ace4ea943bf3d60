import Embedded
import Synchronization
package import TaskSequence

/// All types of steps there are, by dialect; read from the files in the program when asked for.
package struct StepTypes: StepKnowledge {
  /// The catalogue that comes with the program.
  package static let shared = StepTypes()

  /// The steps of one catalogue file; each is read when it is asked for.
  private final class File: Sendable {
    private let bytes: [UInt8]
    /// Where the lines of each step are, in the order of the file.
    private let blocks: [Range<Int>]
    private let places: [String: Int]
    private let isSortedByProperty: Bool
    /// The types that were asked for, by their place.
    private let known: Mutex<[StepType?]>

    init(_ name: String, isSortedByProperty: Bool) {
      self.isSortedByProperty = isSortedByProperty
      bytes = EmbeddedFile.bytes(of: "StepTypes/\(name).steps") ?? []
      (blocks, places) = Self.blocks(of: bytes)
      known = Mutex(Array(repeating: nil, count: blocks.count))
    }

    /// The parts that tell of a step, and which of them tells of which type; each ends at an empty
    /// line.
    private static func blocks(of bytes: [UInt8]) -> ([Range<Int>], [String: Int]) {
      let (newline, head) = (UInt8(ascii: "\n"), Array("step ".utf8))
      var blocks: [Range<Int>] = []
      var places: [String: Int] = [:]
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != newline || end == start || bytes[end - 1] != newline
        {
          end += 1
        }
        if bytes[start..<end].starts(with: head) {
          let line = bytes[start..<end].prefix { $0 != newline }
          let type = String(decoding: line.dropFirst(head.count), as: UTF8.self)
          if places[type] == nil { places[type] = blocks.count }
          blocks.append(start..<end)
        }
        start = end + 1
      }
      return (blocks, places)
    }

    /// How many types there are.
    var count: Int { blocks.count }

    /// The lines of one of them.
    func lines(at place: Int) -> Substring {
      Substring(decoding: bytes[blocks[place]], as: UTF8.self)
    }

    /// The types in whose lines some words stand, without reading the lines.
    func types(saying words: StaticString) -> [StepType] {
      let count = words.utf8CodeUnitCount
      func isHere(_ place: Int) -> Bool {
        words.withUTF8Buffer { words in
          for index in 0..<count where bytes[place + index] != words[index] { return false }
          return true
        }
      }
      return blocks.indices.filter { block in
        let last = blocks[block].upperBound - count
        return last >= blocks[block].lowerBound
          && (blocks[block].lowerBound...last).contains(where: isHere)
      }.map(type(at:))
    }

    /// Microsoft's labels by the names in the XML, from the second line of each, which says nothing
    /// else.
    var labels: [String: String] {
      var labels: [String: String] = [:]
      for (type, place) in places {
        let line = lines(at: place).split(separator: "\n", maxSplits: 2).dropFirst().first
        if let line, line.hasPrefix("label ") { labels[type] = String(line.dropFirst(6)) }
      }
      return labels
    }

    func knows(_ name: String) -> Bool { places[name] != nil }

    func type(named name: String) -> StepType? { places[name].map(type(at:)) }

    func type(at place: Int) -> StepType {
      if let type = known.withLock({ $0[place] }) { return type }
      var type = StepReader.read(lines(at: place))
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
    let file = file(dialect)
    return (0..<file.count).flatMap { StepReader.faults(in: file.lines(at: $0)) }
  }

  /// Every type of a dialect, in the order of Microsoft's Add menu.
  ///
  /// Costs a few milliseconds.
  package func all(in dialect: Dialect) -> [StepType] {
    let file = Self.file(dialect)
    return (0..<file.count).map(file.type(at:))
  }

  /// Microsoft's labels of a product's types, by their names in the XML; `-` is a step that has none.
  ///
  /// Costs no reading of the types.
  static func labels(in dialect: Dialect) -> [String: String] {
    dialect == .mdt ? labelsByTypeOfMDT : labelsByTypeOfConfigurationManager
  }

  private static let labelsByTypeOfMDT = mdt.labels
  private static let labelsByTypeOfConfigurationManager = configurationManager.labels

  /// Microsoft's labels of a product's types, in small letters.
  package func labels(in dialect: Dialect) -> Set<String> {
    dialect == .mdt ? Self.labelsOfMDT : Self.labelsOfConfigurationManager
  }

  private static let labelsOfMDT = Set(shared.all(in: .mdt).map { $0.label.lowercased() })
  private static let labelsOfConfigurationManager = Set(
    shared.all(in: .configurationManager).map { $0.label.lowercased() })

  /// What is known of a node's type: in the file's dialect, else in the other one.
  package func type(of node: TaskNode, in dialect: Dialect) -> StepType? {
    Self.name(of: node).flatMap { type(named: $0, in: dialect) }?.spelled(as: node)
  }

  /// What is known of a node's type in the file's dialect and in the other one, in this order.
  package func types(of node: TaskNode, in dialect: Dialect) -> [StepType] {
    guard let name = Self.name(of: node) else { return [] }
    return [dialect, dialect.other].compactMap { Self.file($0).type(named: name) }
  }

  /// Whether only the other product has steps of a node's type; of a type nobody knows it is not so.
  func isOfOther(_ node: TaskNode, than dialect: Dialect) -> Bool {
    Self.name(of: node).map { Self.isOfOther($0, than: dialect) } ?? false
  }

  /// Whether only the other product has steps of a type.
  package func isOfOther(_ type: StepType, than dialect: Dialect) -> Bool {
    Self.isOfOther(type.isChildSequence ? "subtasksequence" : type.type ?? "-", than: dialect)
  }

  private static func isOfOther(_ name: String, than dialect: Dialect) -> Bool {
    !file(dialect).knows(name) && file(dialect.other).knows(name)
  }

  package func strangeness(of node: TaskNode, to dialect: Dialect) -> Strangeness? {
    let strangers = Stranger.all(on: node, in: dialect)
    guard !strangers.isEmpty else { return nil }
    return strangers.contains { $0 == .type || $0 == .command } ? .notRun : .notRead
  }

  private static func name(of node: TaskNode) -> String? {
    switch node.kind {
    case .sequence, .group: nil
    case .childSequence: "subtasksequence"
    case .step: node.type ?? "-"
    }
  }

  /// The fields of steps that stand again among the sequence's own variables, by these in small letters.
  ///
  /// Costs a look through the files in the program when it is asked for first.
  package static let globals: [String: StepField] = {
    let types = [configurationManager, mdt].flatMap { $0.types(saying: " global") }
    let fields = types.flatMap(\.fields).filter(\.isGlobal)
    return Dictionary(fields.map { ($0.variable.lowercased(), $0) }) { first, _ in first }
  }()

  /// The types, by their names in the XML, whose steps can hide what they set.
  static let hiding = Set(
    (configurationManager.types(saying: "  sets ") + configurationManager.types(saying: " rules"))
      .filter { $0.fields.contains { $0.naming != nil || $0.kind == .rules } }.compactMap(\.type))

  /// The types, by their names in the XML, of Configuration Manager's steps with such fields.
  package static let typesWithGlobals = Set(
    configurationManager.types(saying: " global").compactMap(\.type))

  /// Whether a variable names an object that is the same wherever a sequence of MDT's says it again: at
  /// its head, and in other steps.
  package static func isShared(_ variable: String) -> Bool {
    globals[variable.lowercased()]?.kind.referenceKind != nil
  }

  /// The conditions that rules can have.
  static let shapes = configurationManager.types(saying: "\nshape ").flatMap(\.shapes)

  /// The types, by their names in the XML, whose steps tell the names of objects they name.
  package static let telling = Set(
    ["  tells name ", "  tells id-and-name "].flatMap {
      (words: StaticString) in configurationManager.types(saying: words)
    }.compactMap(\.type))

  /// What is known of a type by its name in the XML.
  package func type(named name: String, in dialect: Dialect) -> StepType? {
    Self.file(dialect).type(named: name) ?? Self.file(dialect.other).type(named: name)
  }
}
