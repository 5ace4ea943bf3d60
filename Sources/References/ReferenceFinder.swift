import ObjectCatalog
import StepCatalog
import TaskSequence

/// Finds what a node references, by the kinds of fields its type has and by its command line.
struct ReferenceFinder {
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
  static func ids(in list: String) -> [String] {
    let blank = UInt8(ascii: " ")
    return list.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      var id = part.drop { $0 == blank }
      while id.last == blank { id.removeLast() }
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

  /// An answer file, a list of variables and two ways to name an image make one or the other needed.
  private static func settle(_ places: [Place], _ type: StepType, _ step: StepReading) -> [Place] {
    var places = places
    let hasBase = !(step.value("BaseVariableName") ?? "").isEmpty
    switch type.type {
    case "SMS_TaskSequence_ApplyOperatingSystemAction":
      let sources = ["ImagePackageID", "InstallPackageID"]
      if sources.allSatisfy({ (step.value($0) ?? "").isEmpty }) {
        places.removeAll { sources.map(Reference.Place.variable).contains($0.place) }
        places.append(Place(sources[0], .osImage, "", isNeeded: true))
      }
    case "SMS_TaskSequence_InstallSoftwareAction":
      places = settlePrograms(places, hasBase: hasBase)
    case "SMS_TaskSequence_InstallApplicationAction":
      places = settleRows(places, listed: "ApplicationName")
      if !hasBase, places.allSatisfy({ $0.id.isEmpty }) {
        places = [Place("ApplicationName", .application, "", isNeeded: true)]
      }
    case "SMS_TaskSequence_DownloadPackageContentAction":
      places = settleRows(places, listed: "OSDDownloadDownloadPackages")
    case "BDD_InstallApplication":
      // Empty means: install what the wizard selected.
      for index in places.indices { places[index].isNeeded = false }
    default: break
    }
    return places.filter { $0.isNeeded || !$0.id.isEmpty }
  }

  /// A program is known by its package too; both are needed unless variables list them.
  private static func settlePrograms(_ places: [Place], hasBase: Bool) -> [Place] {
    let package = places.first { $0.kind == .package }?.id ?? ""
    return places.map { place in
      var place = place
      place.isNeeded = !hasBase && (place.kind == .package || !package.isEmpty)
      if place.kind == .program, !place.id.isEmpty || place.isNeeded {
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

  /// MDT states the operating system among the sequence's own variables; empty until it is chosen.
  private static func globalPlaces(_ node: TaskNode) -> [Place] {
    var seen: Set<String> = []
    return node.variables.filter { variable in
      variable.name == "OSGUID" && !variable.value.isEmpty && seen.insert(variable.value).inserted
    }.map { Place($0.name, .mdtOperatingSystem, $0.value, isNeeded: false) }
  }
}
