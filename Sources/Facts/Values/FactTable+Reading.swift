import JSONText
import TOMLText

extension FactTable {
  /// Reads a file that states facts: JSON where it begins with `{`, which no TOML does, else TOML.
  ///
  /// Takes time in proportion to the text.
  /// - Throws: the first fault with its line.
  package init(reading bytes: [UInt8]) throws(FactFault) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let isJSON = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    self = isJSON ? try Self.json(bytes) : try Self.toml(bytes)
  }

  /// Whether a file is read as JSON.
  package static func isJSON(_ bytes: [UInt8]) -> Bool {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  // MARK: TOML

  private static func toml(_ bytes: [UInt8]) throws(FactFault) -> FactTable {
    let read: TOMLTable
    do throws(TOMLFault) { read = try TOMLTable(bytes) } catch {
      throw FactFault(line: error.place.line, error.reason)
    }
    return try table(read)
  }

  /// Nests as deep as the reader of TOML lets tables nest.
  private static func table(_ table: TOMLTable) throws(FactFault) -> FactTable {
    var entries: [(name: String, value: FactValue)] = []
    for entry in table.entries { entries.append((entry.key.name, try value(entry.value))) }
    return FactTable(entries, line: table.place.line)
  }

  private static func value(_ value: TOMLValue) throws(FactFault) -> FactValue {
    let form: FactValue.Form
    switch value.form {
    case .string(let text): form = .text(text)
    case .integer(let number): form = .word("\(number)")
    case .float(let number): form = .word("\(number)")
    case .boolean(let isTrue): form = .word("\(isTrue)")
    case .moment:
      throw FactFault(line: value.place.line, "a date or a time needs quotes here")
    case .array(let array):
      var values: [FactValue] = []
      for inner in array { values.append(try Self.value(inner)) }
      form = .list(values)
    case .table(let inner): form = .table(try table(inner))
    }
    return FactValue(form, line: value.place.line)
  }

  // MARK: JSON

  private static let deepest = 64

  private static func json(_ bytes: [UInt8]) throws(FactFault) -> FactTable {
    var reader = JSONReader(bytes)
    do throws(JSONFault) {
      let table = try object(&reader, depth: 0)
      guard reader.isAtEnd() else { throw reader.fault("something stands behind the last }") }
      return table
    } catch {
      throw FactFault(line: error.line, error.reason)
    }
  }

  private static func object(
    _ reader: inout JSONReader, depth: Int
  ) throws(JSONFault) -> FactTable {
    let line = reader.line()
    var entries: [(name: String, value: FactValue)] = []
    var names: Set<String> = []
    try reader.readObject { reader, name throws(JSONFault) in
      guard names.insert(name).inserted else { throw reader.fault("'\(name)' stands twice") }
      entries.append((name, try value(&reader, depth: depth + 1)))
    }
    return FactTable(entries, line: line)
  }

  private static func value(
    _ reader: inout JSONReader, depth: Int
  ) throws(JSONFault) -> FactValue {
    guard depth < deepest else { throw reader.fault("it nests too deep, more than \(deepest)") }
    let line = reader.line()
    switch try reader.next() {
    case .string: return FactValue(.text(try reader.readText() ?? ""), line: line)
    case .word: return FactValue(try reader.readText().map { .word($0) } ?? .nothing, line: line)
    case .object: return FactValue(.table(try object(&reader, depth: depth)), line: line)
    case .array:
      var values: [FactValue] = []
      try reader.readArray { reader throws(JSONFault) in
        values.append(try value(&reader, depth: depth + 1))
      }
      return FactValue(.list(values), line: line)
    }
  }
}
