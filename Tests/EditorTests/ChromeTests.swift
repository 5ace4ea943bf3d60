import Screen
import Testing

@testable import Editor

@Suite struct ChromeTests {
  /// Help and the way out are there on the narrowest screen, whatever else is.
  @Test(arguments: ["", "j<Space>d", "<Enter>", "/set<Enter>", "j<C-c>"])
  func helpAndTheWayOutAreAlwaysThere(keys: String) throws {
    var robot = try Robot(smallSequence)
    robot.take(.terminal(.resize(.init(width: 60, height: 16))))
    try robot.press(keys)
    let footer = robot.screen.split(separator: "\n").last ?? ""
    #expect(footer.contains("? Help") && footer.lowercased().contains("q quit"), "\(footer)")
  }
}
