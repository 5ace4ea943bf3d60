import Foundation

/// What is known of the domain as files, in a folder beside the package; not everybody has it.
package enum DomainFiles {
  private static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["TSEDIT_DOMAIN"]
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized
    let place = named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/domain")
    return FileManager.default.fileExists(atPath: place.path) ? place.standardized : nil
  }()

  package static let areThere = folder != nil

  /// Why a test that needs the folder is skipped.
  package static let skipped =
    "needs what is known of the domain: ../shared/domain beside the package, or TSEDIT_DOMAIN"

  /// The bytes of a file; none where it is not there.
  package static func bytes(_ name: String) -> [UInt8] {
    folder.flatMap { FileManager.default.contents(atPath: $0.appending(path: name).path) }
      .map { [UInt8]($0) } ?? []
  }
}
