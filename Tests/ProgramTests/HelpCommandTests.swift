import Checks
import Editor
import Foundation
import Help
import Testing

/// `tsedit help`, and the manual page that holds the same.
@Suite struct HelpCommandTests {
  @Test func everythingIsListed() async throws {
    let help = try await Program.run(["help"])
    #expect(help.code == 0 && help.errors.isEmpty)
    for topic in HelpTopic.all {
      let line = help.output.split(separator: "\n").first { $0.hasPrefix("  \(topic.name) ") }
      #expect(line?.hasSuffix(" " + topic.summary) == true, "\(topic.name)")
    }
    let usage = try await Program.run(["--help"]).output
    let commands = usage.components(separatedBy: "SUBCOMMANDS:\n")[1].split(separator: "\n")
      .prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
      .compactMap { $0.split(separator: " ").first }
    #expect(commands.count > 12)
    for command in commands {
      #expect(help.output.contains("\n  \(command) "), "\(command)")
    }
  }

  @Test(arguments: HelpTopic.all.map(\.name))
  func aTopicIsShown(_ name: String) async throws {
    let help = try await Program.run(["help", name])
    #expect(help.code == 0 && help.errors.isEmpty)
    #expect(help.output.hasPrefix(HelpTopic.named(name)?.title ?? "?"))
    #expect(!help.output.contains("<!--"))
    #expect(try await Program.run(["help", name.uppercased()]).output == help.output)
  }

  @Test func keysAreThoseInForce() async throws {
    let scratch = Scratch()
    _ = try scratch.file("tsedit/keys.toml", "[tree]\n\"Q\" = \"step.remove\"\n")
    let help = try await Program.run(
      ["help", "keys"], environment: ["XDG_CONFIG_HOME": scratch.path])
    let line = help.output.split(separator: "\n").first { $0.contains("step.remove") }
    #expect(line?.contains("Q") == true, "\(line ?? "none")")
    for command in Commands.all {
      #expect(help.output.contains(" \(command.id) "), "\(command.id)")
    }
  }

  @Test(arguments: [["show"], ["condition"], ["catalog", "build"]])
  func aCommandIsShown(_ names: [String]) async throws {
    let help = try await Program.run(["help"] + names)
    #expect(help.code == 0)
    #expect(help.output == (try await Program.run(names + ["--help"])).output)
  }

  @Test func aRuleIsShown() async throws {
    let list = try await Program.run(["help"]).output
    for rule in Rule.all {
      let line = list.split(separator: "\n").first { $0.hasPrefix("  \(rule.id) ") }
      #expect(line?.hasSuffix(" " + rule.summary) == true, "\(rule.id)")
    }
    let rule = try #require(Rule.all.first)
    for name in [rule.id, rule.id.lowercased(), rule.name] {
      let help = try await Program.run(["help", name])
      #expect(help.code == 0 && help.output.hasPrefix("\(rule.id) \(rule.name): "))
      #expect(help.output.hasSuffix("\n\n\(rule.page)\n"), "\(help.output)")
    }
    for rule in Rule.all { #expect(Rule.named(rule.id)?.name == rule.name) }
    let script = try await Program.run(["--generate-completion-script", "bash"]).output
    #expect(script.contains(rule.id), "completion knows the rules")
  }

  @Test(arguments: [
    ("conditons", "tsedit help conditions?"), ("ref", "tsedit help references?"),
    ("chekc", "tsedit help check?"), ("cnd0", "tsedit help CND01?"),
    ("nothing-like-it", "tsedit help lists all."),
    ("\u{1b}[2J", "tsedit help lists all."),
  ])
  func anUnknownNameIsToldTheNearest(_ name: String, _ advice: String) async throws {
    let help = try await Program.run(["help", name])
    #expect(help.code == 2 && help.output.isEmpty)
    #expect(help.errors.hasPrefix("tsedit: there is no help on “") && help.errors.contains(advice))
    #expect(!help.errors.contains("\u{1b}"))
  }

  @Test func theManualHoldsEveryTopic() async throws {
    let manual = try await Program.run(["manual"]).output
    for topic in HelpTopic.all { #expect(manual.contains("\n.SH \(topic.title.uppercased())\n")) }
    #expect(manual.contains("\n.SS condition\n") && manual.contains("option.disable"))
    #expect(!manual.contains("<!--") && !manual.contains("README"))
  }

  @Test(.enabled("groff is not installed") { Self.groff != nil })
  func theManualIsSoundRoff() async throws {
    let scratch = Scratch()
    _ = try scratch.file("tsedit.1", try await Program.run(["manual"]).output)
    let result = try await Program.shell(
      "\(Self.groff ?? "groff") -man -Kutf8 -Tutf8 -ww -rLL=78n tsedit.1", in: scratch.path)
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    // Bold is written with escapes, or letter over letter.
    let words = result.output.replacing(/\u{1b}\[[\d;]*m|.\u{8}/, with: "").split(
      whereSeparator: \.isWhitespace)
    #expect(words.contains("`u{A0}") && words.contains("HKLM\\A"), "backslashes and backticks stay")
  }

  private static let groff = ["/usr/bin/groff", "/usr/local/bin/groff"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
