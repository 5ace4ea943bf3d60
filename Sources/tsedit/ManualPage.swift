import Appearance
import ArgumentParser
import Editor
import Help

/// The manual page in roff, made from the command line's own help, the topics of the help and the
/// table of keys.
struct ManualPage {
  private let program: any ParsableCommand.Type

  /// The page of a program, its commands one after the other.
  init(of program: any ParsableCommand.Type) { self.program = program }

  var text: String {
    var lines = [
      ".TH TSEDIT 1 \"\" \"tsedit \(program.configuration.version)\"", ".SH NAME",
      "tsedit \\- edit Microsoft task sequences in the terminal", ".SH SYNOPSIS", ".B tsedit",
      "[\\fIFILE\\fR ...] [\\fIoptions\\fR]", ".br", ".B tsedit",
      "\\fIsubcommand\\fR [\\fIarguments\\fR]", ".SH DESCRIPTION",
      "tsedit opens Configuration Manager and MDT task sequences, shows them as a tree and edits",
      "them by keyboard. It never changes a byte that was not edited.",
    ]
    for topic in HelpTopic.all { lines += topic.page.blocks.flatMap(roff) }
    lines += Self.surroundings
    return lines.joined(separator: "\n")
  }

  // MARK: Topics

  private func roff(_ block: HelpPage.Block) -> [String] {
    switch block {
    case .heading(let title, level: 1): [".SH " + Self.escape(title.uppercased())]
    case .heading(let title, _): [".SS " + Self.escape(title)]
    case .paragraph(let text): [".PP", Self.marked(text)]
    case .items(let items): items.flatMap { [".IP \\(bu 2", Self.marked($0)] }
    case .table, .code:
      [".PP", ".nf"] + HelpPage.lines(of: block, 72).map { Self.escape($0.text) } + [".fi"]
    case .insertion("commands"): program.configuration.subcommands.flatMap(section)
    case .insertion("keys"): KeyTable(.standard).blocks.flatMap(roff)
    case .insertion: []
    }
  }

  /// A text with what stands between backticks in bold.
  private static func marked(_ text: String) -> String {
    HelpText.spans(in: text).map { span in
      span.isCode ? "\\fB" + escape(span.text) + "\\fR" : escape(span.text)
    }.joined()
  }

  // MARK: Commands

  /// What a command does, how it is called, and its arguments but the two that all have.
  private func section(on command: any ParsableCommand.Type) -> [String] {
    let configuration = command.configuration
    var lines = [".SS \(configuration.commandName ?? "")", Self.escape(configuration.abstract)]
    let discussion = configuration.discussion
    if !discussion.isEmpty { lines += [".PP", Self.escape(discussion)] }
    let help = program.helpMessage(for: command, columns: 76)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let usage = help.first { $0.hasPrefix("USAGE: ") }.map { $0.dropFirst("USAGE: ".count) }
    if let usage { lines += [".PP", "\\fB" + Self.escape(String(usage)) + "\\fR"] }
    let arguments = help.drop { !$0.hasPrefix("ARGUMENTS:") && !$0.hasPrefix("OPTIONS:") }.filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("  --version ") && !$0.hasPrefix("  -h, --help ")
    }
    guard !arguments.isEmpty else { return lines }
    return lines + [".PP", ".nf", Self.escape(arguments.joined(separator: "\n")), ".fi"]
  }

  private static let surroundings = [
    ".SH FILES", ".nf", "$XDG_CONFIG_HOME/tsedit/config.toml  settings",
    "$XDG_CONFIG_HOME/tsedit/keys.toml    keys", "$XDG_CONFIG_HOME/tsedit/themes/      themes",
    "$XDG_STATE_HOME/tsedit/journal/      edits that are not saved yet", ".fi",
    "Without these variables the folders are in ~/.config and ~/.local/state.",
    ".SH ENVIRONMENT", ".TP", "VISUAL, EDITOR",
    "The program that edits long texts, unless config.toml names one.", ".TP", "NO_COLOR",
    "No colours, unless a theme is asked for by name.", ".SH EXIT STATUS",
    "0 done, 1 findings, 2 cannot read or bad use, 3 refused to save.",
  ]

  /// A text that means nothing to roff, which takes some ASCII characters for others.
  private static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "`": escaped += "\\(ga"
      case "'": escaped += "\\(aq"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "." where escaped.isEmpty || escaped.last == "\n": escaped += "\\&."
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
