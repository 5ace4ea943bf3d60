/// The `<?xml … ?>` at the start of a file.
struct XMLDeclaration {
  /// The name after `encoding=`, as it is spelled.
  var encoding: String?
  /// Where the declaration ends.
  var end: Int

  /// Reads the declaration at `start`, which is known to begin with `<?xml` and a blank.
  static func parse(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Parser.Fault) -> XMLDeclaration {
    var reader = Reader(end: end, position: start + 5)
    guard let version = try reader.pseudoAttribute(bytes, "version") else {
      throw reader.fault("expected version=\"1.0\" in the XML declaration")
    }
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "1",
      parts[1].utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { throw reader.badValue("XML version '\(version)' is not known; expected 1.0") }
    let encoding = try reader.pseudoAttribute(bytes, "encoding")
    if let encoding, !isEncodingName(encoding) {
      throw reader.badValue("'\(encoding)' cannot name an encoding; expected UTF-8 or another name")
    }
    if let standalone = try reader.pseudoAttribute(bytes, "standalone"),
      standalone != "yes", standalone != "no"
    {
      throw reader.badValue("standalone is '\(standalone)'; expected 'yes' or 'no'")
    }
    return XMLDeclaration(encoding: encoding, end: try reader.close(bytes))
  }

  private static func isEncodingName(_ name: String) -> Bool {
    var isFirst = true
    for byte in name.utf8 {
      let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      let isOther =
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      guard isLetter || (isOther && !isFirst) else { return false }
      isFirst = false
    }
    return !isFirst
  }

  private struct Reader {
    let end: Int
    var position: Int
    /// Where the last value starts.
    var value = 0

    /// The value of the pseudo-attribute of that name when it comes next.
    mutating func pseudoAttribute(
      _ bytes: Span<UInt8>, _ name: String
    ) throws(Parser.Fault) -> String? {
      var index = position
      skipSpace(bytes, &index)
      let hadSpace = index > position
      for byte in name.utf8 {
        guard index < end, bytes[index] == byte else { return nil }
        index += 1
      }
      guard hadSpace else { throw fault("expected a blank before '\(name)'") }
      skipSpace(bytes, &index)
      guard index < end, bytes[index] == UInt8(ascii: "=") else {
        throw fault("expected '=' after '\(name)'", index)
      }
      index += 1
      skipSpace(bytes, &index)
      guard index < end,
        bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      else { throw fault("expected a value in quotes", index) }
      let quote = bytes[index]
      let start = index + 1
      index = start
      while index < end, bytes[index] != quote, bytes[index] != UInt8(ascii: "<") { index += 1 }
      guard index < end, bytes[index] == quote else {
        throw Parser.Fault(
          offset: start - 1, reason: "the value is not closed; expected the other quote",
          ranOut: index >= end)
      }
      position = index + 1
      value = start
      return text(bytes, start, index - start)
    }

    mutating func close(_ bytes: Span<UInt8>) throws(Parser.Fault) -> Int {
      skipSpace(bytes, &position)
      guard position + 1 < end, bytes[position] == UInt8(ascii: "?"),
        bytes[position + 1] == UInt8(ascii: ">")
      else { throw fault("expected '?>' at the end of the XML declaration") }
      return position + 2
    }

    func fault(_ reason: String, _ offset: Int? = nil) -> Parser.Fault {
      Parser.Fault(offset: offset ?? position, reason: reason)
    }

    func badValue(_ reason: String) -> Parser.Fault { fault(reason, value) }

    private func skipSpace(_ bytes: Span<UInt8>, _ index: inout Int) {
      while index < end, isSpace(bytes[index]) { index += 1 }
    }
  }
}
