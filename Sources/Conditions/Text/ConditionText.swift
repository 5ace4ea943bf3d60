/// What the text of a condition says.
package enum ConditionText {
  /// Reads a text.
  ///
  /// `always`, like nothing at all, is nil: nothing has to hold.
  /// - Throws: the first fault, its place and what could stand there.
  package static func parse(_ text: String) throws(ConditionFault) -> Operand? {
    try outcome(of: text).get()
  }

  /// What could stand at the end of a text, for completion.
  ///
  /// Nothing when the text is wrong before its end.
  package static func expectations(after text: String) -> [Expectation] {
    guard let tokens = try? Lexer.tokens(of: text) else { return [] }
    var parser = Parser(tokens)
    switch parser.result {
    case .success: return parser.awaited
    case .failure(let fault): return fault.isAtEnd ? parser.awaited : []
    }
  }

  private static func outcome(of text: String) -> Result<Operand?, ConditionFault> {
    func fault(_ position: Int, _ reason: String, _ expected: [Expectation] = []) -> ConditionFault
    {
      let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(position)))
      return ConditionFault(position: before.count, reason: reason, expected: expected)
    }
    do throws(Lexer.Fault) {
      var parser = Parser(try Lexer.tokens(of: text))
      return parser.result.mapError { fault($0.position, $0.reason, $0.expected) }
    } catch {
      return .failure(fault(error.position, error.reason))
    }
  }

  /// The text of an operand; nil is `always`.
  package static func format(_ operand: Operand?) -> String {
    guard let operand else { return "always" }
    if case .group(let junction, let operands) = operand, junction != .none, operands.count > 1 {
      return operands.map(\.inner).joined(separator: junction == .all ? " and " : " or ")
    }
    return operand.inner
  }
}
