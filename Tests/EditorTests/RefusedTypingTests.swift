import Screen
import TaskSequence
import TestSupport
import Testing
import Widgets

@testable import Editor

/// A value that cannot be meant stays where it was typed, with the reason beside it, until it is mended
/// or left.
@Suite struct RefusedTypingTests {
  private static let step = """
    <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="Setup" \
    description="" runIn="WinPEandFullOS" successCodeList="0 3010" retryCount="0" \
    runFromNet="false"><action>smsswd.exe /run: setup.exe /q</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">setup.exe /q</variable>\
    <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0 3010</variable>\
    </defaultVarList></step></sequence>
    """

  /// Types a value, sees it refused with a word of the reason, and mends it.
  private func type(
    _ keys: String, _ wrong: String, _ reason: String, _ right: String, _ attribute: String,
    accept: String = "<Enter>"
  ) throws {
    var robot = try Robot(Self.step, size: Size(width: 120, height: 40))
    try robot.press("j")
    let before = robot.xml
    try robot.press(keys + wrong + accept)
    #expect(robot.xml == before, "\(wrong)")
    #expect(robot.screen.contains(reason), "\(robot.screen)")
    #expect(robot.state.top != nil, "it is still there")
    try robot.press("<C-u>" + right + accept)
    #expect(robot.state.top == nil && robot.xml.contains(attribute), "\(robot.xml)")
    try robot.press("<C-z>")
    #expect(robot.xml == before)
    // Leaving it changes nothing.
    try robot.press(keys + wrong + accept + "<Esc>")
    while robot.state.top != nil { try robot.press("<Esc>") }
    #expect(robot.xml == before)
  }

  @Test(arguments: [
    (":time-out<Enter>", "abc", "a time-out is minutes", "15", "timeout=\"900\""),
    (":time-out<Enter>", "-5", "a time-out is minutes", "1:30", "timeout=\"90\""),
    (":time-out<Enter>", "20 s", "1 to 999 minutes", "90 s", "timeout=\"90\""),
    (":retries<Enter><C-u>", "often", "a whole number", "3", "retryCount=\"3\""),
    (
      ":success codes<Enter><C-u>", "0, 3010, abc", "whole numbers", "0 1",
      "successCodeList=\"0 1\""
    ),
    ("VSuccessCodes<Enter><C-u>", "0,1", "whole numbers", "0 1", "successCodeList=\"0 1\""),
    ("r<C-u>", "", "1 to 100 characters", "Other", "name=\"Other\""),
  ])
  func itStaysOpen(
    _ keys: String, _ wrong: String, _ reason: String, _ right: String, _ attribute: String
  ) throws { try type(keys, wrong, reason, right, attribute) }

  /// So does the name of a variable.
  @Test(arguments: [("A B", "blanks"), ("A%B", "letters, digits")])
  func aNameStaysOpen(_ wrong: String, _ reason: String) throws {
    var robot = try Robot(Self.step, size: Size(width: 120, height: 40))
    try robot.press("jV\(wrong)<Enter>")
    #expect(robot.state.activeText?.text == wrong, "\(robot.screen)")
    #expect(robot.screen.contains(reason), "\(robot.screen)")
    try robot.press("<C-u>Room<Enter>7<Enter>")
    #expect(robot.state.top == nil && robot.xml.contains("\"Room\">7<"), "\(robot.xml)")
    try robot.press("<C-z>")
    #expect(robot.xml == Self.step)
  }

  /// The whole reason can be read, however narrow the screen is.
  @Test(
    arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24)],
    [
      ":time-out<Enter>20 s", ":success codes<Enter><C-u>0, 3010, abc", ":retries<Enter><C-u>often",
      "VSuccessCodes<Enter><C-u>0,1", "r<C-u>",
    ])
  func theReasonIsWhole(_ size: Size, _ keys: String) throws {
    var wide = try Robot(Self.step, size: Size(width: 200, height: 50))
    try wide.press("j" + keys + "<Enter>")
    var robot = try Robot(Self.step, size: size)
    try robot.press("j" + keys + "<Enter>")
    let reason = try #require(
      (robot.state.top as? Prompt).flatMap { $0.refusal ?? $0.fault($0.text.text) })
    for robot in [wide, robot] {
      let words = robot.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.lowercased().contains(reason.lowercased()), "\(reason)\n\(robot.screen)")
    }
  }

  /// The same words stand beside what is typed and beside what was refused.
  @Test func theReasonGoesWithTheText() throws {
    var robot = try Robot(Self.step, size: Size(width: 120, height: 40))
    try robot.press("jVSuccessCodes<Enter><C-u>abc<Enter>")
    #expect(robot.screen.contains("whole numbers"), "\(robot.screen)")
    try robot.press("<C-u>0")
    #expect(!robot.screen.contains("whole numbers"), "\(robot.screen)")
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func theFieldCase() throws {
    let text = String(decoding: FieldCases.bytes("40-success-codes.xml"), as: UTF8.self)
    var robot = try Robot(text, size: Size(width: 120, height: 40))
    try robot.press("j:success codes<Enter><C-u>0, 3010, abc<Enter>")
    #expect(robot.xml == text && robot.screen.contains("whole numbers"), "\(robot.screen)")
  }
}
