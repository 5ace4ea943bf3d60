import Basics

/// A text of the help, read from the part of Markdown it is written in: headings, paragraphs, lists,
/// tables and code.
package struct HelpPage: Equatable, Sendable {
  /// What a page is made of.
  package enum Block: Equatable, Sendable {
    /// A heading; the title of the page has level 1.
    case heading(String, level: Int)
    case paragraph(String)
    case items([String])
    /// The cells of each row, those of the head first; backticks around a whole cell are left out.
    case table([[String]])
    /// Lines that are shown as they are.
    case code([String])
    /// What the program puts in, `<!-- keys -->` in the text.
    case insertion(String)
  }

  /// From the title on.
  package var blocks: [Block]

  /// A page of those blocks.
  package init(blocks: [Block]) { self.blocks = blocks }

  /// Reads a page.
  package init(_ markdown: String) {
    blocks = []
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.first {
      if line.isEmpty {
        lines.removeFirst()
      } else if line.hasPrefix("```") {
        lines.removeFirst()
        blocks.append(.code(Self.take(&lines) { !$0.hasPrefix("```") }.map(String.init)))
        lines = lines.dropFirst()
      } else if line.hasPrefix("|") {
        let rows = Self.take(&lines) { $0.hasPrefix("|") }.map(Self.cells)
        blocks.append(.table(rows.filter { !$0.allSatisfy(Self.isRule) }))
      } else if line.hasPrefix("- ") {
        blocks.append(.items(Self.items(&lines)))
      } else {
        blocks.append(Self.paragraph(&lines))
      }
    }
  }

  private static func take(
    _ lines: inout ArraySlice<Substring>, while isPart: (Substring) -> Bool
  ) -> ArraySlice<Substring> {
    let taken = lines.prefix(while: isPart)
    lines = lines.dropFirst(taken.count)
    return taken
  }

  /// A heading, an insertion, or lines that make a paragraph.
  private static func paragraph(_ lines: inout ArraySlice<Substring>) -> Block {
    let line = lines.first ?? ""
    let level = line.prefix { $0 == "#" }.count
    if level > 0 {
      lines.removeFirst()
      return .heading(String(line.dropFirst(level + 1)), level: level)
    }
    if line.hasPrefix("<!-- ") {
      lines.removeFirst()
      return .insertion(String(line.dropFirst(5).dropLast(4)))
    }
    return .paragraph(
      take(&lines) { !$0.isEmpty && !$0.hasPrefix("```") }.joined(separator: " "))
  }

  /// The entries of a list; further lines of one are indented.
  private static func items(_ lines: inout ArraySlice<Substring>) -> [String] {
    var items: [String] = []
    for line in take(&lines, while: { $0.hasPrefix("- ") || $0.hasPrefix("  ") }) {
      if line.hasPrefix("- ") {
        items.append(String(line.dropFirst(2)))
      } else {
        items[items.count - 1] += " " + line.dropFirst(2)
      }
    }
    return items
  }

  /// The cells of a row; `\|` is no border.
  private static func cells(_ line: Substring) -> [String] {
    let mark: Character = "\u{0}"
    return line.dropFirst().dropLast().replacing("\\|", with: String(mark))
      .split(separator: "|", omittingEmptySubsequences: false).map { cell in
        plain(String(cell.trimming { $0 == " " }).replacing(String(mark), with: "|"))
      }
  }

  private static func isRule(_ cell: String) -> Bool {
    !cell.isEmpty && cell.allSatisfy { "-:".contains($0) }
  }

  /// A cell without the backticks around it, where they surround all of it.
  private static func plain(_ cell: String) -> String {
    guard cell.count > 2, cell.first == "`", cell.last == "`",
      !cell.dropFirst().dropLast().contains("`")
    else { return cell }
    return String(cell.dropFirst().dropLast())
  }
}
