import Foundation
import Testing

@Suite struct ConditionCommandTests {
  private let scratch = Scratch()
  private let sequence = """
    <sequence version="3.10"><group name="Start"><condition>\
    <expression type="SMS_TaskSequence_VariableConditionExpression">\
    <variable name="Operator">equals</variable><variable name="Value">true</variable>\
    <variable name="Variable">Stge</variable></expression></condition>\
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Run">\
    <action>smsswd.exe /run: cmd</action></step></group></sequence>
    """

  @Test func printsTextMeaningAndDoubts() async throws {
    let path = try scratch.file("c.xml", sequence)
    let group = try await Program.run(["condition", path, "Start"])
    #expect(
      group.output == """
        Stge = true
        Runs only when Stge is “true”.
        ! Stge is set nowhere here and is not built in; a collection, a device or rules must set it

        """)
    #expect(group.code == 0)
    let all = try await Program.run(["condition", path])
    #expect(all.output == "Start: Stge = true\n")
    let step = try await Program.run(["condition", path, "Start/Run"])
    #expect(step.output == "Runs always: there is no condition.\n")
    let none = try await Program.run(["condition", path, "Nowhere"])
    #expect(none.code == 2 && none.errors.contains("Nowhere"))
  }

  @Test func writesATextThroughTheGate() async throws {
    let path = try scratch.file("c.xml", sequence)
    let set = try await Program.run([
      "condition", path, "Start/Run", "--set-text", "A=1 and B exists",
    ])
    #expect(set.code == 0 && set.output.isEmpty && set.errors.isEmpty)
    let text = try await Program.run(["condition", path, "Start/Run"])
    #expect(text.output.hasPrefix("A = 1 and B exists\n"))
    let clear = try await Program.run(["condition", path, "Start/Run", "--set-text", ""])
    #expect(clear.code == 0)
    #expect(try Scratch.read(path) == sequence)
    let wrong = try await Program.run(["condition", path, "Start/Run", "--set-text", "A ="])
    #expect(wrong.code == 2 && wrong.errors.contains("column 4"))
    let nowhere = try await Program.run(["condition", path, "--set-text", "A = 1"])
    #expect(nowhere.code == 2)
    #expect(try Scratch.read(path) == sequence)
  }

  @Test func refusesWhileAReferenceIsUnresolved() async throws {
    let broken = """
      <?xml version="1.0"?>
      <sequence version="3.00" name="T" description="">
        <step type="BDD_InstallApplication" name="Install" disable="false">
          <defaultVarList>
            <variable name="ApplicationGUID" property="ApplicationGUID">{11111111-2222-3333-4444-555555555555}</variable>
          </defaultVarList>
          <action>cscript.exe ZTIApplications.wsf</action>
        </step>
      </sequence>
      """
    _ = try scratch.file("Applications.xml", "<applications />")
    let path = try scratch.file("ts.xml", broken)
    let result = try await Program.run([
      "condition", path, "Install", "--set-text", "A = 1", "--strict",
    ])
    #expect(result.code == 3 && result.errors.contains("unresolved"), "\(result.errors)")
    #expect(try Scratch.read(path) == broken)
  }

  /// The values given in the editor are there the next time, for nobody else to read.
  @Test func valuesAreKept() async throws {
    let path = try scratch.file("c.xml", sequence)
    let state = ["XDG_STATE_HOME": scratch.path + "/state"]
    func play(_ keys: String) async throws -> String {
      try await Program.run(["play", path, "--keys", keys], environment: state).output
    }
    #expect(try await play("&v<C-u>TRUE<Enter>").contains("true │"))
    #expect(try await play("&").contains("true │"))
    let folder = try FileManager.default.attributesOfItem(
      atPath: scratch.path + "/state/tsedit/facts")
    #expect(folder[.posixPermissions] as? Int == 0o700)
    #expect(!(try await play("&V").contains("true │")))
    #expect(!(try await play("&").contains("true │")))
  }

  @Test func triesOut() async throws {
    let result = try await Program.run([
      "condition", "--eval", "A = 1 and not folder C:\\Temp and B exists", "--set", "A=1",
      "--false", "folder C:\\Temp exists",
    ])
    #expect(
      result.output == """
        unknown  A = 1 and not folder C:\\Temp exists and B exists
        true       A = 1
        true       not folder C:\\Temp exists
        false        folder C:\\Temp exists
        unknown    B exists

        """)
    let path = try scratch.file("c.xml", sequence)
    let known = try await Program.run(["condition", path, "Start", "--set", "STGE=TRUE"])
    #expect(known.output.hasSuffix("true     Stge = true\n"))
  }

  @Test func aFaultIsPointedAt() async throws {
    let result = try await Program.run(["condition", "--eval", "A = new computer"])
    #expect(result.code == 2)
    #expect(result.errors.contains("column 9") && result.errors.contains("\n        ^"))
    let value = try await Program.run(["condition", "--eval", "A = 1", "--set", "A"])
    #expect(value.code == 2)
  }
}
