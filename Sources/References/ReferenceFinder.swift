import Basics
import ObjectCatalog
import StepCatalog
import TaskSequence

/// Finds what a node references, by the kinds of fields its type has and by its command line.
package struct ReferenceFinder {
  /// A place that names an object, not looked up yet.
  struct Place: Equatable {
    var place: Reference.Place
    var kind: ReferenceKind
    var id: String
    var isNeeded: Bool

    init(_ variable: String, _ kind: ReferenceKind, _ id: String, isNeeded: Bool) {
      self.init(.variable(variable), kind, id, isNeeded: isNeeded)
    }

    init(_ place: Reference.Place, _ kind: ReferenceKind, _ id: String, isNeeded: Bool) {
      self.place = place
      self.kind = kind
      self.id = id
      self.isNeeded = isNeeded
    }
  }

  /// The ids of a list with commas between them.
  package static func ids(in list: String) -> [String] {
    let blank = UInt8(ascii: " ")
    return list.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      let id = part.trimming { $0 == blank }
      return id.isEmpty ? nil : String(Substring(id))
    }
  }

  /// The references of the sequence itself.
  static func places(in sequence: TaskNode) -> [Place] { globalPlaces(sequence) }

  /// The references of one step.
  static func places(in step: StepReading) -> [Place] {
    ActionReferences.adding(to: variablePlaces(step), of: step.node)
  }

  private static func variablePlaces(_ step: StepReading) -> [Place] {
    guard let type = step.type else { return [] }
    var places: [Place] = []
    for value in step.values {
      guard let field = value.field, let kind = field.kind.referenceKind else { continue }
      switch field.kind {
      case .references:
        places += ids(in: value.text).map { Place(value.name, kind, $0, isNeeded: true) }
      default:
        let isNeeded = field.isRequired && type.idleness(of: field, given: step.value) == nil
        places.append(Place(value.name, kind, value.text, isNeeded: isNeeded))
      }
    }
    return settle(places, type, step)
  }

  /// What fields say of one another: what one is part of, what a list repeats, which of several must be
  /// there.
  private static func settle(_ places: [Place], _ type: StepType, _ step: StepReading) -> [Place] {
    var places = owned(places, type)
    if let list = type.table?.list { places = settleRows(places, listed: list.variable) }
    for choice in type.choices { places = chosen(places, choice, type, step) }
    return places.filter { $0.isNeeded || !$0.id.isEmpty }
  }

  /// What is part of another object is known by that one too, and needed with it: a program with its
  /// package.
  private static func owned(_ places: [Place], _ type: StepType) -> [Place] {
    guard type.namesParts else { return places }
    return places.map { place in
      guard case .variable(let name) = place.place, let owner = type.field(of: name)?.owner else {
        return place
      }
      var place = place
      let other = places.first { $0.place == .variable(owner) }
      let package = other?.id ?? ""
      place.isNeeded = other?.isNeeded == true && !package.isEmpty
      if !place.id.isEmpty || place.isNeeded {
        place.id = CatalogObject.programID(package, place.id)
      }
      return place
    }
  }

  /// A table repeats what a list says.
  private static func settleRows(_ places: [Place], listed name: String) -> [Place] {
    let list = places.filter { $0.place == .variable(name) }
    let ids = Set(list.map { $0.id.lowercased() })
    return places.filter { $0.place == .variable(name) || !ids.contains($0.id.lowercased()) }
  }

  /// Where none of several variables names anything, nor a row of a table one of them lists, the first
  /// is needed.
  private static func chosen(
    _ places: [Place], _ choice: [String], _ type: StepType, _ step: StepReading
  ) -> [Place] {
    let listed = type.table.flatMap { $0.list }.map { choice.contains($0.variable) } ?? false
    func isOfChoice(_ place: Place) -> Bool {
      guard case .variable(let name) = place.place else { return false }
      return choice.contains(name)
        || listed && type.table?.columns.contains { $0.row(of: name) != nil } == true
    }
    let isMade =
      places.contains { isOfChoice($0) && !$0.id.isEmpty }
      || choice.contains { name in
        type.field(of: name)?.kind.referenceKind == nil && step.value(name)?.isEmpty == false
      }
    guard !isMade, let first = choice.first, let kind = type.field(of: first)?.kind.referenceKind
    else { return places }
    return places.filter { !isOfChoice($0) } + [Place(first, kind, "", isNeeded: true)]
  }

  /// The objects that the sequence's own variables name, as MDT's the operating system; empty until one is
  /// chosen.
  private static func globalPlaces(_ node: TaskNode) -> [Place] {
    var seen: Set<String> = []
    return node.variables.compactMap { variable in
      let (name, value) = (variable.name, variable.value)
      guard let kind = StepTypes.globals[name.lowercased()]?.kind.referenceKind, !value.isEmpty,
        seen.insert(value).inserted
      else { return nil }
      return Place(name, kind, value, isNeeded: false)
    }
  }
}
