import Conditions
import Foundation
import TestSupport
import Testing

/// Truth tables of every kind of operand.
///
/// What they hold is in Sources/Conditions/FACTS.md; each table names its section.
@Suite struct TruthTests {
  private static func truth(_ text: String, _ facts: String) throws -> Truth {
    Operand.truth(of: try ConditionText.parse(text), knowing: StatedFacts(text: facts))
  }

  // Sources/Conditions/FACTS.md, “Variables”: a variable that is not set is an empty one.
  @Test(arguments: [
    ("A = x", "A=x", Truth.yes), ("a = X", "A=x", .yes), ("A = x", "A=y", .no),
    ("A = x", "A=", .no), ("A = \"\"", "A=", .yes), ("A = x", "", .unknown),
    ("A != x", "A=x", .no), ("A != X", "a=x", .no), ("A != x", "A=y", .yes),
    ("A != x", "A=", .yes), ("A != x", "", .unknown),
    ("A exists", "A=x", .yes), ("A exists", "A=", .no), ("A exists", "", .unknown),
    ("A not exists", "A=x", .no), ("A not exists", "A=", .yes), ("A not exists", "", .unknown),
  ])
  func variables(_ text: String, _ facts: String, _ truth: Truth) throws {
    #expect(try Self.truth(text, facts) == truth, "\(text) with \(facts)")
  }

  // Sources/Conditions/FACTS.md, “Operators”.
  @Test(arguments: [
    ("A like *Dell*", "A=A dell B", Truth.yes), ("A like Dell*", "A=A Dell", .no),
    ("A like D?ll", "A=Dell", .yes), ("A like D?ll", "A=Dll", .no), ("A like *", "A=", .yes),
    ("A like a*b*c", "A=a-b-b-c", .yes), ("A like x", "", .unknown),
    ("A not like *Dell*", "A=Dell", .no), ("A not like *Dell*", "A=HP", .yes),
    ("A not like x", "", .unknown),
  ])
  func wildcards(_ text: String, _ facts: String, _ truth: Truth) throws {
    #expect(try Self.truth(text, facts) == truth, "\(text) with \(facts)")
  }

  // Sources/Conditions/FACTS.md, “Values”: numbers when both are whole numbers, else texts.
  @Test(arguments: [
    ("A > 5", "A=7", Truth.yes), ("A > 5", "A=3", .no), ("A > 5", "A=10", .yes),
    ("A >= 10", "A=10", .yes), ("A >= 10", "A=9", .no), ("A < b", "A=a", .yes),
    ("A < 5", "A=3", .yes), ("A <= 5", "A=5", .yes), ("A <= 5", "A=6", .no),
    ("A > -1", "A=-5", .no), ("A < -1", "A=-5", .yes), ("A > -1", "A=+0", .yes),
    ("A = 1", "A=01", .yes), ("A = -0", "A=0", .yes), ("A = 1", "A=1.0", .no),
    ("A > 99999999999999999999", "A=100000000000000000000", .yes),
    ("A >= 10.0.19041", "A=10.0.22621", .yes), ("A >= 10.0.9200", "A=10.0.19045", .no),
    ("A > 5", "A=", .unknown), ("A > \"\"", "A=5", .unknown), ("A > 5", "", .unknown),
  ])
  func order(_ text: String, _ facts: String, _ truth: Truth) throws {
    #expect(try Self.truth(text, facts) == truth, "\(text) with \(facts)")
  }

  // Sources/Conditions/FACTS.md, “Values”: the sources disagree.
  @Test func capitalsAreAnOption() throws {
    var facts = StatedFacts(text: "A=x\nB=5")
    for text in ["A = X", "A like X*", "A < Y", "not A != X"] {
      #expect(try ConditionText.parse(text)?.truth(knowing: facts) == .yes, "\(text)")
    }
    facts.engine.regardsCapitals = true
    for text in ["A = X", "A like X*", "A < Y", "not A != X"] {
      #expect(try ConditionText.parse(text)?.truth(knowing: facts) == .no, "\(text)")
    }
    #expect(try ConditionText.parse("A = x and B = 05")?.truth(knowing: facts) == .yes)
  }

  // Sources/Conditions/FACTS.md, “Values”: whether it is replaced is not documented.
  @Test func variablesInsideValuesAreNotGuessed() throws {
    #expect(try Self.truth("A = %B%", "A=%B%\nB=x") == .unknown)
    #expect(try Self.truth("A = 100%", "A=100%") == .yes)
  }

  // Sources/Conditions/FACTS.md, “Groups”; of nothing, and and not are true and or is false, as usual.
  @Test func groupsWithUnknowns() throws {
    let facts = "T=1\nF=0"
    let values: [(String, Truth)] = [("T = 1", .yes), ("F = 1", .no), ("U = 1", .unknown)]
    for (left, a) in values {
      for (right, b) in values {
        let all: Truth = a == .no || b == .no ? .no : a == .yes && b == .yes ? .yes : .unknown
        let any: Truth = a == .yes || b == .yes ? .yes : a == .no && b == .no ? .no : .unknown
        let none: Truth = any == .yes ? .no : any == .no ? .yes : .unknown
        #expect(try Self.truth("all(\(left), \(right))", facts) == all)
        #expect(try Self.truth("\(left) and \(right)", facts) == all)
        #expect(try Self.truth("any(\(left), \(right))", facts) == any)
        #expect(try Self.truth("\(left) or \(right)", facts) == any)
        #expect(try Self.truth("none(\(left), \(right))", facts) == none)
      }
    }
    #expect(try Self.truth("not T = 1", facts) == .no)
    #expect(try Self.truth("not F = 1", facts) == .yes)
    #expect(try Self.truth("not U = 1", facts) == .unknown)
    #expect(try Self.truth("all()", "") == .yes)
    #expect(try Self.truth("none()", "") == .yes)
    #expect(try Self.truth("any()", "") == .no)
    #expect(try Self.truth("always", "") == .yes)
  }

  // Sources/Conditions/FACTS.md, “Facts of the machine”: no sequence tells them.
  @Test(arguments: [
    "wmi \"select * from Win32_Battery\"", "os language de-DE", "file C:\\x exists",
    "file C:\\x version >= 1.0 newer than 2024-01-31", "folder C:\\Temp exists",
    "registry HKLM\\A \"B\" (REG_DWORD) >= 42", "registry HKLM\\A exists",
    "software this version product {A}", "os X64 >= 10.00.22000.0",
    "expression SMS_TaskSequence_NewConditionExpression (A = b)",
  ])
  func factsOfTheMachine(_ text: String) throws {
    #expect(try Self.truth(text, "") == .unknown)
    #expect(try Self.truth(text, "true: \(text)") == .yes)
    #expect(try Self.truth(text, "false: \(text)") == .no)
    #expect(try Self.truth("not \(text)", "true: \(text)") == .no)
  }

  // Sources/Conditions/FACTS.md, “Facts of the machine”: one system all of whose queries hold.
  @Test func listsOfSystems() throws {
    let text = "os(\"A\" x64 1 to 2 when wmi \"a\" and wmi \"b\", \"B\" x64 1 to 2 when wmi \"c\")"
    #expect(try Self.truth(text, "true: wmi \"a\"\ntrue: wmi \"b\"") == .yes)
    #expect(try Self.truth(text, "true: wmi \"c\"") == .yes)
    #expect(try Self.truth(text, "false: wmi \"a\"\nfalse: wmi \"c\"") == .no)
    #expect(try Self.truth(text, "true: wmi \"a\"\nfalse: wmi \"c\"") == .unknown)
  }

  @Test func whatIsNotKnownIsUnknown() throws {
    #expect(try Self.truth("xml \"<made/>\"", "") == .unknown)
    #expect(try Self.truth("A = x with (Note = y)", "A=x") == .unknown)
  }

  /// What negating, wrapping and taking apart do to the outcome.
  @Test func editsKeepOrTurnTheOutcome() throws {
    for seed in Seeded.seeds(500) {
      var maker = RandomOperand(seed)
      let operand = maker.operand(depth: 3)
      var facts = StatedFacts()
      operand.walk { operand in
        if case .test(let test, _) = operand {
          if case .variable(let test) = test {
            facts.set(test.name, to: maker.text())
          } else {
            facts.set(test, to: maker.random.chance(50))
          }
        }
      }
      let truth = operand.truth(knowing: facts)
      #expect(operand.negating([]).truth(knowing: facts) == !truth, "seed \(seed)")
      #expect(operand.wrapping([], in: .all).truth(knowing: facts) == truth, "seed \(seed)")
      #expect(operand.wrapping([], in: .any).truth(knowing: facts) == truth, "seed \(seed)")
      #expect(operand.wrapping([], in: .none).truth(knowing: facts) == !truth, "seed \(seed)")
      #expect(operand.collapsed.truth(knowing: facts) == truth, "seed \(seed)")
      let wrapped = operand.wrapping([], in: .all).unwrapping([])
      #expect(wrapped == .some(.some(operand)), "seed \(seed)")
      let text = facts.text
      #expect(StatedFacts(text: text) == facts, "seed \(seed)")
    }
  }

  /// The page of facts and the language know the same operators and groups.
  @Test func theFactsNameTheLanguage() throws {
    let page = URL(filePath: #filePath).appending(path: "../../../Sources/Conditions/FACTS.md")
    let sections = try String(contentsOf: page.standardized, encoding: .utf8)
      .components(separatedBy: "\n## ")
    let operators = try #require(sections.first { $0.hasPrefix("Operators\n") })
    let named = operators.split(separator: "(")[0].matches(of: /`(\w+)`/).map { String($0.1) }
    #expect(Set(named) == Set(Comparison.allCases.map(\.rawValue)))
    let groups = try #require(sections.first { $0.hasPrefix("Groups\n") })
    for junction in Junction.allCases { #expect(groups.contains("\(junction.rawValue)")) }
  }
}
