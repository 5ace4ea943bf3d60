import Conditions
import Operations
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// What the keys of the condition's pane do.
enum ConditionTree {
  /// Opens the condition of the focused node as a tree.
  static func open(_ state: inout EditorState) -> [Effect] {
    let subject = state.file.subject
    let node =
      subject.kind == .sequence ? state.file.document.nodes(state.file.targets).first : subject
    guard let node, node.kind != .sequence else { return [] }
    ConditionTyping.open(&state, ConditionPane(node: node.id))
    guard state.file.facts.isEmpty, let path = state.file.path else { return [] }
    return [.readFacts(state.file.id, path: path)]
  }

  // MARK: What is open

  /// The line the cursor of the pane is on.
  static func row(_ state: EditorState) -> ConditionPane.Row? {
    state.uppermost(ConditionPane.self)?.row(in: state.file)
  }

  /// The whole condition of the pane.
  static func whole(_ state: EditorState) -> Operand? {
    state.uppermost(ConditionPane.self)?.node(in: state.file)?.condition?.operand
  }

  /// The whole condition of the pane, and the operand the cursor is on with its place.
  private static func chosen(_ state: EditorState) -> (
    whole: Operand, place: Operand.Place, operand: Operand
  )? {
    guard let whole = whole(state), case .operand(let place, let operand) = row(state)?.kind
    else { return nil }
    return (whole, place, operand)
  }

  /// Makes the condition of the marked nodes, else of the pane's own, say something else and puts the
  /// cursor there.
  static func change(
    _ state: inout EditorState, _ operand: Operand?, cursor place: Operand.Place? = nil
  ) {
    guard let pane = state.uppermost(ConditionPane.self) else { return }
    let marks = state.file.outline.marks
    let targets = marks.contains(pane.node) ? marks : [pane.node]
    let isGone = operand == nil && whole(state) != nil
    state.perform(
      ChangeCondition(isGone ? .clear : .set(operand), of: state.file.document.paths(of: targets)))
    let rows = pane.rows(in: state.file)
    state.changeUppermost { (pane: inout ConditionPane) in
      if let place { pane.select(place, in: rows) }
      pane.move(by: 0, of: rows.count)
    }
  }

  // MARK: Adding and editing

  /// Adds an operand at the cursor.
  static func add(_ state: inout EditorState, _ new: Operand) {
    guard let whole = whole(state) else { return change(&state, new, cursor: []) }
    let (changed, place) = whole.adding(new, at: row(state)?.place ?? [])
    change(&state, changed, cursor: place)
  }

  /// A short menu of the kinds there are.
  static func chooseKind(_ state: inout EditorState) -> [Effect] {
    let items = TestKind.all(in: state.file.document.dialect).map { kind in
      PickerLayer.Item(title: kind.title, detail: kind.example) { state in
        switch kind.start {
        case .group(let junction): add(&state, .group(junction, []))
        case .test(let test):
          TestEditing.open(&state, test, extras: [], isNew: true)
        case .systems: return TestEditing.chooseSystem(&state)
        case .text: return type(&state, "") { add(&$0, $1) }
        }
        return []
      }
    }
    state.open(PickerLayer(title: "Add", items: items))
    return []
  }

  /// Edits the operand under the cursor in the way that fits it.
  static func edit(_ state: inout EditorState) -> [Effect] {
    guard let chosen = chosen(state) else {
      switch row(state)?.kind {
      case .add: return chooseKind(&state)
      case .inherited(let group, _), .group(let group, _, _):
        state.close()
        state.show(focus: group)
        return open(&state)
      default: return moveStrayIn(&state)
      }
    }
    switch chosen.operand {
    case .group(let junction, _):
      return chooseJunction(
        &state, "Of these must hold", selected: Junction.allCases.firstIndex(of: junction) ?? 0,
        { chosen.whole.changing(chosen.place, to: $0) }, cursor: chosen.place)
    case .test(.other, _), .systems, .raw: return editAsText(&state)
    case .test(let test, let extras):
      TestEditing.open(&state, test, extras: extras, isNew: false)
      return []
    }
  }

  /// Types the operand under the cursor.
  static func editAsText(_ state: inout EditorState) -> [Effect] {
    if isInherited(&state) { return [] }
    guard let chosen = chosen(state) else { return type(&state, "") { add(&$0, $1) } }
    let shown = chosen.operand.covered(where: state.file.secrecy.isSecret)
    return Ask.inClear(&state, shown != chosen.operand) { state in
      type(&state, ConditionText.format(chosen.operand)) { state, new in
        guard let whole = whole(state) else { return }
        change(&state, whole.replacing(chosen.place, with: [new]), cursor: chosen.place)
      }
    }
  }

  private static func type(
    _ state: inout EditorState, _ text: String, cursor: Int? = nil,
    _ accepted: @escaping (inout EditorState, Operand) -> Void
  ) -> [Effect] {
    let line = ConditionLine(title: "One operand", text, cursor: cursor) { state, text in
      do throws(ConditionFault) {
        if let operand = try ConditionText.parse(text) { accepted(&state, operand) }
        return []
      } catch {
        return type(&state, text, cursor: error.position, accepted)
      }
    }
    ConditionTyping.open(&state, line)
    return []
  }

  /// Whether the row is of a group above, whose condition is changed in its own pane; says so.
  private static func isInherited(_ state: inout EditorState) -> Bool {
    switch row(state)?.kind {
    case .inherited, .group:
      state.say("This is of the group above; \(state.keyLabel(.conditionEdit)) opens it.")
      return true
    default: return false
    }
  }

  // MARK: Changing the shape

  static func remove(_ state: inout EditorState) -> [Effect] {
    if isInherited(&state) { return [] }
    if case .stray(let id, _) = row(state)?.kind {
      deal(&state, with: id, isKept: false)
      return []
    }
    guard let chosen = chosen(state) else { return [] }
    change(&state, chosen.whole.replacing(chosen.place, with: [])?.collapsed)
    return []
  }

  /// Puts an operand that stands outside the condition into it.
  private static func moveStrayIn(_ state: inout EditorState) -> [Effect] {
    guard case .stray(let id, _) = row(state)?.kind else { return [] }
    deal(&state, with: id, isKept: true)
    return []
  }

  private static func deal(_ state: inout EditorState, with stray: NodeID, isKept: Bool) {
    guard let change = ChangeExpression(stray, in: state.file.document, isKept: isKept) else {
      return state.say("It is not here any more.", .warning)
    }
    state.perform(change)
  }

  static func move(
    _ state: inout EditorState,
    _ move: (Operand, Operand.Place) -> (operand: Operand, place: Operand.Place)?
  ) -> [Effect] {
    guard let chosen = chosen(state), let (changed, place) = move(chosen.whole, chosen.place) else {
      state.say("It cannot go there.")
      return []
    }
    let whole = changed.collapsed
    change(&state, whole, cursor: whole == changed ? place : Array(place.dropFirst()))
    return []
  }

  /// The three ways a group decides.
  private static let junctions: [(junction: Junction, title: String, detail: String)] = [
    (.all, "All", "all of these hold"), (.any, "Any", "any of these holds"),
    (.none, "None", "none of these holds"),
  ]

  /// Lets the user choose a junction and puts what it makes of the condition in its place.
  private static func chooseJunction(
    _ state: inout EditorState, _ title: String, selected: Int = 0,
    _ make: @escaping (Junction) -> Operand,
    cursor place: Operand.Place
  ) -> [Effect] {
    let items = Self.junctions.map { junction, title, detail in
      PickerLayer.Item(title: title, detail: detail) { state in
        change(&state, make(junction), cursor: place)
        return []
      }
    }
    state.open(PickerLayer(title: title, items: items, selected: selected))
    return []
  }

  static func chooseWrapping(_ state: inout EditorState) -> [Effect] {
    if isInherited(&state) { return [] }
    guard let chosen = chosen(state) else { return [] }
    return chooseJunction(
      &state, "Put it into a group", { chosen.whole.wrapping(chosen.place, in: $0) },
      cursor: chosen.place)
  }

  static func unwrap(_ state: inout EditorState) -> [Effect] {
    guard let chosen = chosen(state), case .group = chosen.operand else {
      state.say("Only a group can be taken apart.")
      return []
    }
    guard let changed = chosen.whole.unwrapping(chosen.place) else {
      state.say("Without it all of these would have to hold; make it “all” first.", .warning)
      return []
    }
    change(&state, changed, cursor: chosen.place)
    return []
  }

  static func negate(_ state: inout EditorState) -> [Effect] {
    if isInherited(&state) { return [] }
    guard let chosen = chosen(state) else { return [] }
    change(&state, chosen.whole.negating(chosen.place), cursor: chosen.place)
    return []
  }

  /// all → any → none → all.
  static func changeJunction(_ state: inout EditorState) -> [Effect] {
    guard let chosen = chosen(state), case .group(let junction, _) = chosen.operand else {
      state.say("Only a group is all, any or none.")
      return []
    }
    let all = Junction.allCases
    let next = all[((all.firstIndex(of: junction) ?? 0) + 1) % all.count]
    change(&state, chosen.whole.changing(chosen.place, to: next), cursor: chosen.place)
    return []
  }

  // MARK: Copying

  /// Takes the operand under the cursor to the clipboards.
  static func copy(_ state: inout EditorState) -> [Effect] {
    guard let operand = row(state)?.operand ?? whole(state) else { return [] }
    state.conditionClipboard = operand
    let shown = ConditionText.format(operand.covered(where: state.file.secrecy.isSecret))
    state.say(
      "Copied \(shown); \(state.keyLabel(.conditionInsert)) puts it in, in other files too.")
    return Copying.put(&state, shown: shown, clear: ConditionText.format(operand))
  }

  static func cut(_ state: inout EditorState) -> [Effect] {
    guard chosen(state) != nil else { return [] }
    return copy(&state) + remove(&state)
  }

  static func paste(_ state: inout EditorState) -> [Effect] {
    if let operand = state.conditionClipboard { add(&state, operand) }
    return []
  }

  /// Takes a text from the terminal's clipboard as an operand.
  static func pasteText(_ state: inout EditorState, _ text: String) {
    do throws(ConditionFault) {
      if let operand = try ConditionText.parse(text) { add(&state, operand) }
    } catch {
      state.say("What was pasted is no condition: \(error.sentence).", .warning)
    }
  }
}
