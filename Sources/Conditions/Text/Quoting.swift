/// How names and values are written in a condition's text.
///
/// A text that could be read as something else stands in double quotes. Inside, `""` is one quote, and
/// a backtick begins what cannot be seen, as in PowerShell: `` `n `` a line end, `` `t `` a tab,
/// `` `r ``, `` `u{A0} `` any character by its number, ` `` ` a backtick. A backslash is a backslash.
package enum Quoting {
  /// A value, in quotes only where it needs them.
  static func value(_ text: String) -> String {
    isBare(text) && !wordsAfterValues.contains(text.lowercased()) ? text : quoted(text)
  }

  /// The name of a variable, in quotes only where it needs them.
  static func name(_ text: String) -> String {
    let lower = text.lowercased()
    let isFree = !wordsAfterValues.contains(lower) && !wordsBeforeOperands.contains(lower)
    return isBare(text) && isFree ? text : quoted(text)
  }

  /// Words that go on after a value, and so are no values without quotes.
  static let wordsAfterValues: Set<String> = [
    "and", "or", "not", "with", "exists", "like", "-and", "-or", "-not",
  ]

  /// Words that begin an operand, and so are no variables without quotes.
  static let wordsBeforeOperands: Set<String> = [
    "all", "any", "none", "always", "wmi", "file", "folder", "registry", "software", "os",
    "expression", "xml",
  ]

  /// A text in quotes.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", " ", "-", "/", "\\", ".", "<", ">":
        result.unicodeScalars.append(scalar)
      case "\"": result += "\"\""
      case "`": result += "``"
      case "\n": result += "`n"
      case "\r": result += "`r"
      case "\t": result += "`t"
      case _ where isUnseen(scalar):
        result += "`u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a text is one word to the lexer, whatever stands around it.
  package static func isBare(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isBeginning(first) else { return false }
    return text.unicodeScalars.allSatisfy { isWord($0) && $0 != "'" && $0 != "`" }
      && text.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic }
  }

  private static func isBeginning(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || scalar.properties.generalCategory != .nonspacingMark
  }

  /// Whether a character is part of a word.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", ",", "\"", "=", "<", ">", "!": false
    default: !scalar.properties.isWhitespace && !isUnseen(scalar)
    }
  }

  /// Whether a character shows nothing of itself, or breaks the line.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }
}
