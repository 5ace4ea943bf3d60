import Foundation
import Testing

/// `tsedit new`, for every template, as a script uses it.
@Suite struct NewCommandTests {
  private static let templates: [(name: String, answers: [String])] = [
    (
      "cm-install",
      [
        "Image=NBG00030", "ClientPackage=NBG00002", "Domain=northgate.example",
        "JoinAccount=NORTHGATE\\svc-join", "Organization=Northgate",
        "Applications=ScopeId_1/Application_a;ScopeId_1/Application_b", "BitLocker=yes",
        "CaptureState=yes", "USMTPackage=NBG00003",
      ]
    ),
    (
      "cm-capture",
      [
        "Image=NBG00030", "ClientPackage=NBG00002", "Destination=\\\\server\\images\\a.wim",
        "Account=NORTHGATE\\svc-image", "Organization=Northgate",
      ]
    ),
    ("cm-upgrade", ["UpgradePackage=NBG00040"]), ("cm-custom", []), ("cm-non-os", []),
    ("mdt-client", ["OSGUID={12345678-1234-1234-1234-123456789abc}"]),
    ("mdt-server", ["OSGUID={12345678-1234-1234-1234-123456789abc}"]),
    ("mdt-capture", ["OSGUID={12345678-1234-1234-1234-123456789abc}"]), ("mdt-post-os", []),
    ("mdt-custom", ["Application={12345678-1234-1234-1234-123456789abc}"]),
  ]

  private let scratch = Scratch()

  private func arguments(_ name: String, _ answers: [String], _ path: String) -> [String] {
    ["new", "--template", name, "-o", path] + answers.flatMap { ["--set", $0] }
  }

  @Test(arguments: templates.map(\.name))
  func isCheckedAndOpenedAndSavedUnchanged(_ name: String) async throws {
    let answers = try #require(Self.templates.first { $0.name == name }).answers
    let path = scratch.path + "/\(name).xml"
    let made = try await Program.run(arguments(name, answers, path))
    #expect(made.code == 0 && made.errors.isEmpty, "\(made.errors)")
    let text = try Scratch.read(path)
    let checked = try await Program.run(["check", path])
    #expect(checked.code == 0, "\(checked.output)")
    let opened = try await Program.run(["play", path, "--keys", "<C-s>", "--size", "80x24"])
    #expect(opened.code == 0)
    // The gutter of a row has its signs.
    let signs = opened.output.split(separator: "\n").filter { $0.prefix(6).contains("!") }
    #expect(signs.isEmpty, "no problem is shown")
    #expect(try Scratch.read(path) == text)
    let again = try await Program.run(arguments(name, answers, path))
    #expect(again.code == 3 && again.errors.contains("is there already"))
  }

  @Test func everyTemplateIsListedAndTried() async throws {
    let list = try await Program.run(["new", "--list"])
    let names = list.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names == Self.templates.map(\.name))
  }

  @Test func whatIsMissingOrMeaninglessIsSaid() async throws {
    let path = scratch.path + "/bad.xml"
    for (arguments, words) in [
      (["new", "--template", "cm-install", "-o", path], "--set Image="),
      (["new", "--template", "none", "-o", path], "there is no template"),
      (["new", "--template", "cm-custom", "--set", "Colour=red", "-o", path], "asks nothing"),
      (["new", "--template", "cm-custom"], "-o"),
    ] {
      let result = try await Program.run(arguments)
      #expect(result.code == 2 && result.errors.contains(words), "\(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
