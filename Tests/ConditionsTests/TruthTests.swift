import Conditions
import Foundation
import TestSupport
import Testing

/// Truth tables of every kind of operand.
///
/// The facts are those of `conditions.json`, whose sources are Microsoft's pages; each table names the
/// part it comes from.
@Suite struct TruthTests {
  private static func truth(_ text: String, _ facts: String) throws -> Truth {
    Operand.truth(of: try ConditionText.parse(text), knowing: Facts(text: facts))
  }

  // expressions[Variable].semantics: "compares the current environment value of Variable with Value";
  // case: names are case-insensitive, values mostly; notFound: undefined and empty are the same,
  // "exists is false for both, notExists true; equals against a missing variable: as compare with
  // empty text". Source: osd/understand/task-sequence-editor.md#conditions,
  // osd/understand/using-task-sequence-variables.md#access-condition.
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

  // comparisonOperators[like].wildcards: "* and ? (real values such as *Dell*)".
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

  // expressions[Variable].semantics.types: "numeric comparison when both sides are integers (optional
  // sign, digits …), otherwise text … greaterEqual "10.0.9200" is false for 10.0.19045". Source: help of
  // Configuration Manager 2007.
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

  // expressions[Variable].semantics.case: "Treat as an option, default insensitive".
  @Test func capitalsAreAnOption() throws {
    var facts = Facts(text: "A=x\nB=5")
    for text in ["A = X", "A like X*", "A < Y", "not A != X"] {
      #expect(try ConditionText.parse(text)?.truth(knowing: facts) == .yes, "\(text)")
    }
    facts.engine.regardsCapitals = true
    for text in ["A = X", "A like X*", "A < Y", "not A != X"] {
      #expect(try ConditionText.parse(text)?.truth(knowing: facts) == .no, "\(text)")
    }
    #expect(try ConditionText.parse("A = x and B = 05")?.truth(knowing: facts) == .yes)
  }

  // expressions[Variable].semantics.expansion: "%var% inside Value: not documented".
  @Test func variablesInsideValuesAreNotGuessed() throws {
    #expect(try Self.truth("A = %B%", "A=%B%\nB=x") == .unknown)
    #expect(try Self.truth("A = 100%", "A=100%") == .yes)
  }

  // operators[]: "and: true when every child is true", "or: at least one", "not: true when no child
  // is true (NOR over all children, not a negation of the first child)"; operatorShape.empty: "and/not
  // of nothing = true, or of nothing = false is the usual algebra". Source:
  // develop/reference/osd/sms_tasksequence_conditionoperator-server-wmi-class.md.
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
    // container.semantics: "an empty condition is true (vacuous AND …)".
    #expect(try Self.truth("always", "") == .yes)
  }

  // expressions[WMI, File, Folder, Registry, Software, OSCondition].semantics.truth: facts of the
  // machine, which no sequence tells.
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

  // expressions[osConditionGroup].semantics.truth: "any listed platform whose WMI expressions are all
  // true".
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
      var facts = Facts()
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
      #expect(Facts(text: text) == facts, "seed \(seed)")
    }
  }

  /// Every operator, junction and expression the facts name is one of the language.
  @Test(.enabled(if: Domain.conditions != nil, "needs ../shared/domain/conditions.json"))
  func everyFactIsCovered() throws {
    let facts = try #require(Domain.conditions)
    for known in try #require(facts["comparisonOperators"] as? [[String: Any]]) {
      let name = try #require(known["xml"] as? String)
      #expect(Comparison.allCases.contains { $0.rawValue == name }, "\(name)")
    }
    for known in try #require(facts["operators"] as? [[String: Any]]) {
      let xml = try #require(known["xml"] as? String)
      #expect(Junction.allCases.contains { xml.contains("\"\($0.rawValue)\"") }, "\(xml)")
    }
    let words = Set(
      try #require(facts["expressions"] as? [[String: Any]]).compactMap { $0["type"] as? String })
    #expect(words.count == 9)
  }
}

/// The facts the tables are derived from; not everybody has them.
private enum Domain {
  static var conditions: [String: Any]? {
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized
    let path = package.appending(path: "../shared/domain/conditions.json").standardized.path
    return FileManager.default.contents(atPath: path).flatMap {
      try? JSONSerialization.jsonObject(with: $0) as? [String: Any]
    }
  }
}
