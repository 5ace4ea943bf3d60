/// Reads tokens as a condition.
///
///     condition = [ "always" | or ]
///     or        = and { "or" and }
///     and       = operand { "and" operand }
///     operand   = "not" operand | "(" or ")" | ("all" | "any" | "none") "(" [ or { "," or } ] ")"
///               | test [ "with" "(" setting { "," setting } ")" ]
///
/// The tests are in `Parser+Tests.swift`. A chain of `and` or `or` is one group; a group in
/// parentheses inside a chain stays one of its own.
struct Parser {
  /// A fault with its place in scalars.
  struct Fault: Error {
    let position: Int
    let reason: String
    let expected: [Expectation]
    /// Whether the text only ends too early.
    let isAtEnd: Bool
  }

  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  /// What could stand at the end of the text, as far as it was read.
  private(set) var awaited: [Expectation] = []

  /// Deeper than any XML the program reads can nest.
  private static let deepest = 250

  init(_ tokens: [Token]) { self.tokens = tokens }

  /// Reads all tokens.
  var result: Result<Operand?, Fault> {
    mutating get {
      do throws(Fault) { return .success(try condition()) } catch { return .failure(error) }
    }
  }

  private mutating func condition() throws(Fault) -> Operand? {
    if token.kind == .end {
      awaited.append(.operand)
      return nil
    }
    if takes("always") {
      guard token.kind == .end else { throw fault("nothing stands beside “always”", []) }
      return nil
    }
    let operand = try chain()
    guard token.kind == .end else { throw surplus() }
    return operand
  }

  // MARK: Groups

  private mutating func chain() throws(Fault) -> Operand {
    try joined(.any, ["or", "-or"]) { (parser) throws(Fault) in
      try parser.joined(.all, ["and", "-and"]) { (parser) throws(Fault) in
        try parser.operand()
      }
    }
  }

  private mutating func joined(
    _ junction: Junction, _ words: [String],
    _ part: (inout Parser) throws(Fault) -> Operand
  ) throws(Fault) -> Operand {
    var operands = [try part(&self)]
    mayStand(.word(words[0]))
    while words.contains(where: { takes($0) }) {
      operands.append(try part(&self))
      mayStand(.word(words[0]))
    }
    return operands.count == 1 ? operands[0] : .group(junction, operands)
  }

  private mutating func operand() throws(Fault) -> Operand {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("this nests too deeply", []) }
    if takes("not") || takes("-not") { return .group(.none, [try operand()]) }
    if take(.open) {
      let inner = try chain()
      try expect(.close, .closeParenthesis)
      return inner
    }
    for junction in Junction.allCases where takes(junction.word) {
      try expect(.open, .openParenthesis)
      return .group(junction, try list())
    }
    return try test()
  }

  private mutating func list() throws(Fault) -> [Operand] {
    var operands: [Operand] = []
    mayStand(.closeParenthesis)
    if take(.close) { return [] }
    repeat { operands.append(try chain()) } while take(.comma)
    try expect(.close, .comma, .closeParenthesis)
    return operands
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  /// The token after the next one.
  var following: Token { tokens[min(index + 1, tokens.count - 1)] }

  mutating func advance() -> Token {
    defer { index = min(index + 1, tokens.count - 1) }
    return token
  }

  /// Goes back to the token just read, to point at it.
  mutating func stepBack() { index = max(0, index - 1) }

  mutating func take(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    _ = advance()
    return true
  }

  /// Takes a word of the language, whatever its case.
  mutating func takes(_ word: String) -> Bool {
    guard isNext(word) else { return false }
    _ = advance()
    return true
  }

  func isNext(_ word: String) -> Bool { token.isWord(word) }

  mutating func expect(_ kind: Token.Kind, _ expected: Expectation...) throws(Fault) {
    guard take(kind) else { throw missing(expected) }
  }

  mutating func expect(_ word: String) throws(Fault) {
    guard takes(word) else { throw missing([.word(word)]) }
  }

  /// Notes what may stand here, should the text end here.
  mutating func mayStand(_ expected: Expectation...) {
    if token.kind == .end { awaited += expected }
  }

  // MARK: Faults

  func fault(_ reason: String, _ expected: [Expectation]) -> Fault {
    Fault(
      position: token.range.lowerBound, reason: reason, expected: expected,
      isAtEnd: token.kind == .end)
  }

  /// Something else than what must stand here.
  mutating func missing(_ expected: [Expectation], _ hint: String = "") -> Fault {
    if token.kind == .end { awaited += expected }
    let words = expected.map(\.words)
    let list =
      words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    let place = token.kind == .end ? "here" : "in the place of \(token.words)"
    return fault("\(list) must stand \(place)\(hint)", expected)
  }

  private func surplus() -> Fault {
    switch token.kind {
    case .close: return fault("there is no “(” for this “)”", [])
    case .comma:
      return fault("a comma stands only inside all(…), any(…) or none(…); write “and” or “or”", [])
    default:
      let expected: [Expectation] = [.word("and"), .word("or")]
      let isAfterValue = index > 0 && tokens[index - 1].isLoose
      let hint = isAfterValue ? "; a value with blanks needs quotes" : ""
      return fault("“and” or “or” must stand in the place of \(token.words)\(hint)", expected)
    }
  }
}

extension Token {
  func isWord(_ word: String) -> Bool {
    if case .word(let text) = kind { text.lowercased() == word } else { false }
  }

  /// Whether it is a word without quotes.
  var isLoose: Bool { if case .word = kind { true } else { false } }

  /// How a message names it.
  package var words: String {
    switch kind {
    case .word(let text): "“\(text)”"
    case .string(let text): "“\(text)”"
    case .sign(let comparison): "“\(comparison.sign)”"
    case .open: "“(”"
    case .close: "“)”"
    case .comma: "the comma"
    case .end: "the end"
    }
  }
}
