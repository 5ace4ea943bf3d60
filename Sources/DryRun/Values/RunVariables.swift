import Facts
import TaskSequence
import XMLTree

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
  /// The step that is looked at, whose own values count where there is no other.
  private var local: TaskNode?

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
    guard value.canBeAbsent, let own = own(slot) else { return value }
    if value == .absent { return .known(own) }
    // Where it is not there, the step's own counts.
    let isSet = !own.isEmpty
    guard let texts = value.choices else { return .anything(isSet: isSet, value.needs) }
    let others = texts.filter { !$0.isEmpty && $0 != own } + [own]
    return others.count == 1
      ? .known(others[0]) : .open(RunChoice(others, isSet: isSet, value.needs))
  }

  /// What the step that is looked at has for itself: no argument of its command line.
  private func own(_ slot: Slot) -> String? {
    guard let local else { return nil }
    let name = names[slot]
    var own: String?
    for list in local.element.elements where list.isNamed("defaultVarList") {
      for variable in list.elements where variable.isNamed("variable") {
        guard let spelled = variable.spelledAttribute("name"), spelled.isLetters(of: name),
          variable.attribute("hidden")?.lowercased() != "true"
        else { continue }
        own = variable.text
      }
    }
    return own
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

  /// Brings in what a step has for itself.
  mutating func bring(_ node: TaskNode) { local = node }

  /// Takes that out again.
  mutating func takeAway() { local = nil }

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

extension ArraySlice<UInt8> {
  /// Whether the bytes are a name, whatever its case; names are plain letters.
  fileprivate func isLetters(of name: String) -> Bool {
    let other = name.utf8
    guard count == other.count else { return false }
    return zip(self, other).allSatisfy { $0 == $1 || $0 | 0x20 == $1 | 0x20 && $1 | 0x20 >= 0x61 }
  }
}
