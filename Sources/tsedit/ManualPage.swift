import Appearance
import ArgumentParser
import Editor

/// The manual page in roff, made from the command line's own help and the table of keys.
struct ManualPage {
  var text: String {
    var lines = [
      ".TH TSEDIT 1", ".SH NAME", "tsedit \\- edit Microsoft task sequences in the terminal",
      ".SH SYNOPSIS", ".B tsedit", "[\\fIFILE\\fR ...] [\\fIoptions\\fR]", ".br", ".B tsedit",
      "\\fIsubcommand\\fR [\\fIarguments\\fR]", ".SH DESCRIPTION",
      "tsedit opens Configuration Manager and MDT task sequences, shows them as a tree and edits",
      "them by keyboard. It never changes a byte that was not edited.", ".SH COMMANDS",
    ]
    for command in TSEdit.configuration.subcommands {
      lines.append(".SS \(command.configuration.commandName ?? "")")
      lines.append(".nf")
      lines.append(Self.escape(TSEdit.helpMessage(for: command, columns: 76)))
      lines.append(".fi")
    }
    lines += [".SH KEYS", ".nf", Self.escape(KeyTable(.standard).text), ".fi"]
    lines += [
      ".SH FILES", ".nf", "$XDG_CONFIG_HOME/tsedit/config.toml  settings",
      "$XDG_CONFIG_HOME/tsedit/keys.toml    keys", "$XDG_CONFIG_HOME/tsedit/themes/      themes",
      ".fi", ".SH EXIT STATUS", "0 done, 1 findings, 2 cannot read or bad use, 3 refused to save.",
    ]
    return lines.joined(separator: "\n")
  }

  private static func escape(_ text: String) -> String {
    text.replacing("\\", with: "\\e").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
      .joined(separator: "\n").replacing("-", with: "\\-")
  }
}
