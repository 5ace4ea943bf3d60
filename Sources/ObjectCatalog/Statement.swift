import TaskSequence
import XMLTree

/// What a person says of an object that no catalogue has: that it is there.
///
/// A catalogue that is older than the sequence is the reason; a table of the user's own keeps it.
package struct Statement: Equatable, Sendable {
  /// The object; its `stated` says since when.
  package let object: CatalogObject
  /// The folder of the sequences it holds for; empty for all.
  package let folder: String

  /// - Parameter moment: When it was said, in seconds since 1970.
  package init(_ object: CatalogObject, at moment: Int64, folder: String) {
    var object = object
    object.stated = moment
    self.object = object
    self.folder = folder
  }

  /// The columns of the table, in the order in which it is begun.
  private static let columns = ["Kind", "Id", "Name", "Version", "Date", "Folder"]

  /// What a table says, and what of it makes no sense.
  package static func read(_ bytes: [UInt8]) -> (statements: [Statement], faults: [CatalogFault]) {
    var statements: [Statement] = []
    var faults: [CatalogFault] = []
    do throws(CatalogFault) {
      var table = try CSVTable(file: bytes)
      let header = try table.next()?.cells.map { $0.lowercased() } ?? []
      while let row = try table.next() {
        do throws(CatalogFault) { statements.append(try Statement(row, header)) } catch {
          faults.append(error)
        }
      }
    } catch {
      faults.append(error)
    }
    return (statements, faults)
  }

  private init(_ row: CSVTable.Row, _ header: [String]) throws(CatalogFault) {
    var record = SiteRecord(line: row.line)
    var (date, folder) = ("", "")
    for (column, cell) in zip(header, row.cells) where !cell.isEmpty {
      switch column {
      case "date": date = cell
      case "folder": folder = cell
      default: if let field = SiteRecord.field(column) { record[field] = cell }
      }
    }
    guard record[.kind] != nil else {
      throw CatalogFault(line: row.line, "it does not say what kind of object this is")
    }
    guard let moment = Moment.seconds(of: date) else {
      throw CatalogFault(line: row.line, "'\(date)' is no date such as 2026-11-30")
    }
    self.init(try record.object(nil), at: moment, folder: folder)
  }

  /// The text of a table with this one added, in the columns it has; nil begins one.
  /// - Throws: when the table cannot be read, or lacks a column.
  package func added(to bytes: [UInt8]?) throws(CatalogFault) -> String {
    guard let bytes, !bytes.isEmpty else {
      let header = Self.columns.joined(separator: ",")
      return "\(header)\n\(row(Self.columns, separator: ","))\n"
    }
    guard let text = FileText(bytes)?.text else { throw .unreadable }
    var table = CSVTable(text)
    let header = try table.next()?.cells ?? []
    let names = header.map { $0.lowercased() }
    for column in Self.columns where !names.contains(column.lowercased()) {
      throw CatalogFault(line: 1, "the header has no column \(column)")
    }
    let separator = String(decoding: [table.separator], as: UTF8.self)
    let end = text.last == UInt8(ascii: "\n") ? "" : "\n"
    return String(decoding: text, as: UTF8.self) + end + row(header, separator: separator) + "\n"
  }

  private func row(_ columns: [String], separator: String) -> String {
    columns.map { column in
      let cell =
        switch column.lowercased() {
        case "kind": object.kind.rawValue
        case "id": object.id
        case "name": object.name
        case "version": object.version
        case "date": object.stated.map(Moment.text) ?? ""
        case "folder": folder
        default: ""
        }
      let isPlain = !cell.contains { [",", ";", "\t", "\"", "\n", "\r", "\r\n"].contains($0) }
      return isPlain ? cell : "\"\(cell.replacing("\"", with: "\"\""))\""
    }.joined(separator: separator)
  }
}
