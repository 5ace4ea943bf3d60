import ObjectCatalog
import TaskSequence
import XMLTree

/// The objects a command line names that no variable of the step does: hand-made steps, and plain
/// command lines that run the product's programs (Sources/TaskSequence/FACTS.md, “What names an
/// object”).
enum ActionReferences {
  /// What each program takes after a switch.
  private static let switches: [(program: StaticString, name: StaticString, kind: ReferenceKind)] =
    [
      ("smsswd.exe", "/run:", .package), ("smsswd.exe", "/pkg:", .package),
      ("osdapplyos.exe", "/image:", .osImage), ("osdapplyos.exe", "/data:", .osImage),
      ("osdapplyos.exe", "/install:", .osUpgradePackage), ("osdapplyos.exe", "/config:", .package),
      ("osddriverclient.exe", "/install:", .driverPackage),
      ("osdprepareos.exe", "/install:", .package), ("smsappinstall.exe", "/app:", .application),
    ]

  static func adding(
    to places: [ReferenceFinder.Place], of node: TaskNode
  ) -> [ReferenceFinder.Place] {
    let found = node.actions.flatMap { references(in: $0.text) }
    guard !found.isEmpty else { return places }
    let known = Set(places.map { $0.id.lowercased() })
    return places
      + found.filter { !known.contains($0.id.lowercased()) }.map {
        ReferenceFinder.Place(.action, $0.kind, $0.id, isNeeded: false)
      }
  }

  /// What a command line names, empty values left out.
  static func references(in action: String) -> [(kind: ReferenceKind, id: String)] {
    let text = Array(action.utf8)
    var found: [(kind: ReferenceKind, id: String)] = []
    for (program, name, kind) in switches where isAt(0, of: text, program) {
      guard let place = text.indices.first(where: { isAt($0, of: text, name) }) else { continue }
      let value = String(
        decoding: text[(place + name.utf8CodeUnitCount)...].prefix {
          $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\"")
        }, as: UTF8.self)
      if kind == .application {
        found += ReferenceFinder.ids(in: value).map { (kind, $0) }
      } else {
        let id = value.prefix { $0 != "," && $0 != ":" }
        if !id.isEmpty { found.append((kind, String(id))) }
        if isAt(place, of: text, "/run:"), value.count > id.count + 1 {
          found.append((.program, value))
        }
      }
    }
    return found
  }

  /// Whether small letters stand at a place of a text, whatever their case there.
  private static func isAt(_ place: Int, of text: [UInt8], _ letters: StaticString) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard place + count <= text.count else { return false }
    return letters.withUTF8Buffer { letters in
      for index in 0..<count {
        let (byte, letter) = (text[place + index], letters[index])
        guard byte == letter || byte | 0x20 == letter && byte & 0x40 != 0 else { return false }
      }
      return true
    }
  }
}
