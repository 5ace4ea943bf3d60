import Basics
import Screen

/// A line of a page as it is shown.
package struct HelpLine: Equatable, Sendable {
  /// How a piece of a line looks.
  package enum Look: Equatable, Sendable {
    case plain
    case heading
    /// What is typed or read word by word.
    case code
  }

  /// A text in one look.
  package struct Piece: Equatable, Sendable {
    package var text: String
    package var look: Look

    init(_ text: String, _ look: Look = .plain) { (self.text, self.look) = (text, look) }
  }

  /// The texts of the line, from left to right.
  package var pieces: [Piece]

  init(_ text: String, _ look: Look = .plain) { pieces = [Piece(text, look)] }

  init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The whole of it, without blanks at its end.
  package var text: String {
    let whole: String = pieces.map(\.text).joined()
    return String(whole.trimmingEnd { $0 == " " })
  }
}

extension HelpPage {
  /// The page in lines of at most that many columns; code may be wider.
  ///
  /// - Parameter insertion: What the program puts in where the page says so.
  package func lines(width: Int, insertion: (String) -> [Block] = { _ in [] }) -> [HelpLine] {
    var lines: [HelpLine] = []
    for block in blocks.flatMap({ Self.filled($0, insertion) }) {
      if !lines.isEmpty { lines.append(HelpLine("")) }
      lines += Self.lines(of: block, width)
    }
    return lines
  }

  private static func filled(_ block: Block, _ insertion: (String) -> [Block]) -> [Block] {
    if case .insertion(let name) = block { insertion(name) } else { [block] }
  }

  /// One block in lines of at most that many columns.
  package static func lines(of block: Block, _ width: Int) -> [HelpLine] {
    switch block {
    case .heading(let text, _): [HelpLine(text, .heading)]
    case .paragraph(let text): wrapped(HelpText.plain(text), width).map { HelpLine($0) }
    case .items(let items):
      items.flatMap { item in
        wrapped(HelpText.plain(item), width - 2).enumerated().map {
          HelpLine(($0 == 0 ? "- " : "  ") + $1)
        }
      }
    case .table(let rows): table(rows, width)
    case .code(let code): code.map { HelpLine("  " + $0, .code) }
    case .insertion: []
    }
  }

  // MARK: Tables

  /// The most columns a cell before the last one takes in a line with others.
  private static let mostColumns = 34

  /// The rows of a table, the head left out: the first cell says what the others are about.
  private static func table(_ rows: [[String]], _ width: Int) -> [HelpLine] {
    let body = rows.dropFirst()
    let count = body.map(\.count).max() ?? 0
    let widths = (0..<max(0, count - 1)).map { place in
      body.map { $0.count > place ? displayWidth(of: $0[place]) : 0 }.filter { $0 <= mostColumns }
        .max() ?? 0
    }
    return body.flatMap { row(Array($0), widths, width) }
  }

  private static func row(_ cells: [String], _ widths: [Int], _ width: Int) -> [HelpLine] {
    let indent = widths.reduce(2) { $0 + $1 + 2 }
    var lines: [HelpLine] = []
    var pieces = [HelpLine.Piece("  ")]
    var column = 2
    for (place, cell) in cells.dropLast().enumerated() {
      let end = column + widths[place] + 2
      let used = displayWidth(of: cell)
      pieces.append(HelpLine.Piece(cell, place == 0 ? .code : .plain))
      if used > widths[place] {
        lines.append(HelpLine(pieces))
        pieces = [HelpLine.Piece(String(repeating: " ", count: end))]
      } else {
        pieces.append(HelpLine.Piece(String(repeating: " ", count: end - column - used)))
      }
      column = end
    }
    let rest = wrapped(cells.last ?? "", max(width - indent, 20))
    for (number, text) in rest.enumerated() {
      if number > 0 { pieces = [HelpLine.Piece(String(repeating: " ", count: indent))] }
      lines.append(HelpLine(pieces + [HelpLine.Piece(text)]))
    }
    return lines
  }

  // MARK: Words

  /// A text in lines, broken at blanks.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = [""]
    var used = 0
    for word in text.split(separator: " ") {
      let columns = displayWidth(of: String(word))
      if used > 0, used + 1 + columns > width {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1] += (used > 0 ? " " : "") + word
      used += (used > 0 ? 1 : 0) + columns
    }
    return lines
  }
}
