import TaskSequence

/// Reads a file of objects: tsedit's own JSON, answers of the AdminService, CSV; in UTF-8, or in the
/// UTF-16 that Windows PowerShell writes.
package struct CatalogFile: Sendable {
  /// What the file knows.
  package private(set) var catalog = Catalog()
  /// How many objects were in it.
  package private(set) var count = 0
  /// What could not be made sense of; the rest of the file counts.
  package private(set) var faults: [CatalogFault] = []
  /// When the objects were told, in seconds since 1970, where the file says it.
  package private(set) var written: Int64?
  /// The kinds it says there may be more of.
  private var partial: Set<ReferenceKind> = []
  /// Whether the last answer in it says that there are more pages.
  private var hasMore = false
  /// How many faults of one file are told.
  private static let faultLimit = 5

  /// Reads a file.
  ///
  /// - Parameter name: The file's name, which may say what class its rows are of.
  package init(_ bytes: [UInt8], name: String) {
    let text = PlainText.utf8(bytes)
    let first = text.first { $0 > 0x20 }
    do throws(CatalogFault) {
      switch first {
      case UInt8(ascii: "{"), UInt8(ascii: "["): try readJSON(text, name)
      case UInt8(ascii: "<"): throw CatalogFault(line: 1, "it is XML; expected JSON or CSV")
      case nil: throw CatalogFault("it is empty")
      default: try readCSV(text)
      }
    } catch {
      faults.append(error)
    }
    // What is missing in part proves nothing about what is not in it.
    if faults.isEmpty, !hasMore { catalog.completeKinds(but: partial) }
  }

  private mutating func add(_ record: SiteRecord, _ className: String?) {
    do throws(CatalogFault) {
      catalog.add(try record.object(className))
      count += 1
    } catch {
      if faults.count < Self.faultLimit { faults.append(error) }
    }
  }
}

// MARK: JSON

extension CatalogFile {
  /// Rows side by side, arrays of them, and objects around them, in any nesting the field's scripts
  /// leave: one answer, several pages one after the other, an array of pages, the rows alone.
  private mutating func readJSON(_ text: [UInt8], _ name: String) throws(CatalogFault) {
    var reader = JSONReader(text)
    repeat { try readValue(&reader, name, depth: 0) } while !reader.isAtEnd()
  }

  private mutating func readValue(
    _ reader: inout JSONReader, _ className: String?, depth: Int
  ) throws(CatalogFault) {
    guard depth < 8 else { return try reader.skip() }
    switch try reader.next() {
    case .object: try readRow(&reader, className, depth: depth)
    case .array:
      try reader.readArray { reader throws(CatalogFault) in
        try readValue(&reader, className, depth: depth + 1)
      }
    case .string, .word: throw reader.fault("expected an object with properties")
    }
  }

  /// Reads a row, or an answer that has rows as its `value` or `objects`.
  private mutating func readRow(
    _ reader: inout JSONReader, _ around: String?, depth: Int
  ) throws(CatalogFault) {
    var record = SiteRecord(line: reader.line())
    var className = around
    var isAnswer = false
    var isPage = false
    try reader.readObject { reader, name throws(CatalogFault) in
      if name == "@odata.context" {
        className = try reader.readText() ?? className
      } else if name == "@odata.nextLink" {
        isPage = try reader.readText() != nil
      } else if name == "partial", try reader.next() == .array {
        partial.formUnion(try reader.readTexts().compactMap(ReferenceKind.init(named:)))
      } else if name == "needs", try reader.next() == .array {
        record.needs = try reader.readTexts()
      } else if name == "value" || name == "objects", try reader.next() == .array {
        isAnswer = true
        try readValue(&reader, className, depth: depth + 1)
      } else if name == "asOf" {
        written = try reader.readText().flatMap { Int64($0) }
        isAnswer = true
      } else if let field = SiteRecord.field(name) {
        record[field] = try reader.readText()
      } else {
        try reader.skip()
      }
    }
    if isAnswer { hasMore = isPage } else { add(record, className) }
  }
}

// MARK: CSV

extension CatalogFile {
  /// A header that names the columns Kind, Id, Name and perhaps Version, in any order, then a row a
  /// line; commas, semicolons or tabs, as the header has them.
  private mutating func readCSV(_ text: [UInt8]) throws(CatalogFault) {
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
