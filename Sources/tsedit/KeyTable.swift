import Appearance
import Editor
import Help
import Screen

/// All commands with their keys, by section, for people.
struct KeyTable {
  private let sections: [(title: String, rows: [Row])]

  private struct Row {
    var keys: String
    var summary: String
    var id: String
  }

  init(_ keymap: Keymap) {
    var sections: [(title: String, rows: [Row])] = []
    for command in Commands.all {
      let title = command.section
      let row = Row(
        keys: Self.keys(of: command, keymap), summary: command.summary, id: command.id)
      if let index = sections.firstIndex(where: { $0.title == title }) {
        sections[index].rows.append(row)
      } else {
        sections.append((title, [row]))
      }
    }
    self.sections = sections
  }

  private static func keys(of command: Command, _ keymap: Keymap) -> String {
    var labels: [String] = []
    for context in command.contexts {
      for keys in keymap.keys(for: command.id, in: context) {
        let label = keys.map(\.label).joined(separator: " ")
        if !labels.contains(label) { labels.append(label) }
      }
    }
    return labels.joined(separator: ", ")
  }

  /// Columns for a terminal.
  var text: String {
    sections.map { section in
      ([section.title]
        + section.rows.map { row in
          "  " + row.keys.padded(to: 24) + row.id.padded(to: 22) + row.summary
        }).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// Tables for a page of the help.
  var blocks: [HelpPage.Block] {
    sections.flatMap { section in
      [
        .heading(section.title, level: 2),
        .table([["keys", "name", "what"]] + section.rows.map { [$0.keys, $0.id, $0.summary] }),
      ]
    }
  }

  /// Tables in Markdown.
  var markdown: String {
    sections.map { section in
      let head = "**\(section.title)**\n\n| keys | what | name |\n| --- | --- | --- |\n"
      return head
        + section.rows.map { row in
          "| \(Self.code(row.keys)) | \(row.summary) | `\(row.id)` |"
        }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func code(_ keys: String) -> String {
    guard !keys.isEmpty else { return "" }
    return keys.split(separator: ", ").map { "`\($0.replacing("|", with: "\\|"))`" }
      .joined(separator: " ")
  }
}
