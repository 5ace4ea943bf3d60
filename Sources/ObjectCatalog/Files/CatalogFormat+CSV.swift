extension CatalogFormat {
  /// A table with a header; whatever is no other format is read as one, but for XML.
  static let csv = CatalogFormat(
    name: "CSV", endings: [".csv", ".txt"], begins: { $0 != UInt8(ascii: "<") },
    read: { text, name, file throws(CatalogFault) in try file.readCSV(text, name) })
}

extension CatalogFile {
  /// A header, then a row a line; commas, semicolons or tabs, as the header has them.
  ///
  /// The header names the columns Kind, Id, Name and perhaps Version, in any order, or it is that of a
  /// site's rows as `Export-Csv` writes them: then the class stands in them, above them, or in the
  /// file's name.
  fileprivate mutating func readCSV(_ text: [UInt8], _ name: String) throws(CatalogFault) {
    var table = CSVTable(text)
    guard let header = try table.next() else { throw CatalogFault("it is empty") }
    let columns = header.cells.map { SiteRecord.field($0) }
    let isSite =
      !columns.contains(.kind) && (columns.contains(.packageid) || columns.contains(.modelname))
    for (field, word) in [(SiteRecord.Field.kind, "Kind"), (.id, "Id")]
    where !isSite && !columns.contains(field) {
      throw CatalogFault(
        line: header.line,
        "the header has no column \(word); expected Kind,Id,Name[,Version], or PackageID or ModelName "
          + "as a site has them")
    }
    let typed = table.type.flatMap { SiteRecord.className(in: $0) == nil ? nil : $0 }
    while let row = try table.next() {
      var record = SiteRecord(line: row.line)
      for case (let field?, let cell) in zip(columns, row.cells) where !cell.isEmpty {
        record[field] = cell
      }
      add(record, typed ?? name)
    }
  }
}
