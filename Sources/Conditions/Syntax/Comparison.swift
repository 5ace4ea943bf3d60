/// How a value is held against another.
///
/// Spelled in the XML as the raw value, in any case: MDT's own template writes `Equals`.
package enum Comparison: String, CaseIterable, Sendable {
  case equals
  case notEquals
  case less
  case lessEqual
  case greater
  case greaterEqual
  case like
  case notLike
  case exists
  case notExists

  /// Reads the XML's spelling, whatever its case.
  init?(xml: String) {
    let lower = xml.lowercased()
    guard let known = Self.allCases.first(where: { $0.rawValue.lowercased() == lower }) else {
      return nil
    }
    self = known
  }

  /// How it is written in the text.
  package var sign: String {
    switch self {
    case .equals: "="
    case .notEquals: "!="
    case .less: "<"
    case .lessEqual: "<="
    case .greater: ">"
    case .greaterEqual: ">="
    case .like: "like"
    case .notLike: "not like"
    case .exists: "exists"
    case .notExists: "not exists"
    }
  }

  /// Whether it needs no second value.
  package var isUnary: Bool { self == .exists || self == .notExists }

  /// Whether it asks which of two values is the greater one.
  package var isOrder: Bool {
    switch self {
    case .less, .lessEqual, .greater, .greaterEqual: true
    default: false
    }
  }

  /// The six that know an order.
  package static let ordering: [Comparison] = [
    .equals, .notEquals, .less, .lessEqual, .greater, .greaterEqual,
  ]

  /// True exactly when this one is false.
  package var opposite: Comparison {
    switch self {
    case .equals: .notEquals
    case .notEquals: .equals
    case .less: .greaterEqual
    case .lessEqual: .greater
    case .greater: .lessEqual
    case .greaterEqual: .less
    case .like: .notLike
    case .notLike: .like
    case .exists: .notExists
    case .notExists: .exists
    }
  }
}
