import Appearance
import ObjectCatalog
import Screen
import TaskSequence
import XMLTree

enum CatalogueLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    var catalog = Catalog()
    for name in ["objects.json", "SMS_Package.csv", "x"] {
      let file = CatalogFile(bytes, name: name)
      catalog.formUnion(file.catalog)
      if file.faults.contains(where: { $0.words(in: name).isEmpty }) {
        return "a refusal without words"
      }
    }
    let share = DeploymentShare.read(folder: "Control") { _ in (bytes, 0) }
    catalog.formUnion(share.catalog)
    do throws(ParseFailure) {
      try ExportFolder.record(object: bytes, in: &catalog)
      try ExportFolder.record(list: bytes, in: &catalog)
    } catch {
      if error.reason.isEmpty { return "a refusal without words" }
    }
    for kind in ReferenceKind.allCases {
      for object in catalog.all(kind).prefix(50) where catalog.object(kind, object.id) == nil {
        return "an object is not found by its id “\(object.id)”"
      }
    }
    // What is written out is read again.
    let text = Array(catalog.text(asOf: 0).utf8)
    let again = CatalogFile(text, name: "again.json")
    return again.faults.first.map { "its own catalogue is refused: \($0.words(in: "again"))" }
  }
}

enum SettingsLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    var keymap = Keymap([:])
    do throws(SettingsFault) {
      try keymap.merge(text, file: "keys.toml", commands: ["help", "step.remove"])
    } catch {
      if error.sentence.isEmpty { return "a refusal without words" }
    }
    do throws(SettingsFault) { _ = try Configuration(text, file: "config.toml") } catch {
      if error.sentence.isEmpty { return "a refusal without words" }
    }
    return nil
  }

  static func complaint(aboutTheme bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    for depth in [ColorDepth.direct, .mono] {
      do throws(SettingsFault) {
        _ = try Theme(named: "x", depth: depth) { $0 == "x" || $0 == "y" ? text : nil }
      } catch {
        if error.sentence.isEmpty { return "a refusal without words" }
      }
    }
    _ = Theme.summary(of: "x") { _ in text }
    return nil
  }
}

enum InputLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    var (whole, pieces) = (InputDecoder(), InputDecoder())
    let events = whole.decode(bytes) + whole.flush()
    var others: [Event] = []
    var rest = bytes[...]
    while let first = rest.first {
      let count = Int(first % 7) + 1
      others += pieces.decode(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    others += pieces.flush()
    return events == others ? nil : "cut into pieces they are other events"
  }
}
