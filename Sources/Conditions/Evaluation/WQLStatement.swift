/// What a query of WMI asks: a class, and what its rows must be.
package struct WQLStatement: Equatable, Sendable {
  /// The class in small letters; nil for a query that asks otherwise than by `select`.
  package let name: String?
  /// Nil where every row will do.
  package let filter: WQLFilter?
}

/// What a row must be; names of properties are in small letters.
package indirect enum WQLFilter: Equatable, Sendable {
  case all([WQLFilter])
  case any([WQLFilter])
  case not(WQLFilter)
  /// A property, a sign, and what it is held against.
  case compare(String, String, String)
  case like(String, String, isNegated: Bool)
  case isNull(String, isNegated: Bool)
  /// What no property alone tells.
  case other

  /// The sign that says the same with its sides changed.
  static let turned = ["<": ">", "<=": ">=", ">": "<", ">=": "<="]

  /// Whether it holds for a row.
  /// - Parameter holds: Whether one test of a property does; `like` patterns come as they are written.
  package func truth(_ holds: (WQLFilter) -> Truth) -> Truth {
    switch self {
    case .all(let parts): .all(parts.map { $0.truth(holds) })
    case .any(let parts): .any(parts.map { $0.truth(holds) })
    case .not(let part): !part.truth(holds)
    case .compare, .like, .isNull: holds(self)
    case .other: .unknown
    }
  }
}

/// A pattern of WQL's `like`: `%` is any text, `_` any character, `[a-f]` one of some, `[^a]` none of them.
package struct WQLPattern: Sendable {
  fileprivate enum Part: Sendable {
    case rest
    case one
    case among([ClosedRange<Character>], isNegated: Bool)
  }

  private let parts: [Part]

  package init(_ text: String) {
    var parts: [Part] = []
    let characters = Array(text.lowercased())
    var index = 0
    while index < characters.count {
      let character = characters[index]
      index += 1
      switch character {
      case "%": parts.append(.rest)
      case "_": parts.append(.one)
      case "[":
        guard let end = characters[index...].firstIndex(of: "]") else { fallthrough }
        var set = characters[index..<end]
        let isNegated = set.first == "^"
        if isNegated { set = set.dropFirst() }
        parts.append(.among(Self.ranges(Array(set)), isNegated: isNegated))
        index = end + 1
      default: parts.append(.among([character...character], isNegated: false))
      }
    }
    self.parts = parts
  }

  private static func ranges(_ set: [Character]) -> [ClosedRange<Character>] {
    var ranges: [ClosedRange<Character>] = []
    var index = 0
    while index < set.count {
      if index + 2 < set.count, set[index + 1] == "-" || set[index + 1] == "=",
        set[index] <= set[index + 2]
      {
        ranges.append(set[index]...set[index + 2])
        index += 3
      } else {
        ranges.append(set[index]...set[index])
        index += 1
      }
    }
    return ranges
  }

  /// Whether a text matches, whatever its capitals.
  package func matches(_ text: String) -> Bool {
    let text = Array(text.lowercased())
    var (i, j) = (0, 0)
    var retry: (i: Int, j: Int)?
    while i < text.count {
      if j < parts.count, case .rest = parts[j] {
        retry = (i, j)
        j += 1
      } else if j < parts.count, parts[j].takes(text[i]) {
        (i, j) = (i + 1, j + 1)
      } else if let last = retry {
        (i, j) = (last.i + 1, last.j + 1)
        retry = (last.i + 1, last.j)
      } else {
        return false
      }
    }
    return parts[j...].allSatisfy { if case .rest = $0 { true } else { false } }
  }
}

extension WQLPattern.Part {
  fileprivate func takes(_ character: Character) -> Bool {
    switch self {
    case .rest: false
    case .one: true
    case .among(let ranges, let isNegated):
      ranges.contains { $0.contains(character) } != isNegated
    }
  }
}
