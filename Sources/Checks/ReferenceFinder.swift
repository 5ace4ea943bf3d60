import StepCatalog
import TaskSequence

/// Finds what the variables of a node reference, by the kinds of fields its type has.
struct ReferenceFinder {
  /// A place that names an object, not looked up yet.
  struct Place {
    var variable: String
    var kind: ReferenceKind
    var id: String
    var isNeeded: Bool
  }

  /// The references of one node, those of nodes inside it left out.
  static func places(in node: TaskNode, _ dialect: Dialect) -> [Place] {
    if node.kind == .sequence { return globalPlaces(node) }
    guard let type = StepTypes.shared.type(of: node, in: dialect) else { return [] }
    let values = node.variables
    var places: [Place] = []
    for variable in values {
      guard let field = type.field(of: variable.name), let kind = field.kind.referenceKind else {
        continue
      }
      let id = variable.value
      switch field.kind {
      case .references:
        places += id.split(separator: ",").map { part in
          Place(
            variable: variable.name, kind: kind, id: part.drop { $0 == " " }.description,
            isNeeded: true)
        }
      default:
        places.append(
          Place(variable: variable.name, kind: kind, id: id, isNeeded: field.isRequired))
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
        places.removeAll { sources.contains($0.variable) }
        places.append(Place(variable: sources[0], kind: .osImage, id: "", isNeeded: true))
      }
    case "SMS_TaskSequence_InstallSoftwareAction":
      places = places.map { place in
        var place = place
        place.isNeeded = !hasBase && place.kind == .package
        return place
      }
    case "SMS_TaskSequence_InstallApplicationAction":
      // The table repeats what the list says.
      let listed = places.filter { $0.variable == "ApplicationName" }.map { $0.id.lowercased() }
      places.removeAll { $0.variable != "ApplicationName" && listed.contains($0.id.lowercased()) }
      if !hasBase, places.allSatisfy({ $0.id.isEmpty }) {
        places = [Place(variable: "ApplicationName", kind: .application, id: "", isNeeded: true)]
      }
    case "SMS_TaskSequence_DownloadPackageContentAction":
      let listed = places.filter { $0.variable == "OSDDownloadDownloadPackages" }
        .map { $0.id.lowercased() }
      places.removeAll {
        $0.variable != "OSDDownloadDownloadPackages" && listed.contains($0.id.lowercased())
      }
    case "BDD_InstallApplication":
      // Empty means: install what the wizard selected.
      places = places.map { place in
        var place = place
        place.isNeeded = false
        return place
      }
    default: break
    }
    return places.filter { $0.isNeeded || !$0.id.isEmpty }
  }

  /// MDT states the operating system among the sequence's own variables; empty until it is chosen.
  private static func globalPlaces(_ node: TaskNode) -> [Place] {
    var seen: Set<String> = []
    return node.variables.filter { variable in
      variable.name == "OSGUID" && !variable.value.isEmpty && seen.insert(variable.value).inserted
    }.map {
      Place(variable: $0.name, kind: .mdtOperatingSystem, id: $0.value, isNeeded: false)
    }
  }
}
