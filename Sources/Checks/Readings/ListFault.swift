import TaskSequence
import VariableCatalog
import XMLTree

/// What looks wrong with the numbered variables of a list that a step reads.
///
/// A step reads `NAME01`, `NAME02` … with so many digits and stops at the first number that is missing
/// (Microsoft's article on the steps; `Sources/CEmbedded/StepTypes` says how many).
struct ListFault {
  enum Kind { case digits, gap }

  let kind: Kind
  let node: NodeID
  let hit: Rule.Hit

  /// Those of all lists a sequence reads, in document order.
  static func all(in uses: VariableUses) -> [ListFault] {
    let patterns = Set(uses.all.flatMap(\.uses).filter { $0.role == .readList }.map(\.list))
    return uses.all.flatMap(\.uses).filter { $0.role == .readList }.flatMap { reader in
      all(of: reader, patterns, uses)
    }
  }

  private static func all(
    of reader: VariableUse, _ patterns: Set<ReadList>, _ uses: VariableUses
  ) -> [ListFault] {
    let base = reader.name.lowercased()
    var numbers: [Int: [Int: String]] = [:]
    for variable in uses.all where variable.sets > 0 {
      let key = variable.name.lowercased()
      guard key.hasPrefix(base) else { continue }
      let digits = key.dropFirst(base.count)
      guard digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(digits) else { continue }
      numbers[digits.count, default: [:]][number] = variable.name
    }
    var faults: [ListFault] = []
    func add(_ kind: Kind, _ reason: String) {
      let hit = Rule.Hit(reader.findingPlace, reason, [.variable(reader.name)])
      faults.append(ListFault(kind: kind, node: reader.place.node.id, hit: hit))
    }
    let own = numbers[reader.digits] ?? [:]
    let others = numbers.filter { digits, _ in
      digits != reader.digits && !patterns.contains(ReadList(base: base, digits: digits))
    }
    if let (digits, names) = others.min(by: { $0.key < $1.key }),
      let first = names.min(by: { $0.key < $1.key })
    {
      let wanted = reader.name + String(repeating: "0", count: reader.digits - 1) + "1"
      add(
        .digits,
        "\(first.value) has \(digits) digit\(digits == 1 ? "" : "s"); this step reads \(wanted) and so on"
      )
    }
    let counted = own.isEmpty ? others.min { $0.key < $1.key }?.value ?? [:] : own
    if !uses.setters.setsUnnamed, let last = counted.keys.max(), last > 0,
      let missing = (1...min(last, 999)).first(where: { counted[$0] == nil })
    {
      let after = counted.filter { $0.key > missing }.min { $0.key < $1.key }?.value ?? ""
      let reason = "nothing sets number \(missing) of \(reader.name)"
      add(.gap, "\(reason): what follows, as \(after), is not read")
    }
    return faults
  }
}

/// A list as a step reads it.
private struct ReadList: Hashable {
  let base: String
  let digits: Int
}

extension VariableUse {
  fileprivate var list: ReadList { ReadList(base: name.lowercased(), digits: digits) }

  /// Where a finding about it stands.
  var findingPlace: Finding.Place { Finding.Place(place.kind) }
}

extension Finding.Place {
  /// Where a text stands.
  init(_ kind: TextPlace.Kind) {
    self =
      switch kind {
      case .name: .property(.name)
      case .description: .property(.description)
      case .startIn: .property(.startIn)
      case .command: .action
      case .variable(let name): .variable(name)
      case .variableName, .condition, .unknown: .node
      }
  }
}

extension Rule.Look {
  /// The lists with one kind of fault.
  static func lists(_ kind: ListFault.Kind) -> Self {
    .document { reading in
      reading.lists.filter { $0.kind == kind }.map { ($0.node, $0.hit) }
    }
  }
}
