import ObjectCatalog
import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// Lists to choose several from: boxes, a count, and a blank that is a blank only while one types.
@Suite struct SeveralTests {
  private func robot() throws -> Robot {
    var catalog = Catalog()
    for (id, name) in [("a", "7-Zip 23"), ("b", "Reader DC"), ("c", "Editor"), ("d", "Reader XI")] {
      catalog.add(CatalogObject(kind: .mdtApplication, id: "{\(id)}", name: name))
    }
    var robot = try Robot(mdtGroup, catalog: catalog)
    try robot.press("<Down>ainstall application<Enter>")
    return robot
  }

  private func marked(_ robot: Robot) -> [String] {
    guard let picker = robot.state.top as? PickerLayer else { return [] }
    return picker.marks.sorted().map { picker.items[$0].title }
  }

  /// After an arrow, or before anything is typed, it marks; while the filter is typed it is a letter.
  @Test(arguments: [
    ("<Space>", ["7-Zip 23"]), ("<Down><Space>", ["Editor"]),
    ("reader<Space>x", []), ("reader<Space>x<Down><Space>", ["Reader XI"]),
    ("read<Home><Space><Space>", ["Reader DC", "Reader XI"]), ("x<BS><Space>", ["7-Zip 23"]),
    ("reader<Tab><Tab>", ["Reader DC", "Reader XI"]),
    ("<Space><Space><Up><Up><Space>", ["Editor"]),
  ])
  func aBlankMarks(_ keys: String, _ names: [String]) throws {
    var robot = try robot()
    try robot.press(keys)
    #expect(Set(marked(robot)) == Set(names), "\(robot.screen)")
    #expect(robot.screen.contains("\(names.count) chosen"))
    #expect(robot.screen.ranges(of: "[x]").count <= names.count)
  }

  /// What is marked is what is taken, wherever the cursor is and whatever the filter shows.
  @Test func whatIsMarkedIsTaken() throws {
    var robot = try robot()
    try robot.press("<Space><Down><Space>zzz")
    #expect(robot.screen.contains("Take 2"), "\(robot.screen)")
    try robot.press("<Enter>")
    var names: [String] = []
    robot.state.file.document.sequence.walk { node, _ in
      if node.kind != .group { names.append(node.name) }
      return true
    }
    #expect(names == ["7-Zip 23", "Reader DC"])
  }

  /// Where one is chosen a blank takes nothing and moves nothing.
  @Test func aBlankInAListOfOneSaysHow() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down><Down>w<Down>")
    let before = (robot.state.top as? PickerLayer)?.selected
    try robot.press("<Space>")
    #expect((robot.state.top as? PickerLayer)?.selected == before)
    #expect((robot.state.top as? PickerLayer)?.filter.isEmpty == true)
    #expect(robot.screen.contains("Enter takes the row"))
  }

  /// A click on a box marks.
  @Test func aClickOnABoxMarks() throws {
    var robot = try robot()
    let lines = robot.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.firstIndex { $0.contains("[ ] Editor") }, "\(robot.screen)")
    let x = displayWidth(
      of: String(lines[y].prefix(upTo: lines[y].ranges(of: "[ ]")[0].lowerBound)))
    robot.take(.terminal(.mouse(Mouse(.press(.left), at: Point(x: x + 1, y: y)))))
    #expect(marked(robot) == ["Editor"])
  }
}
