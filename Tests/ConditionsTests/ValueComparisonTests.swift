import Conditions
import TestSupport
import Testing

/// The one comparison of values, held against plain arithmetic and plain text.
@Suite struct ValueComparisonTests {
  /// Numbers as people write them, texts that look like numbers, and others.
  private static func value(_ seeded: inout Seeded) -> (text: String, number: Int?) {
    let number = seeded.below(41) - 20
    switch seeded.below(8) {
    case 0: return ("\(number)", number)
    case 1: return ("\(number < 0 ? "-" : "+")\(abs(number))", number)
    case 2: return ("\(number < 0 ? "-" : "")00\(abs(number))", number)
    case 3: return (" \(number)", nil)
    case 4: return ("\(number).0", nil)
    case 5: return (seeded.pick(["", "-", "+", "x", "X", "ä", "Ä", "--1", "1e3"]), nil)
    case 6: return ("10.0.\(seeded.below(30))", nil)
    default: return ("\(seeded.pick(["a", "A", "b"]))\(seeded.below(3))", nil)
    }
  }

  @Test(arguments: [false, true])
  func numbersAsNumbersElseText(regardsCapitals: Bool) {
    let engine = ValueComparison(regardsCapitals: regardsCapitals)
    for seed in Seeded.seeds(2000) {
      var seeded = Seeded(seed)
      let (left, right) = (Self.value(&seeded), Self.value(&seeded))
      let order = engine.order(left.text, right.text)
      if let a = left.number, let b = right.number {
        #expect(order == (a < b ? -1 : a == b ? 0 : 1), "\(left) \(right), seed \(seed)")
      } else {
        let (a, b) =
          regardsCapitals
          ? (left.text, right.text) : (left.text.lowercased(), right.text.lowercased())
        let bytes = a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : a == b ? 0 : 1
        #expect(order == bytes, "\(left) \(right), seed \(seed)")
      }
    }
  }

  /// What holds of any two values, whatever they are.
  @Test(arguments: [false, true])
  func comparisonsFitTogether(regardsCapitals: Bool) {
    let engine = ValueComparison(regardsCapitals: regardsCapitals)
    for seed in Seeded.seeds(2000) {
      var seeded = Seeded(seed)
      let (left, right) = (Self.value(&seeded).text, Self.value(&seeded).text)
      #expect(engine.order(left, right) == -engine.order(right, left), "seed \(seed)")
      #expect(engine.isEqual(left, left), "seed \(seed)")
      for comparison in Comparison.allCases {
        let holds = engine.holds(left, comparison, right)
        #expect(holds != engine.holds(left, comparison.opposite, right), "seed \(seed)")
      }
      let outcomes = [Comparison.less, .equals, .greater].filter { engine.holds(left, $0, right) }
      #expect(outcomes.count == 1, "\(left) \(right), seed \(seed)")
      #expect(!engine.isEqual(left, right) || engine.holds(left, .lessEqual, right))
    }
  }
}
