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

  @Test func whatChangedIsReadAgain() throws {
    try folder.makeThemes()
    var settings = try settings([
      "config.toml": "strict = true\n", "themes/own.toml": "", "keys.toml": "",
    ])
    #expect(!changed(&settings))
    try folder.write("strict = false\n[commands]\nLook = 'ls'\n", to: "config.toml")
    #expect(changed(&settings))
    #expect(settings.configuration.strict, "looking takes nothing over")
    #expect(reread(&settings) == [])
    #expect(!settings.configuration.strict && !changed(&settings))
    try folder.write("[tree]\n\"k\" = \"own.Look\"\n", to: "keys.toml")
    #expect(changed(&settings) && reread(&settings) == [])
    #expect(settings.keymap.keys(for: "own.Look", in: .tree).count == 1)
    #expect(!changed(&settings))
    try folder.write("# another", to: "themes/own.toml")
    #expect(changed(&settings) && reread(&settings) == [] && !changed(&settings))
  }

  @Test func whatIsWrongLaterLeavesAllAsItWas() throws {
    var settings = try settings(["config.toml": "strict = true\n"])
    try folder.write("strict = false\n", to: "config.toml")
    try folder.write("[tree]\n\"k\" = \"go.nowhere\"\n", to: "keys.toml")
    let faults = reread(&settings)
    #expect(faults.count == 1 && faults[0].contains("keys.toml, line 2"))
    #expect(settings.configuration.strict, "one file is not taken over without the other")
    #expect(!changed(&settings), "it is told once")
    try folder.write("", to: "keys.toml")
    #expect(changed(&settings) && reread(&settings) == [])
    #expect(!settings.configuration.strict)
  }

  private func changed(_ settings: inout Settings) -> Bool { settings.haveChanged() }

  private func reread(_ settings: inout Settings) -> [String] { settings.reread() }
}

extension TemporaryFolder {
  fileprivate func makeThemes() throws {
    try FileManager.default.createDirectory(
      atPath: path + "/themes", withIntermediateDirectories: false)
  }
}
