import Foundation

/// Small files of what goes wrong in the field, in a folder beside the package; not everybody has it.
package enum FieldCases {
  private static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["TSEDIT_CASES"]
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized
    let place = named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/cases")
    return FileManager.default.fileExists(atPath: place.path) ? place.standardized : nil
  }()

  package static let isThere = folder != nil

  /// Why a test that needs the folder is skipped.
  package static let skipped =
    "needs the cases: ../shared/cases beside the package, or TSEDIT_CASES"

  /// The path of a file; the bare name where there is none.
  package static func path(_ name: String) -> String {
    folder?.appending(path: name).path ?? name
  }

  /// The bytes of a file; none where it is not there.
  package static func bytes(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: path(name)).map { [UInt8]($0) } ?? []
  }
}
