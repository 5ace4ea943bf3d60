/// Reads WMI's query language as far as a condition needs it, to say where a query is wrong.
///
///     query = "select" ("*" | name {"," name}) "from" name ["where" or]
///           | ("associators" | "references") "of" "{" … "}" …
///     or    = and {"or" and}      and = not {"and" not}      not = "not" not | "(" or ")" | test
///     test  = value ("=" | "!=" | "<>" | "<" | "<=" | ">" | ">=" | ["not"] "like" | "isa" | "is" ["not"]) value
///
/// Source: Microsoft's page of the WQL operators and statements.
package struct WQL {
  /// What is wrong with a query and where, in characters.
  package struct Fault: Error, Equatable, Sendable {
    package let position: Int
    package let reason: String
  }

  fileprivate enum Token: Equatable {
    case word(String)
    case string(String)
    case sign(String)
    case end
  }

  private let characters: [Character]
  private var tokens: [(token: Token, position: Int)] = []
  private var index = 0
  private var depth = 0
  /// The patterns after `like`.
  private var patterns: [String] = []
  /// The texts after `=`, `!=` and `<>`.
  private var compared: [String] = []

  /// What a query asks.
  /// - Throws: the first fault of the query.
  package static func statement(of query: String) throws(Fault) -> WQLStatement {
    var reader = WQL(Array(query))
    try reader.split()
    return try reader.statement()
  }

  /// The patterns a query holds texts against with `like`.
  /// - Throws: the first fault of the query.
  package static func patterns(of query: String) throws(Fault) -> [String] {
    var reader = WQL(Array(query))
    try reader.split()
    _ = try reader.statement()
    return reader.patterns
  }

  /// The texts a query compares as they are, with `=`, `!=` and `<>`.
  /// - Throws: the first fault of the query.
  package static func compared(in query: String) throws(Fault) -> [String] {
    var reader = WQL(Array(query))
    try reader.split()
    _ = try reader.statement()
    return reader.compared
  }

  private init(_ characters: [Character]) { self.characters = characters }

  // MARK: Tokens

  private mutating func split() throws(Fault) {
    var position = 0
    while position < characters.count {
      let (start, first) = (position, characters[position])
      if first.isWhitespace {
        position += 1
        continue
      }
      if first == "'" || first == "\"" {
        tokens.append((.string(try string(&position)), start))
      } else if Self.isName(first) {
        while position < characters.count, Self.isName(characters[position]) { position += 1 }
        tokens.append((.word(String(characters[start..<position])), start))
      } else {
        position += 1
        if position < characters.count, "<>!".contains(first), "=>".contains(characters[position]) {
          position += 1
        }
        tokens.append((.sign(String(characters[start..<position])), start))
      }
    }
    tokens.append((.end, characters.count))
  }

  private func string(_ position: inout Int) throws(Fault) -> String {
    let (start, quote) = (position, characters[position])
    var text = ""
    position += 1
    while position < characters.count {
      let character = characters[position]
      position += 1
      if character == quote { return text }
      text.append(character)
      if character == "\\", position < characters.count {
        text.append(characters[position])
        position += 1
      }
    }
    throw Fault(position: start, reason: "this quote is not closed")
  }

  /// Names, numbers, and variables between percent signs.
  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_.%-+\\:{}".contains(character)
  }

  // MARK: The language

  private var token: Token { tokens[index].token }

  private func isNext(_ word: String) -> Bool {
    if case .word(let text) = token { text.lowercased() == word } else { false }
  }

  private mutating func take(_ word: String) -> Bool {
    guard isNext(word) else { return false }
    index += 1
    return true
  }

  private mutating func takeSign(_ sign: String) -> Bool {
    guard token == .sign(sign) else { return false }
    index += 1
    return true
  }

  private func fault(_ expected: String) -> Fault {
    Fault(position: tokens[index].position, reason: "\(expected) must stand here")
  }

  private mutating func expect(_ word: String) throws(Fault) {
    guard take(word) else { throw fault(word.uppercased()) }
  }

  private mutating func name(_ what: String) throws(Fault) {
    guard case .word = token, !isNext("from"), !isNext("where") else { throw fault(what) }
    index += 1
  }

  private mutating func statement() throws(Fault) -> WQLStatement {
    if take("associators") || take("references") {
      try expect("of")
      return WQLStatement(name: nil, filter: nil)
    }
    try expect("select")
    if !takeSign("*") {
      repeat { try name("* or a property") } while takeSign(",")
    }
    try expect("from")
    let place = index
    try name("a class")
    let filter = take("where") ? try or() : nil
    guard token == .end else {
      throw fault(isNext("order") ? "nothing (WQL has no ORDER BY)" : "WHERE, AND, OR or nothing")
    }
    guard case .word(let name) = tokens[place].token else { throw fault("a class") }
    return WQLStatement(name: name.lowercased(), filter: filter)
  }

  private mutating func or() throws(Fault) -> WQLFilter {
    var parts: [WQLFilter] = []
    repeat { parts.append(try and()) } while take("or")
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func and() throws(Fault) -> WQLFilter {
    var parts: [WQLFilter] = []
    repeat { parts.append(try not()) } while take("and")
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func not() throws(Fault) -> WQLFilter {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw fault("less nesting") }
    if take("not") { return .not(try not()) }
    if takeSign("(") {
      let inside = try or()
      guard takeSign(")") else { throw fault(")") }
      return inside
    }
    return try test()
  }

  private mutating func test() throws(Fault) -> WQLFilter {
    let left = try value("a property")
    if take("is") {
      let isNegated = take("not")
      try expect("null")
      return .isNull(left.text, isNegated: isNegated)
    }
    if take("isa") {
      _ = try value("a class in quotes")
      return .other
    }
    let isNegated = take("not")
    if take("like") {
      guard case .string(let pattern) = token else { throw fault("a pattern in quotes") }
      index += 1
      patterns.append(pattern)
      return .like(left.text, pattern, isNegated: isNegated)
    }
    guard !isNegated, case .sign(let sign) = token,
      ["=", "!=", "<>", "<", "<=", ">", ">="].contains(sign)
    else { throw fault(isNegated ? "LIKE" : "=, !=, <, <=, >, >=, LIKE, ISA or IS") }
    index += 1
    let right = try value("a value (text in quotes)")
    if case .string(let text) = right, ["=", "!=", "<>"].contains(sign) { compared.append(text) }
    // What is known stands on either side.
    if case .string = left, case .word(let name) = right {
      return .compare(name.lowercased(), WQLFilter.turned[sign] ?? sign, left.text)
    }
    return .compare(left.text.lowercased(), sign, right.text)
  }

  private mutating func value(_ what: String) throws(Fault) -> Token {
    switch token {
    case .word(let word) where ["and", "or", "not", "where", "from"].contains(word.lowercased()):
      throw fault(what)
    case .word, .string:
      defer { index += 1 }
      return token
    case .sign, .end: throw fault(what)
    }
  }
}

extension WQL.Token {
  /// What it says, without quotes.
  fileprivate var text: String {
    switch self {
    case .word(let text), .string(let text), .sign(let text): text
    case .end: ""
    }
  }
}
