import XMLTree

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
  let separator: UInt8

  /// What the line says that Windows PowerShell puts first; nil where it did not.
  package let type: String?

  /// Starts before the header, after what Windows PowerShell and Excel put first: `#TYPE` and a class,
  /// `sep=` and the separator.
  ///
  /// Where none is named, the separator is the first of comma, semicolon and tab in the header that
  /// stands in no quotes.
  package init(_ text: [UInt8]) {
    bytes = text
    index = 0
    line = 1
    func rest(after opening: String) -> ArraySlice<UInt8>? {
      guard text.starts(with: opening.utf8) else { return nil }
      return text[opening.utf8.count...].prefix { $0 != UInt8(ascii: "\n") }
    }
    let typed = rest(after: "#TYPE")
    type = typed.map { String(decoding: $0, as: UTF8.self) }
    let named = rest(after: "sep=")
    if let first = typed ?? named {
      index = min(first.endIndex + 1, text.count)
      line = 2
    }
    var isQuoted = false
    let usual: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let found = text[index...].prefix { $0 != UInt8(ascii: "\n") }.first { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted && usual.contains(byte)
    }
    separator = named?.first ?? found ?? UInt8(ascii: ",")
  }

  /// Starts before the header of a file, in any encoding a catalogue may have.
  /// - Throws: when its bytes are no text.
  package init(file: [UInt8]) throws(CatalogFault) {
    guard let text = FileText(file)?.text else { throw .unreadable }
    self.init(text)
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
