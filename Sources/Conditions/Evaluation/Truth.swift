/// Whether something holds, as far as it is known: Kleene's three values.
package enum Truth: String, Equatable, Sendable {
  case yes = "true"
  case no = "false"
  case unknown

  package init(_ value: Bool) { self = value ? .yes : .no }

  package static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }

  /// Whether all hold; nothing at all does.
  package static func all(_ truths: some Sequence<Truth>) -> Truth {
    var result = Truth.yes
    for truth in truths {
      if truth == .no { return .no }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  /// Whether one holds; of nothing none does.
  package static func any(_ truths: some Sequence<Truth>) -> Truth {
    !all(truths.map { !$0 })
  }
}
