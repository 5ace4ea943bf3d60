extension ConditionText {
  /// A text that is being typed: what could stand where its last word begins.
  package struct Beginning: Equatable, Sendable {
    /// How many characters of the text the last word has so far, its quote included.
    package let typed: Int
    /// The last word so far, without its quote.
    package let part: String
    /// Whether the last word is in quotes.
    package let isQuoted: Bool
    /// What could stand there.
    package let expected: [Expectation]
  }

  /// Looks at what stands before the cursor.
  package static func beginning(_ text: String) -> Beginning {
    let scalars = Array(text.unicodeScalars)
    func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part))
    }
    var start = scalars.count
    do throws(Lexer.Fault) {
      if let last = try Lexer.tokens(of: text).dropLast().last, last.range.upperBound == start {
        if case .word = last.kind { start = last.range.lowerBound }
      }
    } catch {
      start = error.position
    }
    let isQuoted = start < scalars.count && (scalars[start] == "\"" || scalars[start] == "'")
    let part = string(scalars[(isQuoted ? start + 1 : start)...])
    return Beginning(
      typed: string(scalars[start...]).count, part: part, isQuoted: isQuoted,
      expected: expectations(after: string(scalars[..<start])))
  }

  /// A value as the text has it, in quotes where it needs them.
  package static func value(_ text: String) -> String { Quoting.value(text) }

  /// A variable's name as the text has it, in quotes where it needs them.
  package static func name(_ text: String) -> String { Quoting.name(text) }
}
