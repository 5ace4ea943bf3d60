import ObjectCatalog
import TaskSequence

/// What the package around a sequence names: its boot image, and the program to be run before it
/// (Sources/TaskSequence/FACTS.md, “What names an object”).
enum PackageReferences {
  static func places(in document: SequenceDocument) -> [ReferenceFinder.Place] {
    var places: [ReferenceFinder.Place] = []
    if let id = document.packageProperty("BootImageID"), !id.isEmpty {
      places.append(.init(.property("BootImageID"), .bootImage, id, isNeeded: false))
    }
    if let (package, program) = program(of: document) {
      let place = Reference.Place.property("DependentProgram")
      places.append(.init(place, .package, package, isNeeded: true))
      if !program.isEmpty {
        let id = CatalogObject.programID(package, program)
        places.append(.init(place, .program, id, isNeeded: true))
      }
    }
    return places
  }

  /// `<PackageID>;;<ProgramName>`.
  private static func program(of document: SequenceDocument) -> (String, String)? {
    guard let text = document.packageProperty("DependentProgram"), !text.isEmpty else { return nil }
    let parts = text.split(separator: ";", maxSplits: 1).map(String.init)
    let name = parts.dropFirst().first.map { $0.drop { $0 == ";" } } ?? ""
    return parts.first.map { ($0, String(name)) }
  }
}
