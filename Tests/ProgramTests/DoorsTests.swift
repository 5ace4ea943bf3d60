import Foundation
import TestSupport
import Testing

/// Sequences inside other files, and what comes through pipes, from the command line.
@Suite("Sequences inside other files") struct DoorsTests {
  private let folder = Scratch()

  private static func row(_ id: String, _ name: String, _ step: String) -> String {
    "{\"PackageID\": \"\(id)\", \"Name\": \"\(name)\", \"Sequence\": \"\\u003csequence "
      + "version=\\\"3.10\\\"\\u003e<step name=\\\"\(step)\\\" type=\\\"SMS_TaskSequence_RebootAction\\\">"
      + "<action>smsboot.exe /target:HD</action></step></sequence>\", \"Size\": 12}"
  }

  private static let two =
    "{\"value\": [\n \(row("ABC00001", "One", "First")),\n \(row("ABC00002", "Two", "Second"))\n]}\n"

  /// A command for one sequence names those there are; with a name it works on that one.
  @Test func oneOfSeveralIsNamed() async throws {
    let path = try folder.file("two.json", Self.two)
    let unnamed = try await Program.run(["show", path])
    #expect(unnamed.code == 2)
    #expect(
      unnamed.errors.contains(
        "it holds 2 sequences; name one as \(path)#NAME: ABC00001 (One), ABC00002 (Two)"))
    for name in ["ABC00002", "abc00002", "Two"] {
      let shown = try await Program.run(["show", "\(path)#\(name)"])
      #expect(shown.code == 0 && shown.output.contains("Second"))
      #expect(!shown.output.contains("First"))
    }
    let strange = try await Program.run(["show", path + "#Three"])
    #expect(strange.code == 2 && strange.errors.contains("no sequence “Three”"))
  }

  /// Commands for many take all of a file.
  @Test func allOfSeveralAreChecked() async throws {
    let path = try folder.file("two.json", Self.two)
    let listed = try await Program.run(["refs", path])
    #expect(listed.code == 0)
    let check = try await Program.run(["check", path])
    #expect(!check.errors.contains("two.json"))
  }

  /// What is written changes the one that was named, and no other byte.
  @Test func oneOfSeveralIsWritten() async throws {
    let path = try folder.file("two.json", Self.two)
    let set = try await Program.run([
      "condition", path + "#Two", "Second", "--set-text", "X = \"<1>\"",
    ])
    #expect(set.code == 0, "\(set.errors)")
    let after = try Scratch.read(path)
    let cut = try #require(Self.two.firstRange(of: "Second"))
    #expect(after.hasPrefix(Self.two[..<cut.upperBound]))
    #expect(after.hasSuffix("\", \"Size\": 12}\n]}\n"))
    let shown = try await Program.run(["condition", path + "#Two", "Second"])
    #expect(shown.output.contains("X = \"<1>\""))
    let taken = try await Program.run([
      "condition", path + "#Two", "Second", "--set-text", "",
    ])
    #expect(taken.code == 0)
    #expect(try Scratch.read(path) == Self.two)
  }

  /// The editor opens all of them, each to be saved into the file.
  @Test func theEditorOpensAll() async throws {
    let path = try folder.file("two.json", Self.two)
    let played = try await Program.run(["play", path, "--size", "80x24", "--keys", ""])
    #expect(played.code == 0 && played.output.contains("two.json#ABC00001"))
    let one = try await Program.run([
      "play", path + "#Two", "--keys", "r<C-a><C-k>Renamed<Enter><C-s>",
    ])
    #expect(one.output.contains("Renamed"), "\(one.output)")
    #expect(try Scratch.read(path) == Self.two.replacing("Second", with: "Renamed"))
  }

  /// Standard input, and what a shell makes of another program's output, are maps and catalogues.
  @Test func pipesAreMapsAndCatalogues() async throws {
    let sequence =
      "<sequence version=\"3.10\"><referenceList><reference package=\"ABC00012\"/></referenceList>"
      + "<step name=\"Tools\" type=\"SMS_TaskSequence_RunCommandLineAction\"><action>smsswd.exe "
      + "/run:ABC00012 a.exe</action><defaultVarList><variable name=\"CommandLine\" "
      + "property=\"CommandLine\" hidden=\"true\">a.exe</variable><variable name=\"PackageID\" "
      + "property=\"PackageID\" hidden=\"true\">ABC00012</variable></defaultVarList></step></sequence>"
    let path = try folder.file("ts.xml", sequence)
    _ = try folder.file("map.csv", "Old;New\r\nABC00012;XYZ00012\r\n")
    let site = "Kind,Id,Name\npackage,ABC00013,Other\n"
    let check = try await Program.run(["check", path, "--catalog", "-"], input: site)
    #expect(check.code == 1 && check.output.contains("there is no package ABC00012"))
    let twice = try await Program.run(["check", "-", "--catalog", "-"], input: sequence)
    #expect(twice.errors.contains("stands for something else here already"))
    let mapped = try await Program.shell(
      "cat map.csv | tsedit remap ts.xml --map - -o mapped.xml", in: folder.path)
    #expect(mapped.code == 0, "\(mapped.errors)")
    #expect(try Scratch.read(folder.path + "/mapped.xml").contains("XYZ00012"))
    _ = try folder.file("site.csv", site)
    let pipe = try await Program.shell(
      "mkfifo p && (cat site.csv > p &) && tsedit refs ts.xml --catalog p", in: folder.path)
    #expect(pipe.output.contains("unresolved"), "\(pipe.errors)")
  }

  /// The files of the field, as they came.
  @Test(.enabled(if: SituationFiles.areThere, "\(SituationFiles.skipped)"))
  func situations() async throws {
    for name in ["01-escaped.xml", "08-adminservice.json"] {
      let text = try #require(SituationFiles.text(of: name))
      let path = try folder.file(name, text)
      let shown = try await Program.run(["show", path])
      #expect(shown.code == 0 && shown.output.contains("Say hello"), "\(shown.errors)")
      let played = try await Program.run([
        "play", path, "--keys", "<Down>r<C-a><C-k>Say good-bye<Enter><C-s>",
      ])
      #expect(played.code == 0, "\(played.output)")
      #expect(try Scratch.read(path) == text.replacing("Say hello", with: "Say good-bye"))
    }
    let bytes = try #require(SituationFiles.bytes(of: "71-packages-cp1252.json"))
    let path = try folder.file("71.json", "")
    try Data(bytes).write(to: URL(filePath: path))
    let shown = try await Program.run(["catalog", "show", path])
    #expect(shown.code == 0 && shown.output.contains("Größe Tools"))
    #expect(shown.errors.contains("read as windows-1252"))
  }
}
