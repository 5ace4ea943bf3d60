/// A piece of the text of a condition, or of another line in that spelling.
package struct Token: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Characters without quotes.
    case word(String)
    /// What stands between quotes.
    case string(String)
    /// `=`, `!=`, `<` …
    case sign(Comparison)
    case open, close, comma
    case end
  }

  package let kind: Kind
  /// Where it stands, in Unicode scalars.
  package let range: Range<Int>
}

/// Splits the text of a condition into tokens.
///
/// It works on Unicode scalars: a combining mark after a quote must not hide the quote.
package struct Lexer {
  /// Why the text cannot be split, and where in scalars.
  package struct Fault: Error {
    package let position: Int
    package let reason: String
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// Whether a string is what is written, to the character: line ends of every kind, and what XML
  /// cannot hold.
  private let isVerbatim: Bool

  /// Splits a whole text; the last token is the end.
  static func tokens(of text: String) throws(Fault) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  /// Begins at the start of a text.
  package init(_ text: String, isVerbatim: Bool = false) {
    scalars = Array(text.unicodeScalars)
    self.isVerbatim = isVerbatim
  }

  /// The next token; from the last one on, the end.
  /// - Throws: what no token begins with or ends with; what comes after it is not looked at.
  package mutating func next() throws(Fault) -> Token {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    let start = position
    guard position < scalars.count else { return Token(kind: .end, range: start..<start) }
    let kind = try kind()
    return Token(kind: kind, range: start..<position)
  }

  private mutating func kind() throws(Fault) -> Token.Kind {
    let first = scalars[position]
    switch first {
    case "\"", "'": return .string(try string(first))
    case "(": return one(.open)
    case ")": return one(.close)
    case ",": return one(.comma)
    case "=":
      _ = take("=")
      _ = take("=")
      return .sign(.equals)
    case "!":
      guard position + 1 < scalars.count, scalars[position + 1] == "=" else {
        throw Fault(position: position, reason: "“!” stands only in “!=”; write “not”")
      }
      position += 2
      return .sign(.notEquals)
    case "<":
      position += 1
      return take(">") ? .sign(.notEquals) : .sign(take("=") ? .lessEqual : .less)
    case ">":
      position += 1
      return .sign(take("=") ? .greaterEqual : .greater)
    default: return .word(try word())
    }
  }

  private mutating func one(_ kind: Token.Kind) -> Token.Kind {
    position += 1
    return kind
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < scalars.count, scalars[position] == scalar else { return false }
    position += 1
    return true
  }

  private mutating func word() throws(Fault) -> String {
    var word = ""
    while position < scalars.count, Quoting.isWord(scalars[position]) {
      word.unicodeScalars.append(scalars[position])
      position += 1
    }
    guard !word.isEmpty else {
      let code = String(scalars[position].value, radix: 16, uppercase: true)
      throw Fault(
        position: position,
        reason: "the character U+\(code) cannot be seen; write `u{\(code)} in quotes")
    }
    return word
  }

  private mutating func string(_ quote: Unicode.Scalar) throws(Fault) -> String {
    let start = position
    position += 1
    var text = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == quote {
        guard take(quote) else {
          return isVerbatim ? String(text) : Self.joiningLineEnds(text)
        }
        text.append(quote)
      } else if scalar == "`", quote == "\"" {
        text.append(try escape())
      } else {
        guard canHold(scalar) else {
          throw Fault(position: position - 1, reason: "this character cannot stand in XML")
        }
        text.append(scalar)
      }
    }
    throw Fault(position: start, reason: "this quote is not closed")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let start = position - 1
    guard position < scalars.count else {
      throw Fault(position: start, reason: "this backtick stands at the end")
    }
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "`", "\"": return scalar
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      guard take("{"), let end = scalars[position...].firstIndex(of: "}"), end - position <= 6,
        let number = UInt32(
          String(String.UnicodeScalarView(scalars[position..<end])), radix: 16),
        let result = Unicode.Scalar(number), canHold(result)
      else { throw Fault(position: start, reason: "this is no character: write `u{A0}") }
      position = end + 1
      return result
    default:
      throw Fault(
        position: start, reason: "after a backtick stands n, t, r, u{…} or a second backtick")
    }
  }

  /// The text with every line end as LF, as XML hands it on.
  private static func joiningLineEnds(_ scalars: String.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      while scalar == "\n", text.last == "\r" { text.removeLast() }
      text.append(scalar)
    }
    return String(text)
  }

  /// Whether a string can hold a character: all but what XML cannot.
  private func canHold(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: isVerbatim
    }
  }
}
