import ArgumentParser
import Basics
import Checks
import Embedded
import Help
import Screen
import Workspace

/// Shows help on a topic, a command or a rule.
struct HelpCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Show help on a topic, a command or a rule.",
    discussion: "Without a name, all of them are listed.")

  @Argument(
    help: "A topic, a command, or the id or name of a rule.",
    completion: .list(
      EmbeddedFile.names(in: "Help") + Self.commands.map(\.name) + Rule.all.map(\.id)))
  var names: [String] = []

  func run(_ out: inout Output) throws {
    guard let name = names.first else { return out.print(Self.contents) }
    if names.count == 1, let topic = HelpTopic.named(name) {
      out.print(Self.text(of: topic))
    } else if let command = Self.command(names) {
      out.print(TSEdit.helpMessage(for: command))
    } else if names.count == 1, let rule = Rule.named(name) {
      out.print("\(rule.id) \(rule.name): \(rule.severity)\n\n\(rule.page)")
    } else {
      throw Failure(Self.refusal(names.joined(separator: " ")))
    }
  }

  /// What there is help on.
  private static var contents: String {
    func list(_ head: String, _ rows: [(name: String, summary: String)]) -> String {
      ([head] + rows.map { "  " + $0.name.padded(to: 14) + $0.summary }).joined(separator: "\n")
    }
    return [
      list("Topics, for tsedit help TOPIC:", HelpTopic.all.map { ($0.name, $0.summary) }),
      list("Commands, for tsedit COMMAND --help:", commands),
      list("Rules, for tsedit help RULE:", Rule.all.map { ($0.id, $0.summary) }),
      "All of it is a manual page: tsedit manual | man -l -",
    ].joined(separator: "\n\n")
  }

  /// The commands there are, with what they do.
  static var commands: [(name: String, summary: String)] {
    TSEdit.configuration.subcommands.map { command in
      (command.configuration.commandName ?? "", command.configuration.abstract)
    }
  }

  private static func text(of topic: HelpTopic) -> String {
    topic.page.lines(width: 80) { insertion in
      switch insertion {
      case "keys": KeyTable(Settings().keymap).blocks
      case "commands": [.table([["command", "what"]] + commands.map { [$0.name, $0.summary] })]
      default: []
      }
    }.map(\.text).joined(separator: "\n")
  }

  /// The command of a name, or of a name and those of the commands below.
  private static func command(_ names: [String]) -> (any ParsableCommand.Type)? {
    names.reduce(TSEdit.self as (any ParsableCommand.Type)?) { command, name in
      command?.configuration.subcommands.first { $0.configuration.commandName == name }
    }
  }

  private static func refusal(_ name: String) -> String {
    let known =
      HelpTopic.all.map(\.name) + commands.map(\.name) + Rule.all.flatMap { [$0.id, $0.name] }
    let nearest =
      known.first { $0.lowercased().hasPrefix(name.lowercased()) }
      ?? NearMiss.closest(to: name, among: known)
    let advice = nearest.map { "did you mean tsedit help \($0)?" } ?? "tsedit help lists all."
    return "there is no help on “\(Printable.line(name))”; \(advice)"
  }
}
