import ObjectCatalog
import References
import TaskSequence
import Testing

@testable import Editor

/// A new sequence of MDT goes into the share that is open, and what its list lacks is said.
@Suite struct InShareTests {
  /// Makes the empty sequence of MDT beside one of a share, and saves it where that is offered.
  private func saved(_ keys: String = "", catalog: Catalog = Catalog()) throws -> Robot {
    var robot = try Robot(mdtGroup, path: "/ds/Control/TS001/ts.xml", catalog: catalog)
    try robot.open(mdtGroup, path: nil)
    robot.state.show(file: robot.state.files[1].id)
    robot.state.file.history.markUnsaved()
    try robot.press("<C-s>")
    #expect(robot.screen.contains("/ds/Control/TS002/ts.xml"))
    try robot.press(keys + "<Enter>")
    return robot
  }

  @Test func theEntryIsShownAndCopied() throws {
    var robot = try saved()
    #expect(robot.files["/ds/Control/TS002/ts.xml"] != nil)
    #expect(robot.screen.contains("<ID>TS002</ID>") || robot.screen.contains("TaskSequences.xml"))
    try robot.press("<Enter>")
    let copied = try #require(robot.copied.first.map { String(decoding: $0, as: UTF8.self) })
    #expect(copied.hasPrefix("<ts guid=\"{") && copied.contains("<Name>Rooms</Name><ID>TS002</ID>"))
    #expect(robot.state.layers.isEmpty)
  }

  @Test func whatIsListedIsNotSaid() throws {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .taskSequence, id: "w11", name: "Windows"))
    let robot = try saved("<C-u>/ds/Control/W11/ts.xml", catalog: catalog)
    #expect(robot.files["/ds/Control/W11/ts.xml"] != nil && robot.state.layers.isEmpty)
  }

  @Test func elsewhereNothingIsSaid() throws {
    let robot = try saved("<C-u>/tmp/ts.xml")
    #expect(robot.files["/tmp/ts.xml"] != nil && robot.state.layers.isEmpty)
  }
}
