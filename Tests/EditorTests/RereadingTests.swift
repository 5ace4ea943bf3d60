import Appearance
import References
import TaskSequence
import Testing

@testable import Editor

/// Settings that are read again count at once.
@Suite struct RereadingTests {
  @Test func keysAndCommandsCountAtOnce() throws {
    var robot = try Robot(smallSequence)
    var setup = Setup(keymap: .standard)
    let configuration = try Configuration("[commands]\nLook = 'look'", file: "config.toml")
    setup.add(configuration.commands) { _ in nil }
    try setup.keymap.merge("[tree]\n'L' = 'own.Look'", file: "keys.toml", commands: ["own.Look"])
    robot.take(.outcome(.settings(setup)))
    try robot.press("L")
    #expect(robot.performed.last == .call("Look", ["look"]))
    try robot.press("?Look")
    #expect(robot.screen.contains("Call “look”"))
  }

  @Test func whatIsUnknownStopsASaveAtOnce() throws {
    var robot = try Robot(smallSequence)
    #expect(robot.state.file.references.blocking.isEmpty)
    var setup = Setup(keymap: .standard)
    setup.isStrict = true
    robot.take(.outcome(.settings(setup)))
    #expect(!robot.state.file.references.blocking.isEmpty)
    setup.isStrict = false
    robot.take(.outcome(.settings(setup)))
    #expect(robot.state.file.references.blocking.isEmpty)
  }

  /// Numbers that were switched by hand stay unless the settings say something else than before.
  @Test func whatWasSwitchedStays() throws {
    var robot = try Robot(smallSequence)
    try robot.press("#")
    robot.take(.outcome(.settings(Setup(keymap: .standard))))
    #expect(robot.state.numbering == .engine)
  }

  /// Once it is mended nobody is told any more what was wrong.
  @Test func whatIsWrongIsSaidUntilItIsMended() throws {
    var robot = try Robot(smallSequence)
    robot.take(.outcome(.settingsRefused("keys.toml, line 2: no.")))
    #expect(robot.screen.contains("keys.toml, line 2: no. The settings stay as they were."))
    robot.take(.outcome(.settings(Setup(keymap: .standard))))
    #expect(!robot.screen.contains("line 2"))
    try robot.press("<Down>")
    robot.take(.outcome(.message(Message("Something else."))))
    robot.take(.outcome(.settings(Setup(keymap: .standard))))
    #expect(robot.screen.contains("Something else."), "what is said of others stays")
  }

  @Test func theCommandAsksForIt() throws {
    var robot = try Robot(smallSequence)
    try robot.press("?Reread settings<Enter>")
    #expect(robot.performed.last == .rereadSettings)
  }
}
