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
    var found: [(kind: ReferenceKind, id: String)] = []
    for (program, name, kind) in switches where isAt(action.utf8.startIndex, of: action, program) {
      guard let place = action.utf8.indices.first(where: { isAt($0, of: action, name) }) else {
        continue
      }
      let start = action.utf8.index(place, offsetBy: name.utf8.count)
      let value = Substring(
        action.utf8[start...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\"") })
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

  /// Whether small letters stand at a place of a text, whatever their case there.
  private static func isAt(_ place: String.Index, of text: String, _ letters: String) -> Bool {
    var place = place
    for letter in letters.utf8 {
      guard place < text.utf8.endIndex else { return false }
      let byte = text.utf8[place]
      guard byte == letter || byte | 0x20 == letter && byte & 0x40 != 0 else { return false }
      text.utf8.formIndex(after: &place)
    }
    return true
  }
}
