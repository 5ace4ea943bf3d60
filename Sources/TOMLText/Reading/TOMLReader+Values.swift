extension TOMLReader {
  /// Reads a value.
  /// - Parameter depth: How many tables and lists hold it.
  mutating func readValue(depth: Int) throws(TOMLFault) -> TOMLValue {
    let place = cursor.place
    let form: TOMLValue.Form
    if cursor.isAt("\"") || cursor.isAt("'") {
      form = .string(try readString(isKey: false))
    } else if cursor.isAt("[") || cursor.isAt("{") {
      guard depth <= Self.nestingLimit else { throw Self.nestsTooDeep(at: place) }
      form =
        cursor.take("[")
        ? try readArray(depth: depth)
        : try readTable(TableDraft(.header, at: place, depth: depth))
    } else {
      form = try readWord()
    }
    return TOMLValue(form: form, place: place)
  }

  /// Reads a list behind its bracket.
  private mutating func readArray(depth: Int) throws(TOMLFault) -> TOMLValue.Form {
    var values: [TOMLValue] = []
    try skipLines()
    while !cursor.take("]") {
      values.append(try readValue(depth: depth + 1))
      try skipLines()
      guard cursor.take(",") || cursor.isAt("]") else { throw cursor.fault("expected ',' or ']'") }
      try skipLines()
    }
    return .array(values)
  }

  /// Reads a table from its brace on.
  private mutating func readTable(_ draft: TableDraft) throws(TOMLFault) -> TOMLValue.Form {
    _ = cursor.take("{")
    cursor.skipBlanks()
    if cursor.take("}") { return .table(draft.table) }
    repeat {
      try readSetting(into: draft)
      cursor.skipBlanks()
    } while cursor.take(",")
    guard cursor.take("}") else { throw cursor.fault("expected ',' or '}'") }
    return .table(draft.table)
  }

  /// Reads what has no quotes or brackets: true, false, a number, a date, a time.
  private mutating func readWord() throws(TOMLFault) -> TOMLValue.Form {
    let start = cursor
    var word = cursor.take(while: Self.isWord)
    // A blank may stand between a date and a time.
    if TOMLMoment.isDate(word), cursor.isAt(" "),
      let next = cursor.bytes.dropFirst(cursor.index + 1).first, NumberSyntax.digit(next) < 10
    {
      cursor.skipBlanks()
      word = cursor.bytes[word.startIndex..<cursor.take(while: Self.isWord).endIndex]
    }
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if TOMLMoment.isMeant(by: word) {
      if let moment = TOMLMoment(word) { return .moment(moment) }
      throw start.fault(
        "there is no such date or time; they are written 1979-05-27, 07:32:00, 1979-05-27T07:32:00Z"
      )
    }
    do throws(NumberSyntax.Flaw) {
      if let number = try NumberSyntax.form(of: word) { return number }
    } catch {
      throw start.fault("'\(text.prefix(40))' is no number: \(error.rawValue)")
    }
    throw start.fault(
      "expected a text in quotes, true, false, a number, a date, a list or a table")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isBare(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }
}
