extension Operand {
  /// Whether a condition holds; an empty one always does.
  ///
  /// What is said of each kind follows Microsoft's articles on conditions and on variables, and the
  /// SDK's pages of the expression classes; where these are silent the answer is unknown rather than
  /// guessed.
  package static func truth(of operand: Operand?, knowing facts: Facts) -> Truth {
    operand?.truth(knowing: facts) ?? .yes
  }

  /// Whether it holds.
  ///
  /// `none` is true when no operand is (the SDK's `not` over several children), and not the opposite of
  /// the first one alone.
  package func truth(knowing facts: Facts) -> Truth {
    switch self {
    case .group(.all, let operands): .all(operands.lazy.map { $0.truth(knowing: facts) })
    case .group(.any, let operands): .any(operands.lazy.map { $0.truth(knowing: facts) })
    case .group(.none, let operands): !.any(operands.lazy.map { $0.truth(knowing: facts) })
    // Settings nothing is known of may change what a test asks.
    case .test(let test, let extras): extras.isEmpty ? test.truth(knowing: facts) : .unknown
    case .systems(let platforms):
      .any(
        platforms.lazy.map { platform in
          .all(platform.queries.lazy.map { Test.query($0).truth(knowing: facts) })
        })
    case .raw: .unknown
    }
  }
}

extension Test {
  /// Whether it holds.
  package func truth(knowing facts: Facts) -> Truth {
    if case .variable(let test) = self {
      return facts.value(of: test.name).map { test.truth(of: $0) } ?? .unknown
    }
    return facts.truth(of: self).map(Truth.init) ?? .unknown
  }
}

extension VariableTest {
  /// Whether a value passes; an empty one is a variable that is not set, since setting a variable to
  /// nothing deletes it.
  package func truth(of actual: String) -> Truth {
    switch comparison {
    case .exists: return Truth(!actual.isEmpty)
    case .notExists: return Truth(actual.isEmpty)
    default: break
    }
    // Whether `%NAME%` in a value is replaced is not documented.
    guard value.split(separator: "%", omittingEmptySubsequences: false).count < 3 else {
      return .unknown
    }
    switch comparison {
    case .equals: return Truth(Self.isEqual(actual, value))
    case .notEquals: return Truth(!Self.isEqual(actual, value))
    case .like: return Truth(Wildcard.matches(actual, value))
    case .notLike: return Truth(!Wildcard.matches(actual, value))
    default: return order(of: actual)
    }
  }

  /// Values are compared without regard to case: "in most cases", as the articles say.
  private static func isEqual(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }

  /// Values are text, and whether numbers are compared as numbers is not documented: the answer is known
  /// where both ways agree.
  private func order(of actual: String) -> Truth {
    let (left, right) = (actual.lowercased(), value.lowercased())
    let asText = holds(left < right ? -1 : left == right ? 0 : 1)
    guard let numbers = Numbers.compare(actual, value) else {
      return left.isEmpty || right.isEmpty ? .unknown : Truth(asText)
    }
    return holds(numbers) == asText ? Truth(asText) : .unknown
  }

  private func holds(_ order: Int) -> Bool {
    switch comparison {
    case .less: order < 0
    case .lessEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }
}

/// Patterns of `like`: `*` is any text, `?` any character.
enum Wildcard {
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let (text, pattern) = (Array(text.lowercased()), Array(pattern.lowercased()))
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
}

/// Numbers and versions written as text.
package enum Numbers {
  /// How two texts compare as numbers or versions `a.b.c`: -1, 0, 1; nil when one is neither.
  package static func compare(_ left: String, _ right: String) -> Int? {
    guard let left = parts(left), let right = parts(right) else { return nil }
    for index in 0..<max(left.count, right.count) {
      let (a, b) = (
        index < left.count ? left[index] : 0, index < right.count ? right[index] : 0
      )
      if a != b { return a < b ? -1 : 1 }
    }
    return 0
  }

  /// Whether a text is a number or a version.
  package static func isNumber(_ text: String) -> Bool { parts(text) != nil }

  private static func parts(_ text: String) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(part) : nil
    }
    let numbers = parts.compactMap(\.self)
    return numbers.count == parts.count ? numbers : nil
  }
}
