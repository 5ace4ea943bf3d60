import Foundation
import Testing

@Suite struct CommandLineTests {
  private let scratch = Scratch()

  @Test func versionAndHelp() async throws {
    let version = try await Program.run(["--version"])
    #expect(version.code == 0 && version.output.contains("."))
    let help = try await Program.run(["--help"])
    #expect(help.code == 0 && help.output.contains("SUBCOMMANDS"))
  }

  @Test func badUseSaysSoAndExitsWithTwo() async throws {
    for arguments in [
      ["--bogus"], ["play", "--size", "big"], ["play", "--keys", "<Nope>"], ["show"], [],
      ["show", "/nonexistent"], ["themes", "extra"], ["play", "--theme", "none"],
    ] {
      let result = try await Program.run(arguments)
      #expect(result.code == 2, "\(arguments)")
      #expect(!result.errors.isEmpty, "\(arguments)")
      #expect(!result.errors.contains("Fatal"), "\(arguments): \(result.errors)")
    }
  }

  @Test func refusesWhatIsNoSequence() async throws {
    let cases = [
      ("<applications/>", "<applications>"),
      ("<sequence><a></b></sequence>", "line 1, column 14"), ("", "no element"),
      ("PK\u{3}\u{4}rest", ".zip"), ("<!DOCTYPE a><a/>", "DOCTYPE"),
    ]
    for (text, reason) in cases {
      let path = try scratch.file("bad.xml", text)
      let result = try await Program.run(["show", path])
      #expect(result.code == 2)
      #expect(result.errors.contains(reason) && result.errors.contains(path), "\(result.errors)")
    }
  }

  @Test func showPrintsTheOutline() async throws {
    let path = try scratch.file("show.xml", oneStep)
    let tree = try await Program.run(["show", path])
    #expect(tree.output == "Test\n└─ Only\n   └─ 1 Say hello\n")
    let input = try await Program.run(["show", "-"], input: oneStep)
    #expect(input.output == tree.output)
    let json = try await Program.run(["show", path, "--format", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(value?["dialect"] as? String == "mdt")
    let groups = value?["children"] as? [[String: Any]]
    let steps = groups?.first?["children"] as? [[String: Any]]
    #expect(steps?.first?["path"] as? String == "Only/Say hello")
    #expect(steps?.first?["commandLine"] as? String == "cmd.exe /c echo hello")
  }

  @Test func secretsAreNotShown() async throws {
    let text = """
      <sequence version="3.10"><step type="T" name="Join"><defaultVarList>\
      <variable name="OSDJoinPassword" property="DomainPassword">hunter2</variable>\
      </defaultVarList></step></sequence>
      """
    let path = try scratch.file("secret.xml", text)
    for arguments in [["show", path, "--format", "json"], ["play", path, "--keys", "j<Enter>"]] {
      #expect(try await !Program.run(arguments).output.contains("hunter2"), "\(arguments)")
    }
    let list = try await Program.run(["vars", path, "--secrets"])
    #expect(list.output == "\(path): Join: OSDJoinPassword: entered\n")
  }

  /// Whatever is asked of a file, no command tells a secret of it.
  @Test func noCommandTellsASecret() async throws {
    let text = """
      <sequence version="3.10"><group name="G"><condition>\
      <expression type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable>\
      <variable name="Value">hunter2</variable><variable name="Variable">StoreKey</variable></expression>\
      </condition><step type="SMS_TaskSequence_SetVariableAction" name="Set"><action>tsenv.exe "StoreKey=hunter2"\
      </action><defaultVarList><variable name="VariableName" property="VariableName" hidden="true">StoreKey</variable>\
      <variable name="VariableValue" property="VariableValue" hidden="true">hunter2</variable></defaultVarList></step>\
      <step type="SMS_TaskSequence_RunCommandLineAction" name="Run"><action>smsswd.exe /run:ABC00001 a.exe /pass:hunter2\
      </action><defaultVarList><variable name="CommandLine" property="CommandLine" hidden="true">a.exe /pass:hunter2\
      </variable><variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>\
      </defaultVarList></step></group></sequence>
      """
    let path = try scratch.file("told.xml", text)
    let commands = [
      ["show", path], ["show", path, "--format", "json"], ["show", path, "--numbers", "engine"],
      ["refs", path], ["refs", path, "--format", "json"], ["vars", path],
      ["vars", path, "--format", "json"], ["vars", path, "--name", "StoreKey"],
      ["vars", path, "--secrets"], ["vars", path, "--secrets", "--format", "json"],
      ["check", path, "--strict"], ["check", path, "--format", "json"], ["condition", path],
      ["condition", path, "G"], ["condition", path, "G", "--set", "A=b"],
      ["play", path, "--keys", "X"], ["play", path, "--keys", "j&"],
      ["play", path, "--keys", "jjjX"], ["play", path, "--keys", "j$"],
    ]
    for arguments in commands {
      let result = try await Program.run(arguments)
      #expect(!(result.output + result.errors).contains("hunter2"), "\(arguments)")
    }
  }

  @Test func playReallySaves() async throws {
    let path = try scratch.file("play.xml", oneStep)
    let result = try await Program.run(["play", path, "--keys", "jd<C-s>q"])
    #expect(result.code == 0)
    let expected = oneStep.replacing("hello\" disable=\"false\"", with: "hello\" disable=\"true\"")
    #expect(try Scratch.read(path) == expected)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["play.xml"])
  }

  @Test func playPrintsTheLastScreen() async throws {
    let path = try scratch.file("screen.xml", oneStep)
    let text = try await Program.run(["play", path, "--size", "60x16"])
    #expect(text.output.split(separator: "\n", omittingEmptySubsequences: false).count == 17)
    #expect(text.output.contains("Say hello"))
    #expect(try await Program.run(["play", path, "--format", "svg"]).output.hasPrefix("<svg"))
    #expect(try await Program.run(["play", path, "--format", "ansi"]).output.contains("\u{1B}["))
    let ascii = try await Program.run(["play", path, "--ascii"]).output
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func badSettingsAreNamedAndLeaveTheDefaults() async throws {
    let folder = scratch.path + "/tsedit"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try scratch.file("tsedit/keys.toml", "[tree]\n\"K\" = \"move.up\"\n\"Q\" = \"no.such\"\n")
    let path = try scratch.file("x.xml", oneStep)
    let result = try await Program.run(["keys"], environment: ["XDG_CONFIG_HOME": scratch.path])
    #expect(result.code == 0)
    #expect(result.errors.contains("keys.toml, line 3") && result.errors.contains("no.such"))
    _ = try scratch.file("tsedit/keys.toml", "[tree]\n\"Q\" = \"option.disable\"\n")
    let played = try await Program.run(
      ["play", path, "--keys", "jQ<C-s>"], environment: ["XDG_CONFIG_HOME": scratch.path])
    #expect(played.code == 0, "\(played.errors)")
    #expect(try Scratch.read(path).contains("hello\" disable=\"true\""))
  }

  @Test func everySettingsFileIsNamedAndTheProgramStarts() async throws {
    let folder = scratch.path + "/tsedit/themes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = try scratch.file("y.xml", oneStep)
    _ = try scratch.file("tsedit/config.toml", "mouse = true\ntheme = 7\n")
    _ = try scratch.file("tsedit/keys.toml", "[tree\n")
    _ = try scratch.file("tsedit/themes/bad.toml", "[roles]\n\"focus\" = { fg = \"pinkish\" }\n")
    let environment = ["XDG_CONFIG_HOME": scratch.path]
    let result = try await Program.run(["play", path], environment: environment)
    #expect(result.code == 0 && result.output.contains("Say hello"))
    #expect(result.errors.contains("config.toml, line 2: 'theme' needs a text in quotes"))
    #expect(result.errors.contains("keys.toml, line 1"), "\(result.errors)")
    let bad = try await Program.run(["play", path, "--theme", "bad"], environment: environment)
    #expect(bad.code == 2 && bad.errors.contains("bad.toml, line 2"), "\(bad.errors)")
  }

  @Test func themesStayInTheirFolder() async throws {
    let folder = scratch.path + "/tsedit/themes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = try scratch.file("theirs.xml", oneStep)
    let outside = "[palette]\nink = \"#010203\"\n"
    _ = try scratch.file("tsedit/outside.toml", outside)
    _ = try scratch.file("tsedit/themes/heir.toml", "inherits = \"../outside\"\n")
    _ = try scratch.file("tsedit/themes/inside.toml", outside)
    for (name, code) in [("inside", 0), ("../outside", 2), ("heir", 2)] as [(String, Int32)] {
      let result = try await Program.run(
        ["play", path, "--theme", name], environment: ["XDG_CONFIG_HOME": scratch.path])
      #expect(result.code == code, "\(name): \(result.errors)")
    }
  }

  @Test func playChangesTheTheme() async throws {
    let path = try scratch.file("theme.xml", oneStep)
    let arguments = ["play", path, "--format", "ansi", "--keys"]
    let dark = try await Program.run(arguments + ["Tdark<Enter><Enter>"]).output
    let asked = try await Program.run(["play", path, "--format", "ansi", "--theme", "dark"]).output
    #expect(dark == asked)
    #expect(try await Program.run(arguments + ["T<Esc>"]).output != asked)
  }

  @Test func standardInputIsEditedAndSavedUnderAName() async throws {
    let target = scratch.path + "/from-input.xml"
    let result = try await Program.run(
      ["play", "-", "--keys", "jd<C-s><C-u>\(target)<Enter>q"], input: oneStep)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try Scratch.read(target).contains("hello\" disable=\"true\""))
    #expect(!FileManager.default.fileExists(atPath: "-"))
  }

  @Test func readOnlyRefusesEditsAndSaves() async throws {
    let path = try scratch.file("only.xml", oneStep)
    let result = try await Program.run(["play", path, "--read-only", "--keys", "jd"])
    #expect(result.code == 0 && result.output.contains("open for reading only"))
    _ = try await Program.run(["play", path, "--read-only", "--keys", "jd<C-s>q"])
    #expect(try Scratch.read(path) == oneStep)
  }

  @Test func theBackupIsTheFirstOriginalOfARun() async throws {
    let folder = scratch.path + "/tsedit"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try scratch.file("tsedit/config.toml", "backup = true\n")
    let path = try scratch.file("kept.xml", oneStep)
    let result = try await Program.run(
      ["play", path, "--keys", "jd<C-s>e<C-s>q"], environment: ["XDG_CONFIG_HOME": scratch.path])
    #expect(result.code == 0)
    #expect(try Scratch.read(path + "~") == oneStep)
    #expect(try Scratch.read(path) != oneStep)
  }

  @Test func manualAndCompletionsArePrinted() async throws {
    let manual = try await Program.run(["manual"]).output
    #expect(manual.hasPrefix(".TH TSEDIT 1") && !manual.contains("OVERVIEW"))
    for part in [".SS play", "option.disable", "NO_COLOR", "3 refused to save"] {
      #expect(manual.contains(part), "\(part)")
    }
    for shell in ["bash", "zsh", "fish"] {
      let result = try await Program.run(["--generate-completion-script", shell])
      #expect(result.code == 0 && result.output.contains("tsedit"), "\(shell)")
    }
  }

  @Test func aFileThatIsNoSequenceDoesNotStopTheOthers() async throws {
    let other = try scratch.file("other.xml", "<applications/>")
    let good = try scratch.file(
      "good.xml", "<sequence version=\"3.10\"><step name=\"A\"/></sequence>")
    let broken = try scratch.file("broken.xml", "<sequence>")
    let result = try await Program.run(["vars", other, broken, good, "--format", "json"])
    #expect(result.code == 2 && !result.output.isEmpty)
    #expect(result.errors.contains("other.xml: it is not a task sequence"), "\(result.errors)")
    #expect(result.errors.contains("broken.xml: line 1"), "\(result.errors)")
  }

  @Test func checkNamesWhatIsBrokenAndWhatIsClosest() async throws {
    let applications = """
      <applications><application guid="{aaaaaaaa-0000-0000-0000-000000000001}" enable="True">\
      <Name>Reader</Name></application></applications>
      """
    let control = scratch.path + "/Share/Control/TS"
    try FileManager.default.createDirectory(atPath: control, withIntermediateDirectories: true)
    _ = try scratch.file("Share/Control/Applications.xml", applications)
    func sequence(_ id: String) -> String {
      """
      <sequence version="3.00" name="T" description="">
        <step type="BDD_InstallApplication" name="Reader" description="">
          <defaultVarList>
            <variable name="ApplicationGUID" property="ApplicationGUID">\(id)</variable>
          </defaultVarList>
        </step>
      </sequence>
      """
    }
    let good = sequence("{aaaaaaaa-0000-0000-0000-000000000001}")
    let bad = sequence("{aaaaaaaa-0000-0000-0000-000000000002}")
    let path = try scratch.file("Share/Control/TS/ts.xml", good)
    #expect(try await Program.run(["check", path]).code == 0)
    let refs = try await Program.run(["refs", path])
    #expect(refs.output.contains("resolved: Reader") && refs.code == 0)
    _ = try scratch.file("Share/Control/TS/ts.xml", bad)
    let result = try await Program.run(["check", scratch.path])
    #expect(result.code == 1)
    #expect(result.output.contains("ts.xml:4:7: Reader: error REF01 there is no MDT application"))
    #expect(result.output.contains("closest: Reader"))
    let saved = try await Program.run(["play", path, "--keys", "jrx<Enter><C-s>"])
    #expect(saved.code == 3)
    #expect(try Scratch.read(path) == bad)
    let fixed = try await Program.run(
      ["play", path, "--keys", "jrx<Enter><C-s><Enter>f<Enter>"])
    #expect(fixed.code == 0)
    #expect(
      try Scratch.read(path) == good.replacing("name=\"Reader\"", with: "name=\"Readerx\""))
  }
}
