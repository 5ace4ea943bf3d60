import Conditions
package import TaskSequence

/// Reads the line of an operation, from the left to the right.
package struct OperationReader {
  private let line: String
  private var lexer: Lexer
  /// Where the token taken last ends, in scalars.
  private var taken = 0
  /// The token to be taken next; nil where the line cannot be split.
  private var token: Token?
  private var failure: Lexer.Fault?
  /// What was looked for at this token and not found.
  private var awaited: [String] = []

  init(_ line: String) {
    self.line = line
    lexer = Lexer(line, isVerbatim: true)
    advance()
  }

  private mutating func advance() {
    awaited = []
    taken = token?.range.upperBound ?? taken
    do throws(Lexer.Fault) {
      token = try lexer.next()
      failure = nil
    } catch {
      (token, failure) = (nil, error)
    }
  }

  // MARK: Words of the language

  /// Takes a word of the language, whatever its case, when it is next.
  package mutating func take(_ word: String) -> Bool {
    if isNext(word) {
      advance()
      return true
    }
    awaited.append("“\(word)”")
    return false
  }

  /// Takes a word when nothing else is left.
  mutating func takeLast(_ word: String) -> Bool {
    let start = self
    if take(word), token?.kind == .end { return true }
    self = start
    awaited.append("“\(word)”")
    return false
  }

  /// Takes several words with blanks between them when they are next, or none.
  mutating func take(words: String) -> Bool {
    let start = self
    for word in words.split(separator: " ") {
      guard isNext(String(word)) else {
        self = start
        return false
      }
      advance()
    }
    return true
  }

  /// Takes a word that must stand here.
  package mutating func expect(_ word: String) throws(OperationFault) {
    guard take(word) else { throw missing([]) }
  }

  /// Takes one of some words, one of which must stand here.
  package mutating func one(of words: [String]) throws(OperationFault) -> String {
    for word in words where take(word) { return word }
    throw missing([])
  }

  private func isNext(_ word: String) -> Bool {
    if case .word(let text)? = token?.kind { text.lowercased() == word.lowercased() } else { false }
  }

  /// Takes a comma when it is next.
  package mutating func takeComma() -> Bool {
    if take(.comma) { return true }
    awaited.append("a comma")
    return false
  }

  /// Takes the equals sign that must stand here.
  package mutating func expectEquals() throws(OperationFault) {
    guard take(.sign(.equals)) else { throw missing(["“=”"]) }
  }

  /// Takes an opening parenthesis when it is next.
  package mutating func takeOpening() -> Bool {
    if take(.open) { return true }
    awaited.append("“(”")
    return false
  }

  private mutating func take(_ kind: Token.Kind) -> Bool {
    guard token?.kind == kind else { return false }
    advance()
    return true
  }

  // MARK: Values

  /// Takes a text; a word of the language needs quotes to be one.
  ///
  /// - Parameter what: What is expected, for a message.
  package mutating func value(_ what: String) throws(OperationFault) -> String {
    switch token?.kind {
    case .string(let text)?:
      advance()
      return text
    case .word(let word)?:
      guard !OperationWords.reserved.contains(word.lowercased()) else {
        throw missing([what], "; quotes make it a value")
      }
      advance()
      return word
    default: throw missing([what])
    }
  }

  /// Takes a whole number from 1.
  package mutating func number(_ what: String) throws(OperationFault) -> Int {
    guard let number = nextNumber else { throw missing([what]) }
    advance()
    return number
  }

  /// Whether a whole number from 1 is next.
  var isNumberNext: Bool { nextNumber != nil }

  private var nextNumber: Int? {
    guard case .word(let word)? = token?.kind,
      word.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(word).flatMap { $0 > 0 ? $0 : nil }
  }

  /// How many characters the line has.
  package var length: Int { line.count }

  /// Takes what is left of the line, whatever it is, with its place in characters.
  package mutating func rest() -> (text: String, position: Int) {
    let scalars = Array(line.unicodeScalars)
    let start = scalars[taken...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    lexer = Lexer("")
    advance()
    return (String(String.UnicodeScalarView(scalars[start...])), characters(before: start))
  }

  /// Takes the path of a node; the word `sequence` is the one of the sequence itself.
  package mutating func path() throws(OperationFault) -> NodePath {
    if take("sequence") { return NodePath(steps: []) }
    return NodePath(try value("a path such as “Group/Step”"))
  }

  /// Takes paths with commas between them.
  package mutating func paths() throws(OperationFault) -> [NodePath] {
    try list { (reader) throws(OperationFault) in try reader.path() }
  }

  /// Takes things with commas between them, one at least.
  package mutating func list<Item>(
    _ item: (inout OperationReader) throws(OperationFault) -> Item
  ) throws(OperationFault) -> [Item] {
    var items = [try item(&self)]
    while takeComma() { items.append(try item(&self)) }
    return items
  }

  /// Takes things in parentheses with commas between them, maybe none, after the opening one.
  package mutating func untilClosing<Item>(
    _ item: (inout OperationReader) throws(OperationFault) -> Item
  ) throws(OperationFault) -> [Item] {
    if take(.close) { return [] }
    let items = try list(item)
    guard take(.close) else { throw missing(["“)”"]) }
    return items
  }

  /// Takes things in parentheses that must stand here.
  package mutating func parenthesised<Item>(
    _ item: (inout OperationReader) throws(OperationFault) -> Item
  ) throws(OperationFault) -> [Item] {
    guard takeOpening() else { throw missing([]) }
    return try untilClosing(item)
  }

  /// Makes sure that nothing is left.
  mutating func end() throws(OperationFault) {
    guard token?.kind == .end else { throw missing(["the end of the line"]) }
  }

  // MARK: Faults

  /// A fault of the text that comes next.
  package func fault(_ reason: String, at position: Int? = nil) -> OperationFault {
    OperationFault(
      position: position ?? characters(before: scalarPosition), reason: reason, expected: [])
  }

  /// Something else than what must stand here; what was looked for before counts, too.
  func missing(_ expected: [String], _ hint: String = "") -> OperationFault {
    if let failure {
      return OperationFault(
        position: characters(before: failure.position), reason: failure.reason, expected: [])
    }
    let words = awaited + expected
    let list =
      words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    let found = token?.words ?? ""
    let place = token?.kind == .end ? "here" : "in the place of \(found)"
    return OperationFault(
      position: characters(before: scalarPosition), reason: "\(list) must stand \(place)\(hint)",
      expected: words)
  }

  private var scalarPosition: Int { token?.range.lowerBound ?? failure?.position ?? 0 }

  private func characters(before scalars: Int) -> Int {
    String(String.UnicodeScalarView(line.unicodeScalars.prefix(scalars))).count
  }
}
