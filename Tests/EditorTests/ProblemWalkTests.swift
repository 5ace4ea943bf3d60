import Checks
import ObjectCatalog
import TaskSequence
import Testing
import XMLTree

@testable import Editor

/// `}` goes through the worst there is, in the order of the sequence.
@Suite struct ProblemWalkTests {
  private static func step(_ name: String, _ package: String, _ options: String = "") -> String {
    """
    <step type="SMS_TaskSequence_RunCommandLineAction" name="\(name)" description="" \
    successCodeList="0" \(options)><action>smsswd.exe /run:\(package) a.cmd</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">a.cmd</variable>\
    <variable name="PackageID" property="PackageID">\(package)</variable>\
    <variable name="SuccessCodes" property="SuccessCodes">0</variable></defaultVarList></step>
    """
  }

  private static let sequence = """
    <sequence version="3.10">\(step("Soon", "ABC00001", "timeout=\"5\""))<group name="Rest">\
    \(step("One", "ABC00009"))\(step("Two", "ABC00008"))\(step("Three", "ABC00009"))</group></sequence>
    """

  /// A robot that knows one package, or nothing.
  private func robot(knows: Bool) throws -> Robot {
    var catalog = Catalog()
    if knows {
      let table = "Kind,Id,Name,Version\npackage,ABC00001,Tools,1\n"
      catalog = CatalogFile(Array(table.utf8), name: "objects.csv").catalog
    }
    return try Robot(Self.sequence, catalog: catalog)
  }

  private func names(_ robot: inout Robot, _ count: Int, _ key: String = "}") throws -> [String] {
    var names: [String] = []
    for _ in 0..<count {
      try robot.press(key)
      names.append(robot.state.file.focus.name)
    }
    return names
  }

  @Test func theWorstComesFirstAndInOrder() throws {
    var robot = try robot(knows: true)
    #expect(try names(&robot, 4) == ["One", "Two", "Three", "One"])
    #expect(robot.state.message?.text.hasSuffix(" 1 of 3 that stop a save.") == true)
    #expect(try names(&robot, 2, "{") == ["Three", "Two"])
    // With these out of the way it is the value that cannot be meant.
    try robot.press("<Home><Down><Down>d<Home>")
    #expect(try names(&robot, 2) == ["Soon", "Soon"])
    #expect(robot.state.message?.text.contains("1 of 1 with a") == true)
  }

  @Test func whatIsNotCheckedComesLast() throws {
    var robot = try robot(knows: false)
    try robot.press("t9<Enter>")
    #expect(try names(&robot, 3) == ["One", "Two", "Three"])
    #expect(robot.state.message?.text.hasSuffix("4 of 4 not checked.") == true)
    #expect(robot.state.message?.text.contains("Package ABC00009") == true)
  }

  @Test func theNumberIsTheSameEverywhere() throws {
    var robot = try robot(knows: true)
    try robot.press("<Down>")
    let count = robot.state.file.problemCount
    #expect(count == robot.state.file.check.findings(of: robot.state.file.document).count)
    #expect(count > 3)
    #expect(robot.screen.contains("\(count) problems · "))
    try robot.press("-")
    #expect(robot.screen.contains("3 steps !3"))
    #expect(robot.screen.contains("4 steps !\(count)"))
  }

  @Test func whatIsNotCheckedIsSaidInWords() throws {
    var robot = try robot(knows: false)
    try robot.press("<End>")
    #expect(robot.screen.contains("4 references not checked – O shows them"), "\(robot.screen)")
  }

  @Test func allIsWellIsSaid() throws {
    var robot = try Robot(smallSequence.replacing("ABC00001", with: "%PACKAGE%"))
    try robot.press("}")
    #expect(robot.state.message?.text == "There are no problems, as far as is known.")
  }

  /// What the signs beside a row say stands in words below it.
  @Test func theLineBelowSaysTheSigns() throws {
    var robot = try Robot(smallSequence.replacing("ABC00001", with: "%PACKAGE%"))
    try robot.press("<Down>de<Up><Down>")
    #expect(
      robot.screen.contains("Prepare › Set name · disabled · continues on error"), "\(robot.screen)"
    )
  }
}
