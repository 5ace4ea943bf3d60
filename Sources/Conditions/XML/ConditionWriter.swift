import Basics
package import TaskSequence
package import XMLTree

/// Brings the operands inside a `<condition>` in line with what they shall be, touching no byte of
/// those that stay.
///
/// It works in two passes. The first pairs the operands that are there with the ones wanted: equal
/// ones, then those of the same kind that stand between equal neighbours. What is left over on either
/// side goes, or is new – unless it is the same operand in another place, which then moves with its
/// bytes. The second pass makes the edits.
package struct ConditionWriter {
  package private(set) var tree: Document
  private let habits: Habits
  private let expressions: ExpressionHabits

  /// What becomes of one wanted operand.
  private indirect enum Plan {
    /// The element stays; an expression is rewritten, a group's inside is planned.
    case keep(NodeID)
    case rewrite(NodeID, ExpressionForm)
    case regroup(NodeID, Junction, [Plan])
    /// It is not here: it comes from elsewhere or is new.
    case bring(Operand)

    var place: NodeID? {
      switch self {
      case .keep(let id), .rewrite(let id, _), .regroup(let id, _, _): id
      case .bring: nil
      }
    }
  }

  /// Elements that lose their place, to be used again.
  private var loose: [(operand: Operand, element: Element)] = []
  private var gone: Set<NodeID> = []

  package init(_ tree: Document, _ habits: Habits, _ expressions: ExpressionHabits) {
    self.tree = tree
    self.habits = habits
    self.expressions = expressions
  }

  /// Makes the operands of a `<condition>` say what is wanted; nil empties it.
  package mutating func write(_ wanted: Operand?, into condition: Element) {
    let old = Array(condition.elements)
    var operands = wanted.map { [$0] } ?? []
    // Operands side by side are a group of their own without a tag.
    if old.count > 1, case .group(.all, let inside) = wanted, inside.count > 1 { operands = inside }
    let plans = plan(old, operands)
    var moved: [NodeID: Piece] = [:]
    let taken = takeLoose(for: plans)
    let (without, pieces) = tree.removing(Set(taken.map(\.id)))
    for piece in pieces { moved[piece.element.id] = piece }
    tree = without.removing(gone).document
    var stock = taken.compactMap { element in moved[element.id].map { (Operand(element), $0) } }
    place(plans, in: condition.id, &stock)
  }

  // MARK: Planning

  private mutating func plan(_ old: [Element], _ wanted: [Operand]) -> [Plan] {
    let read = old.map { Operand($0) }
    var plans: [Plan] = []
    var (i, j) = (0, 0)
    for (left, right) in Self.common(read, wanted) + [(old.count, wanted.count)] {
      plans += planGap(Array(zip(read, old))[i..<left], wanted[j..<right])
      if left < old.count { plans.append(.keep(old[left].id)) }
      (i, j) = (left + 1, right + 1)
    }
    return plans
  }

  /// Plans what stands between equal neighbours.
  private mutating func planGap(
    _ old: ArraySlice<(Operand, Element)>, _ wanted: ArraySlice<Operand>
  ) -> [Plan] {
    var rest = old[...]
    var plans: [Plan] = []
    for operand in wanted {
      // What is wrapped or unwrapped moves as it is.
      let isInside = old.contains { $0.0.contains(operand) }
      let match =
        isInside
        ? nil
        : rest.firstIndex { old in
          Self.isSameKind(old.0, operand) && !wanted.contains { $0.contains(old.0) }
        }
      guard let match else {
        plans.append(.bring(operand))
        continue
      }
      rest[rest.startIndex..<match].forEach { loosen($0.0, $0.1) }
      plans.append(plan(rest[match].1, operand))
      rest = rest[(match + 1)...]
    }
    rest.forEach { loosen($0.0, $0.1) }
    return plans
  }

  private mutating func plan(_ element: Element, _ operand: Operand) -> Plan {
    switch operand {
    case .group(let junction, let operands):
      return .regroup(element.id, junction, plan(Array(element.elements), operands))
    case .test(let test, let extras):
      return .rewrite(element.id, ExpressionForm(test, extras: extras))
    case .systems, .raw: return .bring(operand)
    }
  }

  /// Gives an element up with all that is inside it.
  private mutating func loosen(_ operand: Operand, _ element: Element) {
    gone.insert(element.id)
    loose.append((operand, element))
    guard case .group = operand else { return }
    for inner in element.elements { loosen(Operand(inner), inner) }
  }

  /// Whether the element of one can become the other.
  private static func isSameKind(_ old: Operand, _ new: Operand) -> Bool {
    switch (old, new) {
    case (.group, .group): true
    case (.test(let old, let oldExtras), .test(let new, let newExtras)):
      ExpressionForm(old, extras: oldExtras).canBecome(ExpressionForm(new, extras: newExtras))
    default: false
    }
  }

  /// The pairs of equal operands, as many as there can be in order.
  private static func common(_ old: [Operand], _ new: [Operand]) -> [(Int, Int)] {
    let head = old.sharedHead(with: new, by: ==)
    var lengths = Array(
      repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in (head..<max(head, old.count)).reversed() {
      for j in (head..<max(head, new.count)).reversed() {
        lengths[i][j] =
          old[i] == new[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs = (0..<head).map { ($0, $0) }
    var (i, j) = (head, head)
    while i < old.count, j < new.count {
      if old[i] == new[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// The loose elements that are wanted elsewhere, each once.
  private mutating func takeLoose(for plans: [Plan]) -> [Element] {
    var taken: [Element] = []
    func take(_ operand: Operand, _ loose: inout [(operand: Operand, element: Element)]) {
      if let index = loose.firstIndex(where: { $0.operand == operand }) {
        let element = loose.remove(at: index).element
        // What is inside goes along, and what is around stays behind.
        loose.removeAll { other in
          element.contains(other.element.id) || other.element.contains(element.id)
        }
        return taken.append(element)
      }
      for inner in operand.operands { take(inner, &loose) }
    }
    func look(_ plans: [Plan], _ loose: inout [(operand: Operand, element: Element)]) {
      for plan in plans {
        switch plan {
        case .bring(let operand): take(operand, &loose)
        case .regroup(_, _, let inside): look(inside, &loose)
        case .keep, .rewrite: break
        }
      }
    }
    look(plans, &loose)
    return taken
  }

  // MARK: Making

  private mutating func place(
    _ plans: [Plan], in parent: NodeID, _ stock: inout [(Operand, Piece)]
  ) {
    var slot = Slot.first
    for plan in plans {
      switch plan {
      case .keep: break
      case .rewrite(let id, let form): rewrite(id, form)
      case .regroup(let id, let junction, let inside):
        tree = tree.rewriting([id]) { element in
          element.attribute("type")?.lowercased() == junction.rawValue
            ? element : element.settingAttribute("type", to: junction.rawValue)
        }
        place(inside, in: id, &stock)
      case .bring(let operand):
        if let id = bring(operand, into: parent, slot, &stock) { slot = .after(id) }
      }
      if let id = plan.place { slot = .after(id) }
    }
  }

  /// Puts an operand at a place: one from the stock, or a new one.
  private mutating func bring(
    _ operand: Operand, into parent: NodeID, _ slot: Slot, _ stock: inout [(Operand, Piece)]
  ) -> NodeID? {
    if let index = stock.firstIndex(where: { $0.0 == operand }) {
      let piece = stock.remove(at: index).1
      tree = tree.inserting([piece], into: parent, at: slot, habit: habits.layout)
      return piece.element.id
    }
    let inside = operand.operands
    guard let id = insert(xml(of: operand), into: parent, slot) else { return nil }
    place(inside.map(Plan.bring), in: id, &stock)
    return id
  }

  private mutating func insert(_ xml: String, into parent: NodeID, _ slot: Slot) -> NodeID? {
    guard let pieces = try? tree.parseFragment(Array(xml.utf8)), let first = pieces.first else {
      return nil
    }
    tree = tree.inserting([first], into: parent, at: slot, habit: habits.layout)
    return first.element.id
  }

  /// Sets the variables of an expression, each in the place it has.
  private mutating func rewrite(_ id: NodeID, _ form: ExpressionForm) {
    guard let element = tree.element(id), let old = ExpressionForm(element) else { return }
    if form.ignoresErrors != old.ignoresErrors {
      tree = tree.rewriting([id]) { element in
        form.ignoresErrors
          ? element.settingAttribute("ignoreQueryFailure", to: "true")
          : element.removingAttribute("ignoreQueryFailure")
      }
    }
    let wanted = expressions.spelled(form)
    for variable in element.elements {
      let name = variable.attribute("name") ?? ""
      guard let value = wanted.settings.first(where: { $0.name == name })?.value else {
        tree = tree.removing([variable.id]).document
        continue
      }
      let isSame =
        name.hasSuffix("Operator") && value.lowercased() == variable.text.lowercased()
        || value.isEmpty && variable.text.allSatisfy(\.isWhitespace) && form.isUnary
      guard !isSame else { continue }
      tree = tree.rewriting([variable.id]) { $0.settingText(value, newline: habits.newline) }
    }
    var slot = Slot.first
    for setting in wanted.settings {
      let there = tree.element(id)?.elements.first { $0.attribute("name") == setting.name }
      let added = there?.id ?? insert(xml(of: setting), into: id, slot)
      if let added { slot = .after(added) }
    }
  }

  // MARK: XML

  private func xml(of operand: Operand) -> String {
    var xml = XMLText()
    switch operand {
    case .group(let junction, let operands):
      xml.open("operator", [("type", junction.rawValue)])
      xml.close("operator", asOneTag: operands.isEmpty, habits)
    case .test(let test, let extras): write(ExpressionForm(test, extras: extras), to: &xml)
    case .systems(let platforms):
      xml.open("osConditionGroup", [("type", "or")])
      for platform in platforms { write(platform, to: &xml) }
      xml.close("osConditionGroup", habits)
    case .raw(let text): return text
    }
    return xml.string
  }

  private func write(_ form: ExpressionForm, to xml: inout XMLText) {
    let form = expressions.spelled(form)
    xml.open(
      "expression",
      [("type", form.type)] + (form.ignoresErrors ? [("ignoreQueryFailure", "true")] : []))
    for setting in form.settings { write(setting, to: &xml) }
    xml.close("expression", asOneTag: form.settings.isEmpty, habits)
  }

  private func xml(of setting: Setting) -> String {
    var xml = XMLText()
    write(setting, to: &xml)
    return xml.string
  }

  private func write(_ setting: Setting, to xml: inout XMLText) {
    xml.open("variable", [("name", setting.name)])
    xml.text(setting.value, newline: habits.newline)
    let isOneTag = setting.value.isEmpty && !habits.spellsEmptyVariables
    xml.close("variable", asOneTag: isOneTag, habits)
  }

  private func write(_ platform: Platform, to xml: inout XMLText) {
    xml.open(
      "osExpressionGroup", [("type", "and")] + (platform.name.map { [("name", $0)] } ?? []))
    xml.open(
      "platformKey",
      [
        ("arch", platform.architecture), ("type", platform.type), ("minVer", platform.first),
        ("maxVer", platform.last),
      ])
    xml.close("platformKey", asOneTag: true, habits)
    for query in platform.queries { write(ExpressionForm(.query(query), extras: []), to: &xml) }
    xml.close("osExpressionGroup", habits)
  }
}

extension ExpressionForm {
  /// Whether an expression can become another by setting its variables.
  fileprivate func canBecome(_ other: ExpressionForm) -> Bool {
    func isUnique(_ form: ExpressionForm) -> Bool {
      Set(form.settings.map(\.name)).count == form.settings.count
    }
    return type == other.type && isUnique(self) && isUnique(other)
  }

  /// Whether it only asks whether something is there.
  fileprivate var isUnary: Bool {
    settings.contains { $0.name == "Operator" && (Comparison(xml: $0.value)?.isUnary ?? false) }
  }
}

extension Element {
  /// Whether an element is somewhere below this one.
  fileprivate func contains(_ id: NodeID) -> Bool {
    elements.contains { $0.id == id || $0.contains(id) }
  }
}
