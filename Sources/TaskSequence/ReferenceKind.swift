/// What kind of object a value names (references.md, section 1).
package enum ReferenceKind: String, CaseIterable, Sendable {
  case package
  case program
  case osImage
  case osUpgradePackage
  case bootImage
  case driverPackage
  case application
  case taskSequence
  case mdtApplication
  case mdtOperatingSystem
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
    case .application: "application"
    case .taskSequence: "task sequence"
    case .mdtApplication: "MDT application"
    case .mdtOperatingSystem: "MDT operating system"
    case .selectionProfile: "selection profile"
    }
  }
}
