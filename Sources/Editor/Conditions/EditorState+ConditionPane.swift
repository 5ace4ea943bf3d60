import Conditions
import Operations
import TaskSequence
import Widgets
import XMLTree

/// What the keys of the condition's pane do.
extension EditorState {
  /// The whole condition of the pane, and the operand the cursor is on with its place.
  private var chosen: (whole: Operand, place: Operand.Place, operand: Operand)? {
    guard let whole = conditionNode?.condition?.operand,
      case .operand(let place, let operand) = conditionRow?.kind
    else { return nil }
    return (whole, place, operand)
  }

  // MARK: Adding and editing

  /// Adds an operand at the cursor.
  mutating func addOperand(_ new: Operand) {
    guard let whole = conditionNode?.condition?.operand else { return change(new, cursor: []) }
    let (changed, place) = whole.adding(new, at: conditionRow?.place ?? [])
    change(changed, cursor: place)
  }

  /// A short menu of the kinds there are.
  mutating func chooseKind() -> [Effect] {
    let items = TestKind.all(in: file.document.dialect).map { kind in
      PickerLayer.Item(title: kind.title, detail: kind.example) { state in
        switch kind.start {
        case .group(let junction): state.addOperand(.group(junction, []))
        case .test(let test):
          state.openForm(TestForm(test, extras: [], isNew: true))
          return state.editFirstField()
        case .systems: return state.chooseSystem()
        case .text: return state.typeOperand("") { $0.addOperand($1) }
        }
        return []
      }
    }
    open(PickerLayer(title: "Add", items: items))
    return []
  }

  /// Edits the operand under the cursor in the way that fits it.
  mutating func editOperand() -> [Effect] {
    guard let chosen else {
      return conditionRow?.kind == .add ? chooseKind() : moveStrayIn()
    }
    switch chosen.operand {
    case .group(let junction, _):
      return chooseJunction(
        "Of these must hold", selected: Junction.allCases.firstIndex(of: junction) ?? 0,
        { chosen.whole.changing(chosen.place, to: $0) }, cursor: chosen.place)
    case .test(.other, _), .systems, .raw: return editOperandAsText()
    case .test(let test, let extras):
      openForm(TestForm(test, extras: extras, isNew: false))
      return []
    }
  }

  /// Types the operand under the cursor.
  mutating func editOperandAsText() -> [Effect] {
    guard let chosen else { return typeOperand("") { $0.addOperand($1) } }
    return typeOperand(ConditionText.format(chosen.operand)) { state, new in
      guard let whole = state.conditionNode?.condition?.operand else { return }
      state.change(whole.replacing(chosen.place, with: [new]), cursor: chosen.place)
    }
  }

  private mutating func typeOperand(
    _ text: String, cursor: Int? = nil,
    _ accepted: @escaping (inout EditorState, Operand) -> Void
  ) -> [Effect] {
    let line = ConditionLine(title: "One operand", text, cursor: cursor) { state, text in
      do throws(ConditionFault) {
        if let operand = try ConditionText.parse(text) { accepted(&state, operand) }
        return []
      } catch {
        return state.typeOperand(text, cursor: error.position, accepted)
      }
    }
    openConditional(line)
    return []
  }

  // MARK: Changing the shape

  mutating func removeOperand() -> [Effect] {
    if case .stray(let id, _) = conditionRow?.kind {
      deal(with: id, isKept: false)
      return []
    }
    guard let chosen else { return [] }
    change(chosen.whole.replacing(chosen.place, with: [])?.collapsed)
    return []
  }

  /// Puts an operand that stands outside the condition into it.
  private mutating func moveStrayIn() -> [Effect] {
    guard case .stray(let id, _) = conditionRow?.kind else { return [] }
    deal(with: id, isKept: true)
    return []
  }

  private mutating func deal(with stray: NodeID, isKept: Bool) {
    guard let change = ChangeExpression(stray, in: file.document, isKept: isKept) else {
      return say("It is not here any more.", .warning)
    }
    perform(change)
  }

  mutating func moveOperand(
    _ move: (Operand, Operand.Place) -> (operand: Operand, place: Operand.Place)?
  ) -> [Effect] {
    guard let chosen, let (changed, place) = move(chosen.whole, chosen.place) else {
      say("It cannot go there.")
      return []
    }
    let whole = changed.collapsed
    change(whole, cursor: whole == changed ? place : Array(place.dropFirst()))
    return []
  }

  /// The three ways a group decides.
  private static let junctions: [(junction: Junction, title: String, detail: String)] = [
    (.all, "All", "all of these hold"), (.any, "Any", "any of these holds"),
    (.none, "None", "none of these holds"),
  ]

  /// Lets the user choose a junction and puts what it makes of the condition in its place.
  private mutating func chooseJunction(
    _ title: String, selected: Int = 0, _ make: @escaping (Junction) -> Operand,
    cursor place: Operand.Place
  ) -> [Effect] {
    let items = Self.junctions.map { junction, title, detail in
      PickerLayer.Item(title: title, detail: detail) { state in
        state.change(make(junction), cursor: place)
        return []
      }
    }
    open(PickerLayer(title: title, items: items, selected: selected))
    return []
  }

  mutating func chooseWrapping() -> [Effect] {
    guard let chosen else { return [] }
    return chooseJunction(
      "Put it into a group", { chosen.whole.wrapping(chosen.place, in: $0) }, cursor: chosen.place)
  }

  mutating func unwrap() -> [Effect] {
    guard let chosen, case .group = chosen.operand else {
      say("Only a group can be taken apart.")
      return []
    }
    guard let changed = chosen.whole.unwrapping(chosen.place) else {
      say("Without it all of these would have to hold; make it “all” first.", .warning)
      return []
    }
    change(changed, cursor: chosen.place)
    return []
  }

  mutating func negate() -> [Effect] {
    guard let chosen else { return [] }
    change(chosen.whole.negating(chosen.place), cursor: chosen.place)
    return []
  }

  /// all → any → none → all.
  mutating func changeJunction() -> [Effect] {
    guard let chosen, case .group(let junction, _) = chosen.operand else {
      say("Only a group is all, any or none.")
      return []
    }
    let all = Junction.allCases
    let next = all[((all.firstIndex(of: junction) ?? 0) + 1) % all.count]
    change(chosen.whole.changing(chosen.place, to: next), cursor: chosen.place)
    return []
  }

  // MARK: Copying

  /// Takes the operand under the cursor to the clipboards.
  mutating func copyOperand() -> [Effect] {
    guard let operand = chosen?.operand ?? conditionNode?.condition?.operand else { return [] }
    conditionClipboard = operand
    let text = ConditionText.format(operand)
    say("Copied \(text); \(keyLabel(.conditionInsert)) puts it in, in other files too.")
    return [.copy(Array(text.utf8))]
  }

  mutating func cutOperand() -> [Effect] {
    guard chosen != nil else { return [] }
    return copyOperand() + removeOperand()
  }

  mutating func pasteOperand() -> [Effect] {
    if let conditionClipboard { addOperand(conditionClipboard) }
    return []
  }

  /// Takes a text from the terminal's clipboard as an operand.
  mutating func pasteConditionText(_ text: String) {
    do throws(ConditionFault) {
      if let operand = try ConditionText.parse(text) { addOperand(operand) }
    } catch {
      say("What was pasted is no condition: \(error.sentence).", .warning)
    }
  }

  // MARK: Whole conditions of nodes

  /// Copies the condition of the focused node.
  mutating func copyCondition() -> [Effect] {
    guard let condition = file.focus.condition, let operand = condition.operand else {
      say("There is no condition here.", .warning)
      return []
    }
    conditionClipboard = operand
    say("Copied the condition \(condition.text).")
    return [.copy(Array(condition.text.utf8))]
  }

  /// Changes the conditions of the targets.
  mutating func changeConditions(_ change: ConditionChange) -> [Effect] {
    perform(ChangeCondition(change, of: file.targetPaths))
    return []
  }

  /// Makes the nodes with the same condition the hits of the search.
  mutating func findSameCondition() -> [Effect] {
    let condition = file.focus.condition
    file.search.run(
      sameConditionAs: condition?.operand, words: condition?.text ?? "", in: file.document)
    say(
      "\(file.search.hits.count) with this condition. \(keyLabel(.findNext)) goes to the next, "
        + "\(keyLabel(.markHits)) marks them all.")
    return []
  }
}
