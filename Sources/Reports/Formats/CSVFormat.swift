/// A report that is a table.
package protocol TableReport {
  /// The titles of the columns.
  static var columns: [String] { get }
  /// A cell for each column; what is from elsewhere can drive no terminal.
  var rows: [[String]] { get }
}

extension Format where Content: TableReport {
  /// For spreadsheets: rows as RFC 4180 has them, with line ends of this system.
  package static var csv: Format {
    Format("csv") { report in
      ([Content.columns] + report.rows).map { row in
        row.map(quoted).joined(separator: ",") + "\n"
      }.joined()
    }
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) })
      ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
