/// What kind of object a value names (FACTS.md, “What names an object”).
package enum ReferenceKind: String, CaseIterable, Sendable {
  case package
  case program
  case osImage
  case osUpgradePackage
  case bootImage
  case driverPackage
  /// Whatever has a package id, as a download of content takes it, and a list that does not say which.
  case content
  case application
  case taskSequence
  case mdtApplication
  case mdtOperatingSystem
  case mdtPackage
  case selectionProfile

  /// The kind in words, in the singular.
  package var label: String {
    switch self {
    case .package: "package"
    case .program: "program"
    case .osImage: "operating system image"
    case .osUpgradePackage: "operating system upgrade package"
    case .bootImage: "boot image"
    case .driverPackage: "driver package"
    case .content: "content package"
    case .application: "application"
    case .taskSequence: "task sequence"
    case .mdtApplication: "MDT application"
    case .mdtOperatingSystem: "MDT operating system"
    case .mdtPackage: "MDT package"
    case .selectionProfile: "selection profile"
    }
  }

  /// The kinds of object a value of this kind may name.
  package var members: [ReferenceKind] {
    self == .content
      ? [.package, .osImage, .osUpgradePackage, .bootImage, .driverPackage] : [self]
  }

  /// Whether its objects are told apart by a package id.
  package var hasPackageID: Bool { self == .content || Self.content.members.contains(self) }
}
