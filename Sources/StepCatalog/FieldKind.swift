package import TaskSequence

/// What kind of value a field takes, and so how it is shown and edited.
package enum FieldKind: Equatable, Sendable {
  case text
  /// Several lines.
  case lines
  case command
  case flag
  case number
  case choice
  /// Exit codes with blanks between them.
  case codes
  /// The name of a task sequence variable.
  case variable
  /// A script, in the file base64 of UTF-16 (FACTS.md, “Scripts”).
  case script
  /// The rules of Set Dynamic Variables, XML of their own.
  case rules
  case reference(ReferenceKind)
  /// Several objects, their ids with commas between them.
  case references(ReferenceKind)

  /// The kind a word of the catalogue stands for.
  package init?(_ word: Substring) {
    switch word {
    case "text": self = .text
    case "lines": self = .lines
    case "command": self = .command
    case "flag": self = .flag
    case "number": self = .number
    case "choice": self = .choice
    case "codes": self = .codes
    case "variable": self = .variable
    case "script": self = .script
    case "rules": self = .rules
    case "package": self = .reference(.package)
    case "program": self = .reference(.program)
    case "os-image": self = .reference(.osImage)
    case "os-upgrade": self = .reference(.osUpgradePackage)
    case "boot-image": self = .reference(.bootImage)
    case "driver-package": self = .reference(.driverPackage)
    case "application": self = .reference(.application)
    case "sequence": self = .reference(.taskSequence)
    case "mdt-application": self = .reference(.mdtApplication)
    case "mdt-os": self = .reference(.mdtOperatingSystem)
    case "selection-profile": self = .reference(.selectionProfile)
    case "content": self = .reference(.content)
    case "packages": self = .references(.content)
    case "applications": self = .references(.application)
    default: return nil
    }
  }

  /// The kind of object the value names.
  package var referenceKind: ReferenceKind? {
    switch self {
    case .reference(let kind), .references(let kind): kind
    default: nil
    }
  }
}
