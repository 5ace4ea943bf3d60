import Conditions
import TestSupport

/// Makes conditions of every kind, with values that hurt.
struct RandomOperand {
  var random: Seeded

  init(_ seed: UInt64) { random = Seeded(seed) }

  /// A whole condition; nil is an empty one.
  mutating func condition() -> Operand? { random.chance(3) ? nil : operand(depth: 3) }

  mutating func operand(depth: Int) -> Operand {
    if depth > 0, random.chance(40) {
      let count = random.pick([0, 1, 2, 2, 2, 3, 4])
      return .group(
        random.pick(Junction.allCases), (0..<count).map { _ in operand(depth: depth - 1) })
    }
    switch random.below(20) {
    case 0:
      return .systems((0...random.below(2)).map { _ in platform() })
    case 1: return .raw("<made up=\"\(random.pick(["1", "a &amp; b", "é"]))\"><of>x</of></made>")
    default:
      let test = test()
      if case .other = test { return .test(test) }
      return .test(test, extras: random.chance(5) ? [Setting("Made up", text())] : [])
    }
  }

  private mutating func test() -> Test {
    switch random.below(12) {
    case 0: return .query(query())
    case 1:
      return .query(SystemLanguage.named(random.pick(SystemLanguage.known).tag)?.query ?? query())
    case 2: return .file(FileTest(text(), version: bound(text()), date: date()))
    case 3: return .folder(FolderTest(text(), date: date()))
    case 4: return .registry(registry())
    case 5:
      return .software(
        SoftwareTest(
          isAnyVersion: random.chance(50), product: maybe(), upgrade: maybe(), name: maybe(),
          version: maybe()))
    case 6: return .system(SystemTest(text(), random.pick(Comparison.ordering), text()))
    case 7:
      let settings = (0..<random.below(4)).map { Setting("Name \($0)", text()) }
      return .other(type: "Made up \(random.below(9))", settings: settings)
    default:
      let comparison = random.pick(Comparison.allCases)
      return .variable(VariableTest(text(), comparison, comparison.isUnary ? "" : text()))
    }
  }

  private mutating func query() -> QueryTest {
    QueryTest(
      text(), in: random.pick(["root\\cimv2", "root\\wmi", text()]),
      ignoresErrors: random.chance(30))
  }

  private mutating func registry() -> RegistryTest {
    let comparison = random.pick(Comparison.ordering + [.exists, .notExists])
    return RegistryTest(
      random.pick(["HKEY_LOCAL_MACHINE\\A b", "HKEY_USERS", "x"]), value: maybe(),
      type: random.pick(RegistryTest.types + [text()]), comparison,
      comparison.isUnary ? "" : text())
  }

  private mutating func platform() -> Platform {
    Platform(
      name: random.chance(20) ? nil : text(), architecture: random.pick(["x64", "X86"]),
      type: random.pick(["Win_NT", text()]), first: random.pick(["6.10.0000.0", text()]),
      last: text(), queries: (0...random.below(2)).map { _ in query() })
  }

  private mutating func date() -> Bound? {
    bound(
      random.pick([
        "20240131000000.000000+000", "20240131180500.000000+000", "20240131000000.000000+060",
        text(),
      ]))
  }

  private mutating func bound(_ value: String) -> Bound? {
    random.chance(40) ? nil : Bound(random.pick(Comparison.ordering), value)
  }

  private mutating func maybe() -> String? { random.chance(30) ? nil : text() }

  /// A text from plain to nasty.
  mutating func text() -> String {
    let pieces = [
      "a", "PHASE", "and", "not", "exists", "always", "1", " ", "  ", "\"", "'", "`", "(", ")", ",",
      "=", "<", ">", "!", "\\", "%", "*", "{", "}", "\n", "\t", "\u{A0}", "\u{200B}", "é",
      "e\u{301}", "\u{301}", "🧪", "&", "&amp;", "]]>", "language", "2024-01-31", "ж",
    ]
    let count = random.pick([0, 1, 1, 1, 2, 3, 6])
    return (0..<count).map { _ in random.pick(pieces) }.joined()
  }
}
