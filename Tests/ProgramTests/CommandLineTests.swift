import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test func versionAndHelp() throws {
    let version = try Program.run(["--version"])
    #expect(version.code == 0 && version.output.contains("."))
    let help = try Program.run(["--help"])
    #expect(help.code == 0 && help.output.contains("SUBCOMMANDS"))
  }

  @Test func badUseSaysSoAndExitsWithTwo() throws {
    for arguments in [
      ["--bogus"], ["play", "--size", "big"], ["play", "--keys", "<Nope>"], ["show"], [],
      ["show", "/nonexistent"], ["themes", "extra"], ["play", "--theme", "none"],
    ] {
      let result = try Program.run(arguments)
      #expect(result.code == 2, "\(arguments)")
      #expect(!result.errors.isEmpty, "\(arguments)")
      #expect(!result.errors.contains("Fatal"), "\(arguments): \(result.errors)")
    }
  }

  @Test func refusesWhatIsNoSequence() throws {
    let scratch = Scratch()
    let cases = [
      ("<applications/>", "<applications>"),
      ("<sequence><a></b></sequence>", "line 1, column 14"), ("", "no element"),
      ("PK\u{3}\u{4}rest", ".zip"), ("<!DOCTYPE a><a/>", "DOCTYPE"),
    ]
    for (text, reason) in cases {
      let path = try scratch.file("bad.xml", text)
      let result = try Program.run(["show", path])
      #expect(result.code == 2)
      #expect(result.errors.contains(reason) && result.errors.contains(path), "\(result.errors)")
    }
  }

  @Test func showPrintsTheOutline() throws {
    let path = try Scratch.shared.file("show.xml", oneStep)
    let tree = try Program.run(["show", path])
    #expect(tree.output == "Test\n└─ Only\n   └─ 1 Say hello\n")
    let input = try Program.run(["show", "-"], input: oneStep)
    #expect(input.output == tree.output)
    let json = try Program.run(["show", path, "--format", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(value?["dialect"] as? String == "mdt")
    let groups = value?["children"] as? [[String: Any]]
    let steps = groups?.first?["children"] as? [[String: Any]]
    #expect(steps?.first?["path"] as? String == "Only/Say hello")
    #expect(steps?.first?["commandLine"] as? String == "cmd.exe /c echo hello")
  }

  @Test func secretsAreNotShown() throws {
    let text = """
      <sequence version="3.10"><step type="T" name="Join"><defaultVarList>\
      <variable name="OSDJoinPassword" property="DomainPassword">hunter2</variable>\
      </defaultVarList></step></sequence>
      """
    let path = try Scratch().file("secret.xml", text)
    for arguments in [["show", path, "--format", "json"], ["play", path, "--keys", "j<Enter>"]] {
      #expect(try !Program.run(arguments).output.contains("hunter2"), "\(arguments)")
    }
  }

  @Test func playReallySaves() throws {
    let scratch = Scratch()
    let path = try scratch.file("play.xml", oneStep)
    let result = try Program.run(["play", path, "--keys", "jd<C-s>q"])
    #expect(result.code == 0)
    let expected = oneStep.replacing("hello\" disable=\"false\"", with: "hello\" disable=\"true\"")
    #expect(try Scratch.read(path) == expected)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["play.xml"])
  }

  @Test func playPrintsTheLastScreen() throws {
    let path = try Scratch().file("screen.xml", oneStep)
    let text = try Program.run(["play", path, "--size", "60x16"])
    #expect(text.output.split(separator: "\n", omittingEmptySubsequences: false).count == 17)
    #expect(text.output.contains("Say hello"))
    #expect(try Program.run(["play", path, "--format", "svg"]).output.hasPrefix("<svg"))
    #expect(try Program.run(["play", path, "--format", "ansi"]).output.contains("\u{1B}["))
    let ascii = try Program.run(["play", path, "--ascii"]).output
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func badSettingsAreNamedAndLeaveTheDefaults() throws {
    let scratch = Scratch()
    let folder = scratch.path + "/tsedit"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try scratch.file("tsedit/keys.toml", "[tree]\n\"K\" = \"move.up\"\n\"Q\" = \"no.such\"\n")
    let path = try scratch.file("x.xml", oneStep)
    let result = try Program.run(["keys"], environment: ["XDG_CONFIG_HOME": scratch.path])
    #expect(result.code == 0)
    #expect(result.errors.contains("keys.toml, line 3") && result.errors.contains("no.such"))
    _ = try scratch.file("tsedit/keys.toml", "[tree]\n\"Q\" = \"option.disable\"\n")
    let played = try Program.run(
      ["play", path, "--keys", "jQ<C-s>"], environment: ["XDG_CONFIG_HOME": scratch.path])
    #expect(played.code == 0, "\(played.errors)")
    #expect(try Scratch.read(path).contains("hello\" disable=\"true\""))
  }

  @Test func manualAndCompletionsArePrinted() throws {
    #expect(try Program.run(["manual"]).output.hasPrefix(".TH TSEDIT 1"))
    for shell in ["bash", "zsh", "fish"] {
      let result = try Program.run(["--generate-completion-script", shell])
      #expect(result.code == 0 && result.output.contains("tsedit"), "\(shell)")
    }
  }
}
