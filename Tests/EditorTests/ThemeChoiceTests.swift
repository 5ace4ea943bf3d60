import Testing

@testable import Editor

/// A theme shows itself while the bar is on it; leaving the list brings the former one back.
@Suite struct ThemeChoiceTests {
  private func robot() throws -> Robot {
    var robot = try Robot(smallSequence)
    robot.state.setup.themes = { [("dark", "one"), ("default", "two"), ("light", "three")] }
    robot.state.setup.settings = "/home/user/.config/tsedit"
    try robot.press("T")
    #expect(robot.looked.isEmpty, "the bar begins on the theme in use")
    return robot
  }

  @Test func walkingShowsThem() throws {
    var robot = try robot()
    try robot.press("<Down><Up><Up>")
    #expect(robot.looked == ["light", "default", "dark"])
    try robot.press("<Esc>")
    #expect(robot.looked.last == "default" && robot.state.layers.isEmpty)
  }

  @Test func typingShowsTheFirstThatFits() throws {
    var robot = try robot()
    try robot.press("li")
    #expect(robot.looked == ["light"])
  }

  @Test func aThemeStaysUntilTheEndOrForGood() throws {
    var robot = try robot()
    try robot.press("<Down><Enter><Enter>")
    #expect(robot.looked.last == "light" && robot.state.layers.isEmpty)
    #expect(!robot.performed.contains(.keepTheme("light")))
    try robot.press("T<Down><Enter>s")
    #expect(robot.performed.contains(.keepTheme("light")))
  }

  @Test func theQuestionCanStillBeLeft() throws {
    var robot = try robot()
    try robot.press("<Down><Enter><Esc>")
    #expect(robot.looked.last == "default" && robot.state.layers.isEmpty)
  }
}

extension Robot {
  /// The themes that were drawn with.
  fileprivate var looked: [String] {
    performed.compactMap { if case .useTheme(let name) = $0 { name } else { nil } }
  }
}
