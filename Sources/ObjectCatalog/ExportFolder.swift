import TaskSequence
package import XMLTree

/// What an unpacked export of the console knows: the objects that were exported with a sequence, and
/// the names and kinds of all it references.
///
/// The layout was measured on real exports (FACTS.md, “An unpacked export”); other
/// classes than task sequences and packages keep their properties under the names of their classes.
package enum ExportFolder {
  /// The top of the export a file lies in, `SMS_TaskSequencePackage/<ID>/object.xml` below it; nil when
  /// it lies in none.
  package static func top(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 3, parts[parts.count - 3] == "SMS_TaskSequencePackage" else { return nil }
    return parts.dropLast(3).joined(separator: "/")
  }

  /// The classes whose folders hold an `object.xml` for each object.
  package static let classes: [String] = [
    "SMS_Package", "SMS_Program", "SMS_ImagePackage", "SMS_OperatingSystemInstallPackage",
    "SMS_BootImagePackage", "SMS_DriverPackage", "SMS_Application",
  ]

  /// The files beside an exported sequence that tell what it references.
  package static let lists = ["ReferencesInfo.xml", applicationList]
  /// The one of them that tells of applications.
  package static let applicationList = "AppReferencesInfo.xml"

  /// Takes over an exported object: WMI text of one instance.
  package static func record(
    object bytes: [UInt8], in catalog: inout Catalog
  ) throws(ParseFailure) {
    let root = try Document(parsing: bytes).root
    guard let name = root.attribute("CLASSNAME") else { return }
    var record = SiteRecord(line: 1)
    for property in root.elements where property.isNamed("PROPERTY") {
      guard let field = property.attribute("NAME").flatMap(SiteRecord.field) else { continue }
      record[field] = property.first("VALUE")?.text
    }
    if let object = try? record.object(name) { catalog.add(object, as: .told) }
  }

  /// Takes over a list of references.
  package static func record(
    list bytes: [UInt8], in catalog: inout Catalog
  ) throws(ParseFailure) {
    for entry in try entries(ofList: bytes) {
      guard let kind = entry.kind else { continue }
      catalog.add(
        CatalogObject(kind: kind, id: entry.id, name: entry.name, version: entry.version),
        as: .told)
    }
  }

  /// The ids a list of references names, in small letters.
  package static func ids(inList bytes: [UInt8]) throws(ParseFailure) -> Set<String> {
    Set(try entries(ofList: bytes).map { $0.id.lowercased() })
  }

  /// What a list names: instances of `SMS_TaskSequenceReferencesInfo` and its like, each the text of a
  /// `<string>`.
  private static func entries(
    ofList bytes: [UInt8]
  ) throws(ParseFailure) -> [(kind: ReferenceKind?, id: String, name: String, version: String)] {
    try Document(parsing: bytes).root.elements.compactMap { text in
      guard let instance = try? Document(parsing: Array(text.text.utf8)).root else { return nil }
      var values: [String: String] = [:]
      for property in instance.elements {
        guard let name = property.attribute("NAME") else { continue }
        values[name] = property.first("VALUE")?.text
      }
      let isApplication = instance.attribute("CLASSNAME")?.contains("AppReferences") == true
      let kind =
        isApplication
        ? .application
        : values["ReferencePackageType"].flatMap { Int($0) }.flatMap(ReferenceKind.init(ofType:))
      let names = ["ReferencePackageID", "ReferenceApplicationModelName", "ModelName"]
      guard let id = names.lazy.compactMap({ values[$0] }).first(where: { !$0.isEmpty }) else {
        return nil
      }
      return (kind, id, values["ReferenceName"] ?? "", values["ReferenceVersion"] ?? "")
    }
  }
}
