import Conditions
import Facts
import TaskSequence
import VariableCatalog
import XMLTree

/// Conditions of a run: three-valued, over what its variables hold and what the situation states.
///
/// The rules are those of Sources/Conditions/FACTS.md. Operands are judged in document order.
extension Runner {
  /// Whether a node's condition holds; what stands beside it may change what it says.
  mutating func judgeCondition(of node: ReadNode) -> Judgement {
    let operand = node.condition.flatMap { Condition($0).operand }
    var judgement = operand.map { judge($0) } ?? .yes
    if node.hasStrays { judgement.meet(.faulty(conditionNeeds)) }
    return judgement
  }

  mutating func judge(_ operand: Operand) -> Judgement {
    switch operand {
    case .group(.all, let operands):
      var judgement = Judgement.yes
      for operand in operands where judgement.truth != .no { judgement.meet(judge(operand)) }
      return judgement
    case .group(.any, let operands): return judgeAny(of: operands)
    case .group(.none, let operands): return !judgeAny(of: operands)
    case .test(let test, let extras):
      return Self.areIdle(extras, of: test) ? judge(test) : .faulty(conditionNeeds)
    case .systems(let platforms):
      return !platforms.reduce(into: Judgement.yes) { none, platform in
        let all = platform.queries.reduce(into: Judgement.yes) { $0.meet(judge(.query($1))) }
        none.meet(!all)
      }
    case .raw(let text): return judge(raw: text)
    }
  }

  /// Whether what stands beside what a test asks changes nothing: what is held against nothing is not
  /// looked at.
  private static func areIdle(_ extras: [Setting], of test: Test) -> Bool {
    guard !extras.isEmpty else { return true }
    switch test {
    case .variable(let test) where test.comparison.isUnary:
      return extras.allSatisfy { $0.name == "Value" }
    case .registry(let test) where test.comparison.isUnary:
      return extras.allSatisfy { $0.name == "Data" }
    default: return false
    }
  }

  /// What has no other form: an attribute that says no is one that is not there.
  private mutating func judge(raw text: String) -> Judgement {
    let plain = text.replacing(" ignoreQueryFailure=\"false\"", with: "")
    guard plain != text, let document = try? Document(parsing: Array(plain.utf8)) else {
      return .faulty(conditionNeeds)
    }
    return judge(Operand(document.root))
  }

  private mutating func judgeAny(of operands: [Operand]) -> Judgement {
    var none = Judgement.yes
    var isFound = false
    for operand in operands {
      if isFound {
        // Only a fault can matter behind one that holds.
        guard judge(operand).isFaulty else { continue }
        assume(.orStops)
        if assumptions[.orStops] == "no" { return .faulty(conditionNeeds) }
        continue
      }
      none.meet(!judge(operand))
      isFound = none.truth == .no
      if isFound, !mayFault { break }
    }
    return !none
  }

  /// Whether tests can fail to be evaluated at all, so that looking further has a sense.
  private var mayFault: Bool { situation.found.hasErrors }

  /// What must be known of a condition that cannot be evaluated.
  var conditionNeeds: Needs {
    mutating get { book.needs(.condition, pathText(row)) }
  }

  private mutating func judge(_ test: Test) -> Judgement {
    switch test {
    case .variable(let test): return judge(test)
    case .query(let test): return judge(test)
    case .file(let test): return judgeEntry(test.path, test.version, test.date, isFolder: false)
    case .folder(let test): return judgeEntry(test.path, nil, test.date, isFolder: true)
    case .registry(let test): return judge(test)
    case .software(let test):
      let name = test.name ?? test.product ?? test.upgrade ?? ""
      return unstated(.product, name)
    case .system(let test): return judge(test)
    case .other: return .faulty(conditionNeeds)
    }
  }

  /// What a fact nobody has stated comes to: nothing is there, or nobody knows.
  private mutating func unstated(_ kind: RunFact.Kind, _ text: String) -> Judgement {
    situation.unstated == .absent ? .no : .open(book.needs(kind, text))
  }

  // MARK: Variables

  private mutating func judge(_ test: VariableTest) -> Judgement {
    let name = expanded(test.name)
    guard let nameText = name.text else { return .open(name.needs) }
    let right = test.comparison.isUnary ? RunValue.known("") : expanded(test.value)
    let slot = variables.slot(nameText)
    let left = value(slot)
    seen.append((slot, left))
    if slot == lastActionNameSlot { assume(.lastActionName) }
    if test.comparison.isUnary, !left.canBeAbsent {
      return test.comparison == .exists ? .yes : .no
    }
    if case .known(let left) = left, case .known(let right) = right {
      return holds(left, test.comparison, right) ? .yes : .no
    }
    let needs = left.needs.union(right.needs)
    guard let lefts = left.choices, let rights = right.choices else { return .open(needs) }
    var (some, all) = (false, true)
    for left in lefts {
      for right in rights {
        if holds(left, test.comparison, right) { some = true } else { all = false }
      }
    }
    return all ? .yes : some ? .open(needs) : .no
  }

  /// A comparison as the assumption about capitals has it.
  private mutating func holds(_ left: String, _ comparison: Comparison, _ right: String) -> Bool {
    let regards = regardsCapitals
    let holds = ValueComparison(regardsCapitals: regards).holds(left, comparison, right)
    if !comparison.isUnary, left.utf8.contains(where: { $0 > 0x39 }),
      ValueComparison(regardsCapitals: !regards).holds(left, comparison, right) != holds
    {
      assume(.valueCase)
    }
    return holds
  }

  // MARK: The computer

  private mutating func judgeEntry(
    _ path: String, _ version: Bound?, _ date: Bound?, isFolder: Bool
  ) -> Judgement {
    let expanded = expanded(path)
    guard let text = expanded.text else { return .open(expanded.needs) }
    let kind: RunFact.Kind = isFolder ? .folder : .file
    let stated = isFolder ? situation.found.folder(text) : situation.found.file(text)
    guard let entry = stated else { return unstated(kind, text) }
    guard entry.isThere else { return .no }
    var judgement = Judgement.yes
    if let version {
      judgement.meet(
        entry.version.map {
          VersionOrder.holds($0, version.comparison, version.value) ? .yes : .no
        } ?? unstated(kind, "\(text), its version"))
    }
    if date != nil { judgement.meet(unstated(kind, "\(text), its date")) }
    return judgement
  }

  private mutating func judge(_ test: RegistryTest) -> Judgement {
    let expandedKey = expanded(test.key)
    guard let key = expandedKey.text else { return .open(expandedKey.needs) }
    let isAskedNot = test.comparison == .notExists
    guard let name = test.value else {
      if situation.found.knows(key: key) { return isAskedNot ? .no : .yes }
      let isThere = unstated(.registry, key)
      return isAskedNot ? !isThere : isThere
    }
    guard let data = situation.found.data(of: key, name) else {
      guard situation.unstated == .absent else {
        return .open(book.needs(.registry, "\(key)\\\(name)"))
      }
      return ValueComparison().holds("", test.comparison, test.data) ? .yes : .no
    }
    let right = expanded(test.data)
    guard let right = right.text else { return .open(right.needs) }
    // A value that is there may be empty.
    if test.comparison.isUnary { return isAskedNot ? .no : .yes }
    return holds(data, test.comparison, right) ? .yes : .no
  }

  private mutating func judge(_ test: SystemTest) -> Judgement {
    guard let version = situation.machine.version,
      let architecture = situation.machine.architecture
    else { return unstated(.system, "version and architecture") }
    guard architecture.lowercased() == test.architecture.lowercased() else { return .no }
    return VersionOrder.holds(version, test.comparison, test.version) ? .yes : .no
  }
}

/// Versions as numbers between full stops, where a test asks for a version and not for a text.
enum VersionOrder {
  static func holds(_ left: String, _ comparison: Comparison, _ right: String) -> Bool {
    let order = order(left, right)
    return switch comparison {
    case .equals: order == 0
    case .notEquals: order != 0
    case .less: order < 0
    case .lessEqual: order <= 0
    case .greater: order > 0
    case .greaterEqual: order >= 0
    case .exists: true
    case .notExists: false
    case .like, .notLike: ValueComparison().holds(left, comparison, right)
    }
  }

  private static func order(_ left: String, _ right: String) -> Int {
    func parts(_ text: String) -> [UInt64] {
      text.split(separator: ".").map { UInt64($0) ?? 0 }
    }
    let (left, right) = (parts(left), parts(right))
    for index in 0..<max(left.count, right.count) {
      let (one, other) = (
        index < left.count ? left[index] : 0, index < right.count ? right[index] : 0
      )
      if one != other { return one < other ? -1 : 1 }
    }
    return 0
  }
}
