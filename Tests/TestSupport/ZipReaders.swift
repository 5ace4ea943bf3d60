import Foundation

/// Other programs that read archives; not everybody has them.
package enum ZipReader: String, CaseIterable, Sendable {
  case unzip, p7zip, python

  private var path: String {
    switch self {
    case .unzip: "/usr/bin/unzip"
    case .p7zip: "/usr/bin/7z"
    case .python: "/usr/bin/python3"
    }
  }

  private func arguments(_ file: String) -> [String] {
    switch self {
    case .unzip: ["-tqq", file]
    case .p7zip: ["t", "-bso0", "-bsp0", file]
    case .python:
      [
        "-c",
        "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1]) as z: sys.exit(z.testzip() is not None)",
        file,
      ]
    }
  }

  package var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Why a test that needs it is skipped.
  package var skipped: String { "needs \(path)" }

  /// What it says of an archive: its exit code.
  package func verdict(on bytes: [UInt8]) throws -> Int32 {
    let folder = try TemporaryFolder()
    let file = folder.path + "/a.zip"
    try Data(bytes).write(to: URL(filePath: file))
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments(file)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
