import Screen
import StepCatalog
import TaskSequence
import Testing

@testable import Editor

/// Every type there is, added, looked at, its fields opened and left, and undone.
@Suite struct EveryTypeTests {
  private static let types: [(dialect: Dialect, label: String)] =
    [Dialect.configurationManager, .mdt].flatMap { dialect in
      StepTypes.shared.all(in: dialect).filter(\.isOffered).map { (dialect, $0.label) }
    }

  @Test(arguments: types.indices)
  func isAddedAndOpenedAndUndone(_ index: Int) throws {
    let (dialect, label) = Self.types[index]
    var robot = try Robot(
      dialect == .mdt ? mdtGroup : smallSequence, size: Size(width: 60, height: 16))
    let before = robot.xml
    let type = try #require(
      StepTypes.shared.all(in: dialect).filter(\.isOffered).first { $0.label == label })
    try robot.press("<Down>")
    _ = StepAdding.add(&robot.state, type)
    _ = robot.screen
    robot.closeAll()
    let step = robot.state.file.focus
    #expect(step.name == label && step.type == type.type)
    // What is written is described, in the order of a real one.
    for variable in step.variables { #expect(type.field(of: variable.name) != nil) }
    if dialect == .configurationManager {
      let properties = step.variables.map { $0.property ?? $0.name }
      #expect(
        properties
          == properties.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    }
    let added = robot.xml
    robot.state.pane = .details
    for (row, line) in robot.state.file.detailRows.enumerated() {
      guard let field = line.field else { continue }
      robot.state.file.details.selected = row
      // Switches change at once, as do new rows.
      if case .toggle = field.kind { continue }
      if case .newRow = field.kind { continue }
      if case .step(let known) = field.kind, known.kind == .flag { continue }
      _ = FieldHelp.explain(&robot.state)
      robot.closeAll()
      _ = DetailEditing.edit(&robot.state)
      robot.closeAll()
      #expect(robot.xml == added, "\(label): \(field.label)")
    }
    for _ in 0..<10 where robot.state.file.history.canUndo { try robot.press("<C-z>") }
    #expect(robot.xml == before)
  }
}
