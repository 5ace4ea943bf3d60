import JSONText
import TaskSequence

extension CatalogFormat {
  /// tsedit's own files, answers of the AdminService, what `ConvertTo-Json` makes of rows.
  static let json = CatalogFormat(
    name: "JSON", endings: [".json"],
    begins: { [UInt8(ascii: "{"), UInt8(ascii: "[")].contains($0) },
    read: { text, name, file throws(CatalogFault) in
      do throws(JSONFault) { try file.readJSON(text, name) } catch {
        throw CatalogFault(line: error.line, error.reason)
      }
    })
}

extension CatalogFile {
  /// Rows side by side, arrays of them, and objects around them, in any nesting the field's scripts
  /// leave: one answer, several pages one after the other, an array of pages, the rows alone.
  fileprivate mutating func readJSON(_ text: [UInt8], _ name: String) throws(JSONFault) {
    var reader = JSONReader(text)
    repeat { try readValue(&reader, name, depth: 0) } while !reader.isAtEnd()
  }

  private mutating func readValue(
    _ reader: inout JSONReader, _ className: String?, depth: Int
  ) throws(JSONFault) {
    guard depth < 8 else { return try reader.skip() }
    switch try reader.next() {
    case .object: try readRow(&reader, className, depth: depth)
    case .array:
      try reader.readArray { reader throws(JSONFault) in
        try readValue(&reader, className, depth: depth + 1)
      }
    case .string, .word: throw reader.fault("expected an object with properties")
    }
  }

  /// Reads a row, or an answer that has rows as its `value` or `objects`.
  private mutating func readRow(
    _ reader: inout JSONReader, _ around: String?, depth: Int
  ) throws(JSONFault) {
    var record = SiteRecord(line: reader.line())
    var className = around
    var isAnswer = false
    var isPage = false
    try reader.readObject { reader, name throws(JSONFault) in
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
