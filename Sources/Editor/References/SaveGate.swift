import ObjectCatalog
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
      state.sayToo(
        "Not saved yet: each needs another object, or its step deleted or disabled.", .warning)
      return nil
    }
  }

  /// One row for each object; choosing one offers the ways out, for all its places.
  private static func show(
    _ state: inout EditorState, _ references: [Reference], _ path: String, isLeaving: Bool,
    then goOn: @escaping LayerAction
  ) {
    let objects = Self.byObject(references)
    let titles = state.file.document.titles(of: references)
    var items = objects.map { references in
      PickerLayer.Item(
        title: title(of: references, titles), detail: state.file.troubleWords(of: references[0]),
        side: references.count == 1 ? references[0].kind.label : "\(references.count) places",
        synonyms: "\(references[0].id) \(references[0].kind.label)",
        section: isLeaving ? "To be resolved" : "",
        place: references.count == 1 ? state.file.document.place(of: references[0]) : []
      ) { state in
        WaysOut.offer(&state, of: references, at: path, then: goOn)
        return []
      }
    }
    if isLeaving { items += Closing.waysToLeave(state) }
    state.open(PickerLayer(title: Self.title(of: objects), items: items))
  }

  private static func title(of objects: [[Reference]]) -> String {
    let places = objects.reduce(0) { $0 + $1.count }
    if places == 1 { return "1 reference must be resolved before saving" }
    if places == objects.count { return "\(places) references must be resolved before saving" }
    let count = objects.count == 1 ? "1 object" : "\(objects.count) objects"
    return "\(count), \(places) places: to be resolved before saving"
  }

  /// The step that names an object, and how many others do.
  static func title(of references: [Reference], _ titles: [NodeID: String]) -> String {
    let first = references.first.flatMap { titles[$0.node] } ?? ""
    return references.count == 1 ? first : "\(first) and \(references.count - 1) more"
  }

  /// References by the object they name, in the order that is most useful to resolve them in: the one
  /// that is named most often first, since one choice settles all its places; of equals the one that is
  /// used first; the places of each as the sequence runs them.
  ///
  /// Where nothing is named each place is a matter of its own.
  static func byObject(_ references: [Reference]) -> [[Reference]] {
    var objects: [[Reference]] = []
    var places: [String: Int] = [:]
    for reference in references {
      let key = "\(reference.kind.rawValue) \(reference.id.lowercased())"
      if !reference.id.isEmpty, let place = places[key] {
        objects[place].append(reference)
      } else {
        places[key] = objects.count
        objects.append([reference])
      }
    }
    return objects.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }
}
