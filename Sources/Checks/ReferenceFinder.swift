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
    list.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// The references of one node, those of nodes inside it left out.
  static func places(in node: TaskNode, _ dialect: Dialect) -> [Place] {
    switch node.kind {
    case .sequence: globalPlaces(node)
    case .group: []
    case .step, .childSequence:
      ActionReferences.adding(
        to: variablePlaces(node, StepTypes.shared.type(of: node, in: dialect)), of: node)
    }
  }

  private static func variablePlaces(_ node: TaskNode, _ type: StepType?) -> [Place] {
    guard let type else { return [] }
    var places: [Place] = []
    for variable in node.variables {
      guard let field = type.field(of: variable.name), let kind = field.kind.referenceKind else {
        continue
      }
      switch field.kind {
      case .references:
        places += ids(in: variable.value).map { Place(variable.name, kind, $0, isNeeded: true) }
      default:
        let isNeeded = field.isRequired && type.idleness(of: field, given: node.variable) == nil
        places.append(Place(variable.name, kind, variable.value, isNeeded: isNeeded))
      }
    }
    return settle(places, type, node)
  }

  /// An answer file, a list of variables and two ways to name an image make one or the other needed.
  private static func settle(_ places: [Place], _ type: StepType, _ node: TaskNode) -> [Place] {
    var places = places
    let hasBase = !(node.variable("BaseVariableName") ?? "").isEmpty
    switch type.type {
    case "SMS_TaskSequence_ApplyOperatingSystemAction":
      let sources = ["ImagePackageID", "InstallPackageID"]
      if sources.allSatisfy({ (node.variable($0) ?? "").isEmpty }) {
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
