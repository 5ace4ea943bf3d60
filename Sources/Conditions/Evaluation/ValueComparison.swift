/// How the engine holds the value of a variable against another.
///
/// As numbers where both are whole numbers, a sign and zeros before them allowed, and else as texts:
/// `01` is `1`, `-5` is less than `-1`, and the version `10.0.19045` is less than `10.0.9200` (the help
/// of Configuration Manager 2007 on conditions; no newer article says otherwise).
package struct ValueComparison: Equatable, Sendable {
  /// Whether texts that differ in capitals alone differ.
  ///
  /// The sources disagree: “a case-sensitive text comparison” says the help of 2007, “in most cases”
  /// not says the current article on variables, and MDT's own templates test `True` and `true` of the
  /// same variable.
  package var regardsCapitals: Bool

  package init(regardsCapitals: Bool = false) { self.regardsCapitals = regardsCapitals }

  /// Whether two values are the same.
  package func isEqual(_ left: String, _ right: String) -> Bool { order(left, right) == 0 }

  /// Below 0 when the left one is less, 0 when they are the same, above 0 when it is greater.
  package func order(_ left: String, _ right: String) -> Int {
    if let left = WholeNumber(left), let right = WholeNumber(right) { return left.order(right) }
    let (left, right) = (text(left), text(right))
    return left.elementsEqual(right) ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// Whether a value matches a pattern of `like`: `*` is any text, `?` any character.
  package func matches(_ value: String, _ pattern: String) -> Bool {
    let (text, pattern) = (Array(text(value)), Array(text(pattern)))
    var (i, j) = (0, 0)
    var retry: (i: Int, j: Int)?
    while i < text.count {
      if j < pattern.count, pattern[j] == "*" {
        retry = (i, j)
        j += 1
      } else if j < pattern.count, pattern[j] == "?" || pattern[j] == text[i] {
        (i, j) = (i + 1, j + 1)
      } else if let last = retry {
        (i, j) = (last.i + 1, last.j + 1)
        retry = (last.i + 1, last.j)
      } else {
        return false
      }
    }
    return pattern[j...].allSatisfy { $0 == "*" }
  }

  /// Whether a comparison of two values holds.
  package func holds(_ left: String, _ comparison: Comparison, _ right: String) -> Bool {
    switch comparison {
    case .exists: !left.isEmpty
    case .notExists: left.isEmpty
    case .like: matches(left, right)
    case .notLike: !matches(left, right)
    case .equals: order(left, right) == 0
    case .notEquals: order(left, right) != 0
    case .less: order(left, right) < 0
    case .lessEqual: order(left, right) <= 0
    case .greater: order(left, right) > 0
    case .greaterEqual: order(left, right) >= 0
    }
  }

  private func text(_ value: String) -> String.UnicodeScalarView {
    (regardsCapitals ? value : value.lowercased()).unicodeScalars
  }
}

/// A whole number as it is written in a value, of any length.
struct WholeNumber: Sendable {
  private let isNegative: Bool
  /// Without zeros before them; none for 0.
  private let digits: Substring.UTF8View

  /// Reads a sign, if there is one, and digits; nil for anything else.
  init?(_ text: String) {
    let sign = text.utf8.first
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    let digits = text.utf8.dropFirst(isSigned ? 1 : 0)
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    self.digits = digits.drop { $0 == UInt8(ascii: "0") }
    isNegative = sign == UInt8(ascii: "-") && !self.digits.isEmpty
  }

  /// Below 0 when this is less than the other one, 0 when they are the same, above 0 when it is greater.
  func order(_ other: WholeNumber) -> Int {
    guard isNegative == other.isNegative else { return isNegative ? -1 : 1 }
    let (left, right) = isNegative ? (other.digits, digits) : (digits, other.digits)
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    return left.elementsEqual(right) ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}
