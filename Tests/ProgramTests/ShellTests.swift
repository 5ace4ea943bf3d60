import Foundation
import Testing

/// What a person at a shell gets who knows nothing yet, or mistypes.
@Suite struct ShellTests {
  private let scratch = Scratch()

  private static let sequence = """
    <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="Tools" \
    description="" successCodeList="0"><action>smsswd.exe /run:ABC00001 a</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">a</variable>\
    <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>\
    <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0</variable>\
    </defaultVarList></step></sequence>
    """

  @Test func helpShowsHowAFileIsOpened() async throws {
    let help = try await Program.run(["--help"])
    #expect(help.output.contains("tsedit FILE"))
    let keys = try await Program.run(["keys", "--help"])
    #expect(keys.output.contains("~/.config/tsedit/keys.toml"))
  }

  @Test(arguments: [
    (["chek"], "check"), (["chekc", "a.xml"], "check"), (["hlep"], "help"), (["remapp"], "remap"),
    (["shwo", "ts.xml"], "show"),
  ])
  func aMistypedCommandGetsTheNearest(arguments: [String], command: String) async throws {
    let result = try await Program.run(arguments)
    #expect(result.code == 2 && result.errors.contains("did you mean tsedit \(command)?"))
  }

  /// Silence would leave open whether anything was looked at.
  @Test func checkWithNothingToSaySaysWhatItLookedAt() async throws {
    let path = try scratch.file("ts.xml", Self.sequence)
    let loose = try await Program.run(["check", path])
    #expect(loose.code == 0 && loose.output.isEmpty)
    #expect(loose.errors == "tsedit: 1 file, 1 reference: 1 not checked.\n", "\(loose.errors)")
    let site = try scratch.file("site.csv", "Kind,Id,Name,Version\npackage,ABC00001,Tools,2\n")
    let known = try await Program.run(["check", path, "--catalog", site])
    #expect(known.errors == "tsedit: 1 file, 1 reference: 1 found.\n", "\(known.errors)")
    let other = try scratch.file("other.csv", "Kind,Id,Name,Version\npackage,ABC00002,Tools,2\n")
    let broken = try await Program.run(["check", path, "--catalog", other])
    #expect(broken.code == 1 && !broken.errors.contains("file, "), "it has something to say")
  }

  /// A file that cannot be read does not keep the others shut; alone it is refused.
  @Test func oneUnreadableFileKeepsTheOthersOpen() async throws {
    let good = try scratch.file("good.xml", Self.sequence)
    let bad = try scratch.file("bad.xml", "<sequence><a></b></sequence>")
    let run = try TerminalRun([Program.path, bad, good], state: scratch.path, columns: 200)
    #expect(run.wait(for: "Not opened") && run.wait(for: "Tools"), "\(run.text())")
    run.type("q")
    #expect(run.wait { run.hasEnded })
    let alone = try await Program.run([bad])
    #expect(alone.code == 2 && alone.errors.contains("bad.xml"))
  }

  /// The line of the README keeps locks out of what git tells.
  @Test func locksAreIgnoredByTheLineOfTheReadme() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try Scratch.read(root.appending(path: "README.md").path)
    let line = try #require(readme.firstMatch(of: /`(echo [^`]*tsedit-lock[^`]*)`/)?.1)
    _ = try scratch.file(".ts.xml.tsedit-lock", "")
    _ = try scratch.file("seen.xml", "")
    let result = try await Program.shell(
      "git init -q . && \(line) && git status --porcelain -uall", in: scratch.path)
    #expect(result.output == "?? seen.xml\n", "\(result.output) \(result.errors)")
  }

  /// The words other tools have for it lead to the command here; a folder is no sequence.
  @Test(arguments: [
    (["validate", "x.xml"], "use tsedit check."), (["outline"], "use tsedit show."),
    (["diff", "a", "b"], "use W in the editor"), (["/tmp"], "/tmp is a folder"),
  ])
  func otherWordsAreKnown(arguments: [String], answer: String) async throws {
    let result = try await Program.run(arguments)
    #expect(result.code == 2 && result.errors.contains(answer), "\(result.errors)")
  }
}
