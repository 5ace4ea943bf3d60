package import Containers
package import Storage

/// Why a file could not be opened; work that was left on it may be there all the same.
package enum OpenFailure: Error, Equatable, Sendable {
  case file(FileFailure)
  case content(LoadFailure)

  /// Whether the file is sound, but holds no sequence.
  package var isOtherKind: Bool {
    switch self {
    case .content(.notASequence), .content(.loose): true
    case .content(.malformed), .content(.damaged), .file: false
    }
  }

  /// The reason without a full stop.
  package var sentence: String {
    switch self {
    case .file(let failure): failure.reason
    case .content(let failure): failure.sentence
    }
  }
}
