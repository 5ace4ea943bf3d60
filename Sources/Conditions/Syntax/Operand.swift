/// One operand of a condition, as a value of its own.
///
/// Every condition the XML can hold is one of these, or none at all: an empty `<condition>`, which
/// always holds. Several operands side by side in a `<condition>` are `.group(.all, …)`.
package indirect enum Operand: Equatable, Sendable {
  /// All, any or none of some operands.
  case group(Junction, [Operand])
  /// One `<expression>`; `extras` are the variables inside it that its type does not know.
  case test(Test, extras: [Setting])
  /// Configuration Manager's list of operating systems, one of which must be running.
  case systems([Platform])
  /// An element that is none of these, as XML on one line.
  case raw(String)
}

/// How the operands of a group decide.
package enum Junction: String, CaseIterable, Sendable {
  /// True when every operand is, and when there is none.
  case all = "and"
  /// True when at least one operand is.
  case any = "or"
  /// True when no operand is.
  case none = "not"

  /// Its name in the text: `all`, `any`, `none`.
  package var word: String {
    switch self {
    case .all: "all"
    case .any: "any"
    case .none: "none"
    }
  }
}

/// A `<variable>` inside an `<expression>`.
package struct Setting: Equatable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Operand {
  /// A test that has nothing its type does not know.
  package static func test(_ test: Test) -> Operand { .test(test, extras: []) }

  /// What is directly inside a group; nothing for others.
  package var operands: [Operand] {
    if case .group(_, let operands) = self { operands } else { [] }
  }

  /// Calls `visit` for this operand and all below it, outer ones first.
  package func walk(_ visit: (Operand) -> Void) {
    visit(self)
    for operand in operands { operand.walk(visit) }
  }

  /// Whether an operand below this one is equal to another.
  func contains(_ other: Operand) -> Bool {
    operands.contains { $0 == other || $0.contains(other) }
  }
}
