import Containers
import Screen
import TaskSequence
import Testing

@testable import Editor

/// A file of several sequences is opened by choosing one.
@Suite struct MemberChoiceTests {
  private static func sequence(_ name: String) -> String {
    "<sequence version=\"3.10\"><group name=\"Group of \(name)\"/></sequence>"
  }

  private static let members = [
    Member(MemberID("ABC00001"), name: "Windows 11"),
    Member(MemberID("ABC00002"), name: "Windows 11, kiosk"),
    Member(MemberID("ABC00003"), name: nil),
  ]

  /// A session whose file of several sequences was asked for.
  private static func robot() throws -> Robot {
    var robot = try Robot(sequence("first"))
    for member in members {
      robot.files["site.json#\(member.id.text)"] = Array(sequence(member.id.text).utf8)
    }
    robot.take(.outcome(.holdsSeveral(path: "/srv/site.json", members)))
    return robot
  }

  @Test func eachIsToldByNameAndID() throws {
    let robot = try Self.robot()
    #expect(robot.screen.contains("“site.json” holds several sequences"), "\(robot.screen)")
    for words in ["Windows 11  ", "Windows 11, kiosk", "ABC00002", "ABC00003"] {
      #expect(robot.screen.contains(words), "\(words)\n\(robot.screen)")
    }
  }

  @Test(arguments: [
    ("<Enter>", "ABC00001"), ("<Down><Enter>", "ABC00002"), ("kiosk<Enter>", "ABC00002"),
    ("00003<Enter>", "ABC00003"),
  ])
  func oneIsOpened(_ keys: String, _ id: String) throws {
    var robot = try Robot(Self.sequence("first"))
    robot.files["/srv/site.json#\(id)"] = Array(Self.sequence(id).utf8)
    robot.take(.outcome(.holdsSeveral(path: "/srv/site.json", Self.members)))
    try robot.press(keys)
    #expect(robot.state.layers.isEmpty)
    #expect(
      robot.state.files.count == 2 && robot.screen.contains("Group of \(id)"), "\(robot.screen)")
  }

  @Test func noneIsOpened() throws {
    var robot = try Self.robot()
    try robot.press("<Esc>")
    #expect(robot.state.layers.isEmpty && robot.state.files.count == 1)
    #expect(robot.screen.contains("Group of first"), "\(robot.screen)")
  }
}
