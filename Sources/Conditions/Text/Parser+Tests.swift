/// The tests of the language:
///
///     test     = name comparison
///              | "wmi" text [ "in" text ] [ "ignoring" "errors" ]
///              | ("file" | "folder") text ( [ "exists" ] | [ "version" order text ] [ date ] )
///              | "registry" text [ string ] [ "(" word ")" ] comparison
///              | "software" ("any" | "this") "version" { clause text }
///              | "os" "language" word | "os" word order text | "os" "(" platform { "," platform } ")"
///              | "expression" text "(" [ setting { "," setting } ] ")" | "xml" string
///     comparison = ("=" | "!=" | "<" | "<=" | ">" | ">=" | "like" | "not" "like") text
///              | "exists" | "not" "exists"
///     clause   = "product" | "upgrade" | "name" | "version"
///     date     = [ "not" ] ("newer" | "older") "than" text | "dated" ("=" | "!=") text
///     platform = string word text "to" text [ "type" word ] [ "when" query { "and" query } ]
///     setting  = text "=" text
extension Parser {
  mutating func test() throws(Fault) -> Operand {
    guard let (test, isNegated) = try anyTest() else { return try spelledOut() }
    var extras: [Setting] = []
    if takes("with") {
      try expect(.open, .openParenthesis)
      extras = try settings()
    }
    let operand = Operand.test(test, extras: extras)
    return isNegated ? .group(.none, [operand]) : operand
  }

  /// Reads a test; nil in front of what is written out in full.
  private mutating func anyTest() throws(Fault) -> (Test, isNegated: Bool)? {
    switch token.kind {
    case .string: return (try variable(), false)
    case .word(let word):
      switch word.lowercased() {
      case "wmi": return (try query(), false)
      case "file", "folder": return try fileOrFolder()
      case "registry": return (try registry(), false)
      case "software": return (try software(), false)
      case "os" where following.kind == .open: return nil
      case "os": return (try system(), false)
      case "expression", "xml": return nil
      case let lower where Quoting.wordsAfterValues.contains(lower) || lower == "always":
        throw missing([.operand], "; a variable of that name needs quotes")
      default: return (try variable(), false)
      }
    default: throw missing([.operand])
    }
  }

  // MARK: Values

  /// A word or a string; a word that goes on after values needs quotes to be one.
  mutating func text(_ expected: Expectation) throws(Fault) -> String {
    switch token.kind {
    case .string(let text):
      _ = advance()
      return text
    case .word(let word):
      guard !Quoting.wordsAfterValues.contains(word.lowercased()) else {
        throw missing([expected], "; quotes make it a value")
      }
      _ = advance()
      return word
    default: throw missing([expected])
    }
  }

  private mutating func string(_ expected: Expectation) throws(Fault) -> String {
    guard case .string(let text) = token.kind else { throw missing([expected]) }
    _ = advance()
    return text
  }

  // MARK: Comparisons

  private static let synonyms: [String: Comparison] = [
    "like": .like, "exists": .exists, "equals": .equals, "-eq": .equals, "-ne": .notEquals,
    "-lt": .less, "-le": .lessEqual, "-gt": .greater, "-ge": .greaterEqual, "-like": .like,
    "-notlike": .notLike,
  ]

  private mutating func variable() throws(Fault) -> Test {
    let name = try text(.operand)
    let comparison = try comparison(.comparison(of: name))
    let value = comparison.isUnary ? "" : try text(.value(of: name))
    return .variable(VariableTest(name, comparison, value))
  }

  private mutating func comparison(_ expected: Expectation) throws(Fault) -> Comparison {
    switch token.kind {
    case .sign(let sign):
      _ = advance()
      return sign
    case .word(let word):
      if word.lowercased() == "not" {
        _ = advance()
        if takes("exists") { return .notExists }
        if takes("like") { return .notLike }
        throw missing([.word("exists"), .word("like")])
      }
      guard let known = Self.synonyms[word.lowercased()] else {
        let hint = "; a name with blanks needs quotes"
        throw missing([expected], isAfterLooseWord ? hint : "")
      }
      _ = advance()
      return known
    default: throw missing([expected])
    }
  }

  private var isAfterLooseWord: Bool { token.isLoose && following.kind != .end }

  private mutating func order() throws(Fault) -> Comparison {
    let start = token
    let found = try comparison(.order)
    guard Comparison.ordering.contains(found) else {
      throw Fault(
        position: start.range.lowerBound, reason: "\(Expectation.order.words) must stand here",
        expected: [.order], isAtEnd: false)
    }
    return found
  }

  // MARK: The kinds

  private mutating func query() throws(Fault) -> Test { .query(try wmi()) }

  private mutating func wmi() throws(Fault) -> QueryTest {
    try expect("wmi")
    var query = QueryTest(try string(.query))
    mayStand(.word("in"), .word("ignoring errors"))
    if takes("in") { query.namespace = try text(.namespace) }
    mayStand(.word("ignoring errors"))
    if takes("ignoring") {
      try expect("errors")
      query.ignoresErrors = true
    }
    return query
  }

  private mutating func fileOrFolder() throws(Fault) -> (Test, isNegated: Bool) {
    let isFolder = isNext("folder")
    _ = advance()
    let path = try text(.path)
    mayStand(.word("exists"), .word("newer than"), .word("older than"))
    var version: Bound?
    if !isFolder {
      mayStand(.word("version"))
      if takes("version") { version = Bound(try order(), try text(.version)) }
    }
    let date = try self.date()
    var isNegated = false
    if version == nil, date == nil {
      if isNext("not"), following.isWord("exists") {
        (_, isNegated) = (advance(), true)
      }
      guard takes("exists") || !token.isLoose || isContinuation else {
        throw missing(
          [.word("exists"), .word("newer than"), .word("older than")],
          "; a path with blanks needs quotes")
      }
    }
    return isFolder
      ? (.folder(FolderTest(path, date: date)), isNegated)
      : (.file(FileTest(path, version: version, date: date)), isNegated)
  }

  /// Whether the next word goes on after an operand.
  private var isContinuation: Bool {
    ["and", "or", "with", "-and", "-or"].contains { isNext($0) }
  }

  private mutating func date() throws(Fault) -> Bound? {
    if takes("dated") {
      let sign = try order()
      guard sign == .equals || sign == .notEquals else {
        throw missing([.date], "; say “newer than” or “older than”")
      }
      return Bound(sign, try day())
    }
    let isNegated = isNext("not") && (following.isWord("newer") || following.isWord("older"))
    if isNegated { _ = advance() }
    let isNewer = isNext("newer")
    guard isNewer || isNext("older") else { return nil }
    _ = advance()
    try expect("than")
    let sign: Comparison = isNewer ? .greater : .less
    return Bound(isNegated ? sign.opposite : sign, try day())
  }

  private mutating func day() throws(Fault) -> String {
    if case .word(let word) = token.kind {
      guard let date = DateText.xml(word) else { throw missing([.date]) }
      _ = advance()
      return date
    }
    return try string(.date)
  }

  private mutating func registry() throws(Fault) -> Test {
    _ = advance()
    let key = RegistryTest.expanded(try text(.key))
    var test = RegistryTest(key, .exists)
    mayStand(.valueName, .valueType)
    if case .string(let name) = token.kind {
      _ = advance()
      test.value = name
    }
    mayStand(.valueType)
    if take(.open) {
      test.type = try text(.valueType)
      try expect(.close, .closeParenthesis)
    }
    test.comparison = try comparison(.comparison(of: test.value ?? ""))
    guard test.comparison != .like, test.comparison != .notLike else {
      throw fault("the registry knows no “like”; there are = != < <= > >= and exists", [])
    }
    if !test.comparison.isUnary { test.data = try text(.data) }
    return .registry(test)
  }

  private mutating func software() throws(Fault) -> Test {
    _ = advance()
    let isAny = takes("any")
    guard isAny || takes("this") else { throw missing([.word("any"), .word("this")]) }
    try expect("version")
    var test = SoftwareTest(isAnyVersion: isAny)
    func clause(
      _ word: String, _ path: WritableKeyPath<SoftwareTest, String?>, _ expected: Expectation,
      _ parser: inout Parser
    ) throws(Fault) -> Bool {
      parser.mayStand(.word(word))
      guard test[keyPath: path] == nil, parser.takes(word) else { return false }
      test[keyPath: path] = try parser.text(expected)
      return true
    }
    while true {
      if try clause("product", \.product, .code, &self) { continue }
      if try clause("upgrade", \.upgrade, .code, &self) { continue }
      if try clause("name", \.name, .data, &self) { continue }
      if try clause("version", \.version, .version, &self) { continue }
      return .software(test)
    }
  }

  private mutating func system() throws(Fault) -> Test {
    _ = advance()
    mayStand(.word("language"), .openParenthesis)
    if takes("language") {
      let name = try text(.language)
      guard let language = SystemLanguage.named(name) else {
        stepBack()
        throw missing([.language])
      }
      return .query(language.query)
    }
    let architecture = try text(.architecture)
    return .system(SystemTest(architecture, try order(), try text(.version)))
  }

  // MARK: Lists and forms for everything

  private mutating func spelledOut() throws(Fault) -> Operand {
    if isNext("expression") { return try expression() }
    if takes("xml") {
      let text = try string(.xml)
      do throws(RawXML.Fault) { return try RawXML.operand(of: text) } catch {
        stepBack()
        throw fault(error.reason, [.xml])
      }
    }
    _ = advance()
    try expect(.open, .openParenthesis)
    var platforms: [Platform] = []
    repeat { platforms.append(try platform()) } while take(.comma)
    try expect(.close, .comma, .closeParenthesis)
    return .systems(platforms)
  }

  private mutating func platform() throws(Fault) -> Platform {
    var name: String?
    if case .string(let text) = token.kind {
      name = text
      _ = advance()
    }
    let architecture = try text(name == nil ? .platform : .architecture)
    let first = try text(.version)
    try expect("to")
    let last = try text(.version)
    mayStand(.word("when"))
    let type = takes("type") ? try text(.data) : Platform.usualType
    var queries: [QueryTest] = []
    if takes("when") {
      repeat { queries.append(try wmi()) } while takes("and")
    } else if let usual = Platform.usualQueries(
      name: name, architecture: architecture, first: first, last: last)
    {
      queries = usual
    } else {
      throw missing([.word("when")], ", with the queries that tell this system")
    }
    return Platform(
      name: name, architecture: architecture, type: type, first: first, last: last,
      queries: queries)
  }

  /// What is written out may still be of a kind that is known.
  private mutating func expression() throws(Fault) -> Operand {
    _ = advance()
    let type = try text(.type)
    try expect(.open, .openParenthesis)
    let (test, extras) = ExpressionForm(type: type, settings: try settings()).test
    return .test(test, extras: extras)
  }

  private mutating func settings() throws(Fault) -> [Setting] {
    var settings: [Setting] = []
    mayStand(.closeParenthesis)
    if take(.close) { return [] }
    repeat {
      let name = try text(.setting)
      guard take(.sign(.equals)) else { throw missing([.word("=")]) }
      settings.append(Setting(name, try text(.setting)))
    } while take(.comma)
    try expect(.close, .comma, .closeParenthesis)
    return settings
  }
}
