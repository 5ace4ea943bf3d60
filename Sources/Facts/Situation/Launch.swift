/// How a deployment is started, and what follows from that.
///
/// The values are those of Microsoft's reference of variables and of MDT's LiteTouch script; which start
/// has which environment is inferred.
package enum Launch: String, CaseIterable, Sendable {
  case softwareCenter = "software-center"
  case pxe
  case bootMedia = "boot-media"
  case standAloneMedia = "stand-alone-media"
  case prestagedMedia = "prestaged-media"
  case mdtNew = "mdt-new"
  case mdtRefresh = "mdt-refresh"
  case mdtUpgrade = "mdt-upgrade"

  /// The environment it begins in.
  package var start: RunEnvironment {
    switch self {
    case .softwareCenter, .mdtRefresh, .mdtUpgrade: .fullOS
    case .pxe, .bootMedia, .standAloneMedia, .prestagedMedia, .mdtNew: .winPE
    }
  }

  /// Whether it is MDT's.
  package var isMDT: Bool {
    switch self {
    case .mdtNew, .mdtRefresh, .mdtUpgrade: true
    default: false
    }
  }

  /// The variables it sets; an empty one is not there.
  package var variables: KeyValuePairs<String, String> {
    switch self {
    case .softwareCenter: ["_SMSTSLaunchMode": "SMS", "_SMSTSMediaType": ""]
    case .pxe: ["_SMSTSLaunchMode": "PXE", "_SMSTSMediaType": "PXE"]
    case .bootMedia: ["_SMSTSMediaType": "BootMedia"]
    case .standAloneMedia: ["_SMSTSMediaType": "FullMedia"]
    case .prestagedMedia: ["_SMSTSMediaType": "OEMMedia"]
    case .mdtNew: ["DeploymentType": "NEWCOMPUTER", "PHASE": "PREINSTALL"]
    case .mdtRefresh: ["DeploymentType": "REFRESH", "PHASE": "VALIDATION"]
    case .mdtUpgrade: ["DeploymentType": "UPGRADE", "PHASE": ""]
    }
  }
}

/// What is running on the computer.
package enum RunEnvironment: String, CaseIterable, Sendable {
  case winPE = "WinPE"
  case fullOS = "FullOS"
}
