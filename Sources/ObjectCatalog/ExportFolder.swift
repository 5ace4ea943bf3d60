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

  /// Whether a part of an export by its name tells of objects.
  package static func isTold(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).suffix(3)
    guard parts.count == 3, let folder = parts.first, let file = parts.last else { return false }
    return folder == "SMS_TaskSequencePackage"
      ? lists.contains(String(file)) : file == "object.xml" && classes.contains(String(folder))
  }

  /// The files beside an exported sequence that tell what it references.
  package static let lists = ExportedList.Kind.allCases.map(\.fileName)
  /// The one of them that tells of applications.
  package static let applicationList = ExportedList.Kind.applications.fileName

  /// Takes over an exported object, WMI text of one instance, and how it is known.
  package static func record(
    object bytes: [UInt8], in catalog: inout Catalog, as evidence: Evidence = .told
  ) throws(ParseFailure) {
    let root = try Document(parsing: bytes).root
    guard let name = root.attribute("CLASSNAME") else { return }
    var record = SiteRecord(line: 1)
    for property in root.elements where property.isNamed("PROPERTY") {
      guard let field = property.attribute("NAME").flatMap(SiteRecord.field) else { continue }
      record[field] = property.first("VALUE")?.text
    }
    if let object = try? record.object(name) { catalog.add(object, as: evidence) }
  }

  /// Takes over a list of references.
  package static func record(
    list bytes: [UInt8], in catalog: inout Catalog
  ) throws(ParseFailure) {
    let list = try ExportedList(bytes)
    for (object, listed) in zip(list.objects, list.kinds) {
      let kind =
        listed == .applications
        ? .application : object.type.flatMap { Int($0) }.flatMap(ReferenceKind.init(ofType:))
      guard let kind else { continue }
      catalog.add(
        CatalogObject(kind: kind, id: object.id, name: object.name, version: object.version),
        as: .told)
    }
  }

  /// The ids a list of references names, in small letters.
  package static func ids(inList bytes: [UInt8]) throws(ParseFailure) -> Set<String> {
    Set(try ExportedList(bytes).objects.map { $0.id.lowercased() })
  }
}
