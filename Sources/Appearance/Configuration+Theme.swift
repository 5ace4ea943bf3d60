import TOMLText

extension Configuration {
  /// The text of `config.toml` with another theme to start with; all else stays byte for byte.
  ///
  /// A theme that is set is replaced where it stands; else a line is added before all values, after the
  /// comment the file begins with.
  /// - Throws: file, line and reason when the text makes no sense as it is.
  package static func text(
    _ bytes: [UInt8], settingTheme theme: String, file name: String
  ) throws(SettingsFault) -> [UInt8] {
    let table: TOMLTable
    do throws(TOMLFault) {
      table = try TOMLTable(bytes)
      _ = try table.string("theme")
    } catch { throw SettingsFault(file: name, error) }
    let value = Array(quoted(theme).utf8)
    if let place = table["theme"]?.place {
      let start = offset(of: place, in: bytes)
      return bytes[..<start] + value + bytes[end(of: start, in: bytes)...]
    }
    let start = afterHead(of: bytes)
    let hasReturns = bytes.firstIndex(of: lineFeed).map { $0 > 0 && bytes[$0 - 1] == 13 } ?? false
    let lineEnd = hasReturns ? [13, lineFeed] : [lineFeed]
    let isOpen = start > 0 && start == bytes.count && bytes[start - 1] != lineFeed && !isMark(bytes)
    return bytes[..<start] + (isOpen ? lineEnd : []) + Array("theme = ".utf8) + value + lineEnd
      + bytes[start...]
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether there is nothing but a byte order mark.
  private static func isMark(_ bytes: [UInt8]) -> Bool { bytes == mark }

  /// A basic string, with its quotes (toml.io/en/v1.0.0, String).
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  /// Where a place is among the bytes.
  private static func offset(of place: TOMLPlace, in bytes: [UInt8]) -> Int {
    var index = bytes.starts(with: mark) ? mark.count : 0
    for _ in 1..<place.line {
      index = (bytes[index...].firstIndex(of: lineFeed) ?? bytes.count - 1) + 1
    }
    var column = 1
    while column < place.column {
      index += 1
      // What goes on with a character is none of its own.
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return index
  }

  /// Where the string ends that begins somewhere; the text was read, so it does.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int {
    let quote = bytes[start]
    let isLong = bytes[start...].starts(with: [quote, quote, quote])
    var index = start + (isLong ? 3 : 1)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if !isLong {
        return index + 1
      } else {
        let run = bytes[index...].prefix { $0 == quote }.count
        // The quotes right before the end belong to the text.
        if run >= 3 { return index + run }
        index += run
      }
    }
    return bytes.count
  }

  /// Where the first value may stand: behind the comment that a file begins with and a blank line
  /// ends, else at the start.
  private static func afterHead(of bytes: [UInt8]) -> Int {
    let start = bytes.starts(with: mark) ? mark.count : 0
    var index = start
    while index < bytes.count {
      let line = bytes[index...].prefix { $0 != lineFeed }
      let first = line.first { $0 != 32 && $0 != 9 && $0 != 13 }
      guard first == UInt8(ascii: "#") else { return first == nil ? index : start }
      index = min(bytes.count, line.endIndex + 1)
    }
    return index
  }
}
