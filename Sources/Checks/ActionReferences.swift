import ObjectCatalog
import TaskSequence

/// The objects a command line names that no variable of the step does: hand-made steps, and plain
/// command lines that run the product's programs (references.md, section 1).
enum ActionReferences {
  /// What each program takes after a switch.
  private static let switches: [(program: String, name: String, kind: ReferenceKind)] = [
    ("smsswd.exe", "/run:", .package), ("smsswd.exe", "/pkg:", .package),
    ("osdapplyos.exe", "/image:", .osImage), ("osdapplyos.exe", "/data:", .osImage),
    ("osdapplyos.exe", "/install:", .osUpgradePackage), ("osdapplyos.exe", "/config:", .package),
    ("osddriverclient.exe", "/install:", .driverPackage),
    ("osdprepareos.exe", "/install:", .package), ("smsappinstall.exe", "/app:", .application),
  ]

  static func adding(
    to places: [ReferenceFinder.Place], of node: TaskNode
  ) -> [ReferenceFinder.Place] {
    guard let action = node.action else { return places }
    let found = references(in: action)
    guard !found.isEmpty else { return places }
    let known = Set(places.map { $0.id.lowercased() })
    return places
      + found.filter { !known.contains($0.id.lowercased()) }.map {
        ReferenceFinder.Place(.action, $0.kind, $0.id, isNeeded: false)
      }
  }

  /// What a command line names, empty values left out.
  static func references(in action: String) -> [(kind: ReferenceKind, id: String)] {
    let text = action.lowercased()
    guard text.contains(".exe /") else { return [] }
    var found: [(kind: ReferenceKind, id: String)] = []
    for (program, name, kind) in switches where text.hasPrefix(program) {
      // The same letters in both: only ASCII counts here, and lower case keeps its length.
      guard text.utf8.count == action.utf8.count, let range = text.firstRange(of: name) else {
        continue
      }
      let start = action.utf8.index(
        action.utf8.startIndex,
        offsetBy: text.utf8.distance(from: text.utf8.startIndex, to: range.upperBound))
      let value = action[start...].prefix { $0 != " " && $0 != "\"" }
      if kind == .application {
        found += ReferenceFinder.ids(in: String(value)).map { (kind, $0) }
      } else {
        let id = value.prefix { $0 != "," && $0 != ":" }
        if !id.isEmpty { found.append((kind, String(id))) }
        if name == "/run:", value.count > id.count + 1 {
          found.append((.program, String(value)))
        }
      }
    }
    return found
  }
}
