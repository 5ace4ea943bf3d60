/// A table of text, one row a line; cells may stand in quotes, and there hold separators, line ends and
/// doubled quotes.
package struct CSVTable {
  /// A row that is not empty.
  package struct Row {
    /// Where it begins, counted from 1.
    package let line: Int
    package let cells: [String]
  }

  private let bytes: [UInt8]
  private var index: Int
  private var line: Int
  private let separator: UInt8

  /// Starts before the header, after the `#TYPE` line that Windows PowerShell puts first.
  ///
  /// The separator is the first of comma, semicolon and tab in the first line.
  package init(_ text: [UInt8]) {
    bytes = text
    let isTyped = text.starts(with: Array("#TYPE".utf8))
    let newline = UInt8(ascii: "\n")
    index = isTyped ? (text.firstIndex(of: newline) ?? text.count - 1) + 1 : 0
    line = isTyped ? 2 : 1
    separator =
      text[index...].prefix { $0 != newline }
      .first { [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains($0) }
      ?? UInt8(ascii: ",")
  }

  /// The next row; nil at the end.
  package mutating func next() throws(CatalogFault) -> Row? {
    while index < bytes.count {
      let start = line
      let cells = try readRow()
      if cells.contains(where: { !$0.isEmpty }) { return Row(line: start, cells: cells) }
    }
    return nil
  }

  private mutating func readRow() throws(CatalogFault) -> [String] {
    var cells: [String] = []
    repeat { cells.append(try readCell()) } while take(separator)
    _ = take(UInt8(ascii: "\r"))
    if take(UInt8(ascii: "\n")) {
      line += 1
    } else if index < bytes.count {
      throw CatalogFault(line: line, "there is text after a closing quote")
    }
    return cells
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func readCell() throws(CatalogFault) -> String {
    guard take(UInt8(ascii: "\"")) else {
      let start = index
      while index < bytes.count, bytes[index] != separator, bytes[index] != UInt8(ascii: "\n") {
        index += 1
      }
      let cell = bytes[start..<index]
      let isLast = cell.last == UInt8(ascii: "\r")
      return String(decoding: isLast ? cell.dropLast() : cell, as: UTF8.self)
    }
    let start = line
    var cell: [UInt8] = []
    while index < bytes.count {
      if take(UInt8(ascii: "\"")) {
        guard take(UInt8(ascii: "\"")) else { return String(decoding: cell, as: UTF8.self) }
        cell.append(UInt8(ascii: "\""))
      } else {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        cell.append(bytes[index])
        index += 1
      }
    }
    throw CatalogFault(line: start, "a quote that opens here is not closed")
  }
}
