import Appearance
import Foundation
import TestSupport
import Testing

@testable import Workspace

/// The files of the user's settings.
@Suite struct SettingsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func settings(_ files: [String: String]) throws -> Settings {
    for (name, text) in files { try folder.write(text, to: name) }
    var keymap = Keymap([:])
    try keymap.merge("[tree]\n\"j\" = \"go.down\"\n", file: "own", commands: ["go.down"])
    return Settings(keymap, commands: ["go.down", "go.up"], folder: folder.path)
  }

  @Test func aBadFileLeavesItsDefaultsAndNoOthers() throws {
    let settings = try settings([
      "config.toml": "strict = 7\n", "keys.toml": "[tree]\n\"k\" = \"go.up\"\n",
    ])
    #expect(settings.faults.count == 1 && settings.faults[0].contains("config.toml, line 1"))
    #expect(!settings.configuration.strict)
    #expect(settings.keymap.keys(for: "go.up", in: .tree).count == 1)
    #expect(settings.keymap.keys(for: "go.down", in: .tree).count == 1)
  }

  @Test func nothingIsNoFault() throws {
    let settings = try settings([:])
    #expect(settings.faults.isEmpty)
  }

  @Test func themesOfTheUserComeFirst() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/themes", withIntermediateDirectories: false)
    let palette = "[palette]\nink = \"#010203\"\n"
    let settings = try settings(["themes/a-b.toml": "", "themes/a.toml": palette, "themes/x": ""])
    let names = settings.themes.map(\.name)
    #expect(names.prefix(2) == ["a", "a-b"] && !names.contains("x"))
    #expect(names.contains("default"))
    #expect(settings.themeText("a")?.contains("#010203") == true)
    #expect(settings.themeText("../config") == nil, "a name is no path")
  }

  @Test func aThemeIsKeptWhereTheSettingsAre() throws {
    let settings = try settings([:])
    let path = try settings.keep(theme: "dark")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "theme = \"dark\"\n")
    try folder.write("strict = true # so\n[", to: "config.toml")
    #expect(throws: Failure.self) { try settings.keep(theme: "mono") }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "strict = true # so\n[")
  }
}
