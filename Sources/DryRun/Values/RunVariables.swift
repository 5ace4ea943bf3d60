import Facts

/// The variables of a run: those of all steps, and those a step brings along while it is looked at.
struct RunVariables {
  /// The place of a variable.
  typealias Slot = Int

  /// What a variable is that nobody has stated.
  private let unstated: Situation.Unstated
  private var slots: [String: Slot] = [:]
  /// The names as they were written first.
  private(set) var names: [String] = []
  /// Nil for what nobody has stated.
  private var values: [RunValue?] = []
  /// What decides whether everything is something else than it was; nil while nothing does.
  private var forgotten: Needs?
  private var locals: [(slot: Slot, text: String)] = []

  init(unstated: Situation.Unstated) { self.unstated = unstated }

  /// The place of a name, whatever its case.
  mutating func slot(_ name: String) -> Slot {
    if let slot = slots[name] { return slot }
    let key = name.lowercased()
    if let slot = slots[key] {
      slots[name] = slot
      return slot
    }
    let slot = names.count
    names.append(name)
    values.append(nil)
    slots[name] = slot
    slots[key] = slot
    return slot
  }

  /// What a variable holds; the value of all steps goes before that of the one that is looked at.
  func value(_ slot: Slot, _ book: inout FactBook) -> RunValue {
    let value = stated(slot, &book)
    guard value.canBeAbsent, !locals.isEmpty,
      let local = locals.last(where: { $0.slot == slot })
    else { return value }
    if value == .absent { return .known(local.text) }
    // Where it is not there, the step's own counts.
    let isSet = !local.text.isEmpty
    guard let texts = value.choices else { return .anything(isSet: isSet, value.needs) }
    let others = texts.filter { !$0.isEmpty && $0 != local.text } + [local.text]
    return others.count == 1
      ? .known(others[0]) : .open(RunChoice(others, isSet: isSet, value.needs))
  }

  private func stated(_ slot: Slot, _ book: inout FactBook) -> RunValue {
    if let value = values[slot] { return value }
    if let forgotten { return .anything(book.needs(.variable, names[slot]).union(forgotten)) }
    return unstated == .absent ? .absent : .anything(book.needs(.variable, names[slot]))
  }

  /// Gives a variable a value for certain.
  mutating func set(_ slot: Slot, to value: RunValue) { values[slot] = value }

  /// Gives a variable a value, or not, which something decides that nobody has stated.
  mutating func set(
    _ slot: Slot, to value: RunValue, maybe needs: Needs, _ book: inout FactBook
  ) {
    values[slot] = stated(slot, &book).joined(with: value, by: needs)
  }

  /// Whether anybody has stated or set a variable.
  func isStated(_ slot: Slot) -> Bool { values[slot] != nil }

  /// Whether what nobody has stated is not there.
  var isUnstatedAbsent: Bool { unstated == .absent && forgotten == nil }

  /// What all steps see of a variable; nil where nobody has stated or set it.
  func common(_ slot: Slot) -> RunValue? { values[slot] }

  /// Puts in what a step brings along.
  mutating func bring(_ slot: Slot, _ text: String) { locals.append((slot, text)) }

  /// Takes that out again.
  mutating func takeAway() { locals.removeAll(keepingCapacity: true) }

  /// Everything may have been set to anything.
  mutating func forgetAll(maybe needs: Needs) {
    forgotten = needs.union(forgotten ?? Needs())
    for slot in values.indices {
      values[slot] = values[slot].map { .anything(needs.union($0.needs)) }
    }
  }

  /// What is stated or set, by the names as they were written first.
  var all: [(name: String, value: RunValue)] {
    values.indices.compactMap { slot in values[slot].map { (names[slot], $0) } }
  }
}
