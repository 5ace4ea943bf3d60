import Checks
import Operations
import References
import TaskSequence
import Widgets
import XMLTree

/// The save gate: nothing is written while unresolved references remain.
enum SaveGate {
  /// What is to be written of the file; nil when references stop it: then they are shown, and it goes
  /// on by itself once they are gone.
  static func pass(
    _ state: inout EditorState, to path: String, then goOn: @escaping LayerAction
  ) -> ClearedSequences? {
    pass(&state, to: path, isLeaving: state.afterSaving?.isLeaving ?? false, then: goOn)
  }

  private static func pass(
    _ state: inout EditorState, to path: String, isLeaving: Bool, then goOn: @escaping LayerAction
  ) -> ClearedSequences? {
    do throws(Unresolved) { return try state.file.clear() } catch {
      state.show(file: state.fileID)
      state.refused = state.fileID
      show(
        &state, error.references, path, isLeaving: isLeaving,
        then: { state in
          guard pass(&state, to: path, isLeaving: isLeaving, then: goOn) != nil else { return [] }
          state.refused = nil
          return goOn(&state)
        })
      state.say(
        "Not saved yet: each needs another object, or its step deleted or disabled.", .warning)
      return nil
    }
  }

  /// One row for each reference; choosing one offers the ways out.
  private static func show(
    _ state: inout EditorState, _ references: [Reference], _ path: String, isLeaving: Bool,
    then goOn: @escaping LayerAction
  ) {
    let titles = state.file.document.titles(of: references)
    var items = Self.byUse(references).map { reference in
      PickerLayer.Item(
        title: titles[reference.node] ?? "", detail: reference.reason.asSentence,
        side: reference.kind.label, synonyms: reference.id,
        section: isLeaving ? "To be resolved" : "", place: state.file.document.place(of: reference)
      ) { state in
        offerWaysOut(&state, of: reference, at: path, then: goOn)
        return []
      }
    }
    if isLeaving, Leaving.canKeepDrafts(state) {
      items.append(
        PickerLayer.Item(
          title: "Leave now and keep a draft", detail: "it is offered at the next opening",
          section: "Later"
        ) { Leaving.atOnce($0) })
    }
    let title =
      references.count == 1
      ? "1 reference must be resolved before saving"
      : "\(references.count) references must be resolved before saving"
    state.open(PickerLayer(title: title, items: items))
  }

  /// References in the order that is most useful to resolve them in: the object that is named most
  /// often first, since one choice settles all its places; of equals the one that is used first; the
  /// places of each together, as the sequence runs them.
  ///
  /// Where nothing is named each place is a matter of its own.
  static func byUse(_ references: [Reference]) -> [Reference] {
    let keys = references.enumerated().map { place, reference in
      let object = "\(reference.kind.rawValue) \(reference.id.lowercased())"
      return reference.id.isEmpty ? "\(object)\(place)" : object
    }
    var uses: [String: (first: Int, count: Int)] = [:]
    for (place, key) in keys.enumerated() {
      uses[key, default: (place, 0)].count += 1
    }
    return references.indices.map { place in
      let use = uses[keys[place]] ?? (place, 1)
      return (order: (-use.count, use.first, place), place: place)
    }.sorted { $0.order < $1.order }.map { references[$0.place] }
  }

  /// Correct the reference, do what its finding offers, state that the object is there, or go there.
  static func offerWaysOut(
    _ state: inout EditorState, of reference: Reference, at path: String,
    then goOn: @escaping LayerAction
  ) {
    guard state.file.document.node(reference.node) != nil else { return }
    let same = state.file.references.references.filter { $0.namesSame(as: reference) }
    let isNamed = !reference.id.isEmpty
    var choices: [QuestionLayer.Choice] = []
    if reference.place != .list {
      choices.append(
        .init(key: "f", label: "fix it: choose another \(reference.kind.label)") { state in
          ObjectChoice.start(&state, for: [reference], then: goOn)
          return []
        })
    }
    if same.count > 1, isNamed, reference.place != .list {
      choices.append(
        .init(key: "a", label: "fix it the same in all \(same.count) places") { state in
          ObjectChoice.start(&state, for: same, then: goOn)
          return []
        })
    }
    if state.file.references.canBeStated(reference, in: state.file.document) {
      choices.append(
        .init(key: "s", label: "state that it is there: the catalogue is too old") { state in
          Stating.ask(&state, of: reference, at: path, then: goOn)
          return []
        })
    }
    choices.append(
      .init(key: "g", label: "go to it; the save is given up") { state in
        state.show(focus: reference.node)
        state.pane = .tree
        return []
      })
    choices += fixes(state.file, of: [reference], then: goOn)
    if Set(same.map(\.node)).count > 1, isNamed {
      choices += fixes(state.file, of: same, then: goOn)
    }
    let place = state.file.document.place(of: reference)
    let lines = [reference.reason.asSentence]
    let path = place.count == 1 ? [] : [place.joined(separator: " › ")]
    state.open(
      QuestionLayer(
        title: place.last ?? "", lines: lines + path, choices: choices,
        escape: ("back to the list", goOn)))
  }

  /// The fixes of what was found of references to one object: `d` disables, `x` takes away, in
  /// capitals for more than one place.
  private static func fixes(
    _ file: OpenFile, of references: [Reference], then goOn: @escaping LayerAction
  ) -> [QuestionLayer.Choice] {
    let findings = references.compactMap { file.check.finding(of: $0, in: file.document) }
    return findings.fixes(in: file.document).map { fix in
      let isSwitch = fix.operations.contains { $0 is DisableNodes }
      let (one, all): (Character, Character) = isSwitch ? ("d", "D") : ("x", "X")
      let key = references.count == 1 ? one : all
      return .init(key: key, label: fix.title, risk: isSwitch ? .none : .some) { state in
        state.perform(fix.apply)
        return goOn(&state)
      }
    }
  }
}
