import Appearance
import TaskSequence
import Testing

@testable import Editor

/// The user's own commands are in the list, say why they cannot be called, and are told what they ask for.
@Suite struct UserCommandTests {
  private func robot(_ lines: String, path: String? = "case.xml") throws -> Robot {
    var robot = try Robot(smallSequence, path: path)
    let configuration = try Configuration("[commands]\n" + lines, file: "config.toml")
    robot.state.setup.add(configuration.commands) { command in
      command.program == "gone" ? "there is no program “gone”" : nil
    }
    return robot
  }

  private func call(_ robot: inout Robot, _ name: String) throws {
    try robot.press("?")
    try robot.press(name)
    try robot.press("<Enter>")
  }

  private func calls(_ robot: Robot) -> [[String]] {
    robot.performed.compactMap { effect in
      if case .call(_, let arguments) = effect { arguments } else { nil }
    }
  }

  @Test func theyAreToldWhatTheyAskFor() throws {
    var robot = try robot("Looker = \"look '{path} of {file}' {command}\"")
    try robot.press("<Home><Down><Down><Down>")
    try call(&robot, "Looker")
    #expect(calls(robot) == [["look", "Prepare/Run it of case.xml", "run.cmd"]])
  }

  @Test(
    arguments: [
      ("Looker = 'look {file}'", nil, "it is in no file yet"),
      ("Looker = 'look {command}'", "a.xml", "choose a step with a command line first"),
      ("Looker = 'look {path}'", "a.xml", "choose a step or a group first"),
      ("Looker = 'gone'", "a.xml", "there is no program “gone”"),
    ] as [(String, String?, String)])
  func theySayWhyTheyCannotBeCalled(lines: String, path: String?, reason: String) throws {
    var robot = try robot(lines, path: path)
    try robot.press("<Home>")
    try robot.press("?Looker")
    #expect(robot.screen.contains("– " + reason), "\(robot.screen)")
    try robot.press("<Enter>")
    #expect(calls(robot).isEmpty)
  }

  @Test func unsavedWorkIsToldBefore() throws {
    var robot = try robot("Looker = 'look {file}'")
    try robot.press("<Down><Down>d")
    try call(&robot, "Looker")
    #expect(calls(robot).isEmpty && robot.screen.contains("has unsaved work"))
    try robot.press("c")
    #expect(calls(robot) == [["look", "case.xml"]] && robot.state.file.history.isModified)
    try call(&robot, "Looker")
    try robot.press("s")
    #expect(calls(robot).count == 2 && !robot.state.file.history.isModified)
  }
}
