import Checks
import ObjectCatalog
import Operations
import References
import TaskSequence
import Widgets
import XMLTree

/// What can be done about references to one object that stop a save.
enum WaysOut {
  /// Offers a likely object, choosing one, what the findings offer, stating that the object is there,
  /// and going there; one answer serves all the places.
  static func offer(
    _ state: inout EditorState, of references: [Reference], at path: String,
    then goOn: @escaping LayerAction
  ) {
    guard let first = references.first, state.file.document.node(first.node) != nil else { return }
    var choices: [QuestionLayer.Choice] = []
    let replaceable = references.filter { $0.place != .list }
    if !replaceable.isEmpty {
      choices += guesses(state, for: replaceable, then: goOn)
      let everywhere = replaceable.count > 1 ? " in all \(replaceable.count) places" : ""
      choices.append(
        .init(key: "f", label: "fix it: choose another \(first.kind.label)\(everywhere)") { state in
          ObjectChoice.start(&state, for: replaceable, then: goOn)
          return []
        })
    }
    if references.count > 1 {
      choices.append(
        .init(key: "p", label: "look at the \(references.count) places one by one") { state in
          listPlaces(&state, references, at: path, then: goOn)
          return []
        })
    }
    if state.file.references.canBeStated(first, in: state.file.document) {
      choices.append(
        .init(key: "s", label: "state that it is there: the catalogue is too old") { state in
          Stating.ask(&state, of: first, at: path, then: goOn)
          return []
        })
    }
    choices.append(
      .init(key: "g", label: "go to it; the save is given up") { state in
        state.show(focus: first.node)
        state.pane = .tree
        return []
      })
    choices += fixes(state.file, of: references, then: goOn)
    let place = state.file.document.place(of: first)
    let whole = place.count == 1 ? [] : [place.joined(separator: " › ")]
    state.open(
      QuestionLayer(
        title: references.count == 1
          ? place.last ?? ""
          : SaveGate.title(of: references, state.file.document.titles(of: references)),
        lines: [first.reason.asSentence] + (references.count == 1 ? whole : []), choices: choices,
        escape: ("back to the list", goOn)))
  }

  /// The likeliest objects, each with its digit.
  private static func guesses(
    _ state: EditorState, for references: [Reference], then goOn: @escaping LayerAction
  ) -> [QuestionLayer.Choice] {
    let guesses = references.first.map {
      state.file.references.guesses(for: $0, in: state.file.document, count: 3)
    }
    return (guesses ?? []).enumerated().map { index, object in
      .init(key: Character("\(index + 1)"), label: "use \(object.words)") { state in
        ObjectChoice.put(&state, object, in: references, then: goOn)
      }
    }
  }

  /// The places of an object, each with ways out of its own.
  private static func listPlaces(
    _ state: inout EditorState, _ references: [Reference], at path: String,
    then goOn: @escaping LayerAction
  ) {
    let titles = state.file.document.titles(of: references)
    let items = references.map { reference in
      PickerLayer.Item(
        title: titles[reference.node] ?? "", detail: reference.place.words,
        place: state.file.document.place(of: reference)
      ) { state in
        offer(&state, of: [reference], at: path, then: goOn)
        return []
      }
    }
    var picker = PickerLayer(
      title: SaveGate.title(of: references, state.file.document.titles(of: references)),
      items: items)
    picker.cancelled = goOn
    state.open(picker)
  }

  /// What the rule of these references offers: `t` takes a row out of its step, `x` takes steps away,
  /// `d` disables them.
  private static func fixes(
    _ file: OpenFile, of references: [Reference], then goOn: @escaping LayerAction
  ) -> [QuestionLayer.Choice] {
    let findings = references.compactMap { file.check.finding(of: $0, in: file.document) }
    return findings.fixes(in: file.document).map { fix in
      let key: Character =
        switch fix.operations.first {
        case is ChangeRows: "t"
        case is DisableNodes: "d"
        default: "x"
        }
      return .init(key: key, label: fix.title, risk: key == "d" ? .none : .some) { state in
        state.perform(fix.apply)
        return goOn(&state)
      }
    }
  }
}
