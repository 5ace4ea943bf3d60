import Containers
import Foundation
import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing

/// Exports on the command line: an archive, and a sequence in it, wherever a file may stand.
@Suite struct ExportCommandTests {
  private static let family = ExportSpecimen.family
  private let scratch = Scratch()
  private var zip: String { scratch.path + "/export.zip" }

  init() throws { try write(Self.family.bytes(), to: "export.zip") }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: scratch.path + "/" + name))
  }

  private func content(_ name: String = "export.zip") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: scratch.path + "/" + name)))
  }

  @Test(arguments: [
    (["check"], ""), (["refs"], "ABC00021"), (["vars"], ""), (["vars", "--secrets"], ""),
  ])
  func everyCommandReadsIt(command: [String], shows: String) async throws {
    for place in [zip, scratch.path] {
      let all = try await Program.run(command + [place])
      #expect(all.code < 2 && !all.output.contains("not a task sequence"), "\(all.errors)")
      #expect(shows.isEmpty || all.output.contains(shows), "\(command): \(all.output)")
    }
    let one = try await Program.run(command + [zip + "#Software"])
    #expect(one.code < 2, "\(one.errors)")
    #expect(try content() == Self.family.bytes())
  }

  @Test func whatIsMeantIsAsked() async throws {
    for command in [["show", zip], ["remap", zip, "--map", "/dev/null"]] {
      let several = try await Program.run(command)
      #expect(several.code == 2 && several.errors.contains("ABC00101 (Software)"))
    }
    let one = try await Program.run(["show", zip + "#ABC00101"])
    #expect(one.code == 0 && one.output.contains("Asset data"), "\(one.errors)")
    let none = try await Program.run(["show", zip + "#Server"])
    #expect(none.code == 2 && none.errors.contains("it holds no sequence “Server”"))
  }

  @Test func aTornArchiveIsASentence() async throws {
    try write(Array(Self.family.bytes().dropLast(20)), to: "export.zip")
    for command in ["show", "check", "refs"] {
      let run = try await Program.run([command, zip])
      #expect(run.code == 2 && run.errors.contains("cut off"), "\(run.errors)")
    }
  }

  /// An object in the export is known, and what is not in it is told as that.
  @Test func itIsACatalogue() async throws {
    let refs = try await Program.run(["refs", zip + "#ABC00100"])
    #expect(refs.output.contains("Scripts & tools"), "\(refs.output)")
    let shown = try await Program.run(["catalog", "show", zip])
    #expect(shown.output.contains("Asset data") && shown.output.contains("Software"))
    var alone = Self.family
    alone.sequences.removeLast()
    try write(alone.bytes(), to: "export.zip")
    let checked = try await Program.run(["check", zip])
    #expect(checked.output.contains("REF06"), "\(checked.output)")
  }

  @Test func remappingWritesTheMemberAndItsLists() async throws {
    let map = try scratch.file("map.csv", "Old,New\nABC00021,ABC00030\n")
    let name = zip + "#ABC00100"
    let site = try scratch.file("site.csv", "Kind,Id,Name,Version\npackage,ABC00030,Tools,2\n")
    let run = try await Program.run(["remap", name, "--map", map, "--catalog", site])
    let stays = "ABC00021 stays in the archive, and no sequence in it names it any more."
    #expect(run.code == 0 && run.errors == "tsedit: \(name): \(stays)\n", "\(run.errors)")
    let parts = try ZipItem.contents(of: content())
    let list = try ExportedList(
      try #require(parts["SMS_TaskSequencePackage/ABC00100/ReferencesInfo.xml"]))
    #expect(list.objects.map(\.id) == ["ABC00005", "ABC00030", "ABC00101"])
    #expect(list.objects[1].name == "Tools" && list.objects[1].version == "2")
    let before = try ZipItem.contents(of: Self.family.bytes())
    #expect(before.keys.filter { before[$0] != parts[$0] }.count == 2)
    let other = scratch.path + "/other.zip"
    let refused = try await Program.run(["remap", name, "--map", map, "-o", other])
    #expect(refused.code == 3 && refused.errors.contains("a sequence alone is no archive"))
    let made = try await Program.run(
      ["new", "--template", "cm-upgrade", "--set", "UpgradePackage=ABC00007", "-o", other])
    #expect(made.code == 3 && made.errors.contains("a sequence alone is no archive"))
    #expect(!FileManager.default.fileExists(atPath: other))
  }

  /// Two sequences of one archive are saved together, and undone together.
  @Test func theEditorSavesBothAtOnce() async throws {
    let keys = "rOne<Enter>]rTwo<Enter><C-s>"
    let run = try await Program.run(["play", zip, "--keys", keys])
    #expect(run.code == 0, "\(run.errors)\(run.output)")
    var wanted = Self.family
    wanted.sequences[0].xml = wanted.sequences[0].xml.replacing(
      "name=\"Run scripts\"", with: "name=\"Run scriptsOne\"")
    wanted.sequences[1].xml = wanted.sequences[1].xml.replacing(
      "name=\"Asset data\"", with: "name=\"Asset dataTwo\"")
    #expect(try content() == wanted.bytes())
    try write(Self.family.bytes(), to: "export.zip")
    let back = try await Program.run(
      ["play", zip, "--keys", "\(keys)<C-z>[<C-z><C-s>"])
    #expect(back.code == 0, "\(back.errors)\(back.output)")
    #expect(try content() == Self.family.bytes())
  }

  @Test func aRefusedMemberKeepsTheWholeArchive() async throws {
    let site = try scratch.file("site.csv", "Kind,Id,Name,Version\npackage,ABC00021,Tools,2\n")
    let run = try await Program.run([
      "play", zip, "--catalog", site, "--keys", "rOne<Enter>]rTwo<Enter><C-s>",
    ])
    #expect(run.code == 3 && run.errors.contains("ABC00022"), "\(run.errors)")
    #expect(try content() == Self.family.bytes())
  }
}
