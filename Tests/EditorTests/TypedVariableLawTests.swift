import Containers
import Operations
import Screen
import StepCatalog
import TaskSequence
import TestSupport
import Testing
import Widgets

@testable import Editor

/// Whatever key a value is typed behind, it ends where the form would put it.
@Suite struct TypedVariableLawTests {
  private static let types: [(dialect: Dialect, label: String)] =
    [Dialect.configurationManager, .mdt].flatMap { dialect in
      StepTypes.shared.all(in: dialect).filter(\.isOffered).map { (dialect, $0.label) }
    }

  /// A sequence with a new step of a type, and the type.
  private static func scene(_ index: Int) throws -> (document: SequenceDocument, type: StepType) {
    let (dialect, label) = types[index]
    let type = try #require(
      StepTypes.shared.all(in: dialect).filter(\.isOffered).first { $0.label == label })
    let text =
      dialect == .mdt
      ? "<sequence version=\"3.00\" name=\"M\"></sequence>"
      : "<sequence version=\"3.10\"></sequence>"
    let empty = try SequenceDocument(loading: Array(text.utf8))
    let start = NodePath(steps: [])
    let document = try empty.applying(AddStep(type, named: "S", .end(of: start), in: empty))
      .document
    return (document, type)
  }

  private static func robot(_ document: SequenceDocument) throws -> Robot {
    var robot = try Robot(
      String(decoding: document.serialized(), as: UTF8.self), size: Size(width: 100, height: 30))
    try robot.press("j")
    return robot
  }

  @Test(arguments: types.indices)
  func theKeyOfVariablesEndsAsTheForm(_ index: Int) throws {
    let (document, type) = try Self.scene(index)
    var random = Seeded(UInt64(index) + 7)
    let fields = type.fields.filter { Self.isTyped($0, type) }
    guard !fields.isEmpty else { return }
    for _ in 0..<4 {
      let field = random.pick(fields)
      let value = Self.value(of: field, &random)
      let name = random.chance(50) ? field.variable : field.variable.lowercased()
      let set = SetValue(.labelled(type.name(of: field)), to: value, of: [NodePath("S")])
      let wanted = try? document.applying(set).document
      var robot = try Self.robot(document)
      let before = robot.xml
      try robot.press("V\(name)<Enter>")
      try Self.give(value, to: field, &robot)
      let expected = wanted.map { String(decoding: $0.serialized(), as: UTF8.self) } ?? before
      #expect(robot.xml == expected, "\(type.label): \(name) = “\(value)”\n\(robot.screen)")
    }
  }

  /// Where a type's command line is made from a command, typing that is setting it.
  @Test(arguments: types.indices)
  func theKeyOfTheCommandLineEndsAsTheForm(_ index: Int) throws {
    let (document, type) = try Self.scene(index)
    guard let field = type.fields.first(where: { $0.kind == .command }) else { return }
    let set = SetValue(.labelled(type.name(of: field)), to: "one.exe /q", of: [NodePath("S")])
    var robot = try Self.robot(try document.applying(set).document)
    let again = SetValue(.labelled(type.name(of: field)), to: "two.exe /x:1", of: [NodePath("S")])
    let wanted = try robot.state.file.document.applying(again).document
    try robot.press("c<A-a>two.exe /x:1<C-s>")
    #expect(
      robot.xml == String(decoding: wanted.serialized(), as: UTF8.self),
      "\(type.label)\n\(robot.screen)")
  }

  /// A value of a field of its own, not one of a table or of what is written as rules.
  private static func isTyped(_ field: StepField, _ type: StepType) -> Bool {
    if field.isCount || type.table?.list?.variable == field.variable { return false }
    return switch field.kind {
    case .rules, .references: false
    default: true
    }
  }

  /// Chooses or types a value in whatever was opened for it.
  private static func give(_ value: String, to field: StepField, _ robot: inout Robot) throws {
    if robot.state.top is QuestionLayer { try robot.press("e") }
    if let picker = robot.state.top as? PickerLayer {
      let wanted = picker.items.firstIndex { item in
        item.detail == value || item.title == value
          || field.kind == .choice
            && field.choices.contains { $0.value == value && $0.words == item.title }
      }
      let index = try #require(wanted, "\(field.variable): \(value)\n\(robot.screen)")
      try robot.press("<Home>" + String(repeating: "<Down>", count: index) + "<Enter>")
    } else if robot.state.top is TextLayer {
      try robot.press("<A-a><BS>\(value)<C-s>")
    } else {
      #expect(robot.state.top is Prompt, "\(field.variable)\n\(robot.screen)")
      try robot.press("<C-u>\(value)<Enter>")
    }
  }

  private static func value(of field: StepField, _ random: inout Seeded) -> String {
    switch field.kind {
    case .flag: random.pick(["true", "false"])
    case .choice: random.pick(field.choices).value
    case .number:
      "\((field.range?.lowerBound ?? 0) + random.below(min(9, (field.range?.count ?? 9) - 1) + 1))"
    case .codes: random.pick(["0", "0 3010", "1 2"])
    case .script: random.pick(["Get-Date", "exit 1"])
    default: random.pick(["Abc", "Bee2", "C-3", "x.exe /q", ""])
    }
  }
}
