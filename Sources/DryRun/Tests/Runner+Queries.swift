import Conditions
import Facts

/// Queries of a run: answered as they are stated, else from what is stated of the machine.
extension Runner {
  mutating func judge(_ test: QueryTest) -> Judgement {
    let expanded = expandedQuery(test.query)
    guard let query = expanded.text else { return .open(expanded.needs) }
    let answer: Judgement
    if let known = answers[query] {
      answer = known
    } else {
      answer = judge(query: query)
      answers[query] = answer
    }
    return answer.isFaulty && test.ignoresErrors ? .no : answer
  }

  private mutating func judge(query: String) -> Judgement {
    switch situation.found.answer(to: query) {
    case .rows: return .yes
    case .none?: return .no
    case .error: return .faulty(book.needs(.query, query))
    case nil: break
    }
    let open: Judgement =
      situation.unstated == .absent ? .no : .open(book.needs(.query, query))
    guard let statement = try? WQL.statement(of: query), let name = statement.name,
      let rows = situation.machine.rows(of: name)
    else { return open }
    let isAbsent = situation.unstated == .absent
    let found = Truth.any(
      rows.map { row in
        statement.filter?.truth { Self.truth(of: $0, in: row, isAbsent: isAbsent) } ?? .yes
      })
    return switch found {
    case .yes: .yes
    case .no: .no
    case .unknown: open
    }
  }

  /// Whether a test holds for a row of which some properties are known.
  private static func truth(
    of test: WQLFilter, in row: [String: InventoryValue], isAbsent: Bool
  ) -> Truth {
    func holds(_ name: String, _ isIt: (String) -> Bool) -> Truth {
      switch row[name.lowercased()] {
      case .one(let value): Truth(isIt(value))
      case .several(let values): Truth(values.contains(where: isIt))
      case nil: isAbsent ? .no : .unknown
      }
    }
    switch test {
    case .compare(let name, let sign, let value):
      return holds(name) { compare($0, sign, value) }
    case .like(let name, let pattern, let isNegated):
      let pattern = WQLPattern(pattern)
      return holds(name) { pattern.matches($0) != isNegated }
    case .isNull(let name, let isNegated):
      if row[name.lowercased()] != nil { return Truth(isNegated) }
      return isAbsent ? Truth(!isNegated) : .unknown
    case .all, .any, .not, .other: return .unknown
    }
  }

  private static func compare(_ left: String, _ sign: String, _ right: String) -> Bool {
    let order = ValueComparison().order(left, right)
    return switch sign {
    case "=": order == 0
    case "!=", "<>": order != 0
    case "<": order < 0
    case "<=": order <= 0
    case ">": order > 0
    default: order >= 0
    }
  }
}
