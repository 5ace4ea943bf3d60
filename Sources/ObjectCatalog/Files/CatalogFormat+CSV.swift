extension CatalogFormat {
  /// A table with a header; whatever is no other format is read as one, but for XML.
  static let csv = CatalogFormat(
    name: "CSV", endings: [".csv", ".txt"], begins: { $0 != UInt8(ascii: "<") },
    read: { text, _, file throws(CatalogFault) in try file.readCSV(text) })
}

extension CatalogFile {
  /// A header that names the columns Kind, Id, Name and perhaps Version, in any order, then a row a
  /// line; commas, semicolons or tabs, as the header has them.
  fileprivate mutating func readCSV(_ text: [UInt8]) throws(CatalogFault) {
    var table = CSVTable(text)
    guard let header = try table.next() else { throw CatalogFault("it is empty") }
    let columns = header.cells.map { SiteRecord.field($0) }
    for (field, word) in [(SiteRecord.Field.kind, "Kind"), (.id, "Id")]
    where !columns.contains(field) {
      throw CatalogFault(
        line: header.line, "the header has no column \(word); expected Kind,Id,Name[,Version]")
    }
    while let row = try table.next() {
      var record = SiteRecord(line: row.line)
      for case (let field?, let cell) in zip(columns, row.cells) { record[field] = cell }
      add(record, nil)
    }
  }
}
