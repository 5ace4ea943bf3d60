import Foundation
import Testing

/// libxml2's command line tool, which knows what well-formed means.
enum XMLLint {
  static let isThere = (try? run("command -v xmllint", in: "/"))?.isEmpty == false
  static let skipped: Comment = "needs xmllint (Debian: libxml2-utils)"

  /// Of files and what is expected of each, the ones it sees otherwise.
  ///
  /// It reads many at once, those to be accepted and those to be refused apart; only where the number
  /// it accepts is not all or none is each asked for alone.
  static func disagreements(_ files: [(bytes: [UInt8], isAccepted: Bool)]) throws -> [Int] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tsedit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, file) in files.enumerated() {
      try Data(file.bytes).write(to: folder.appending(path: "\(index)"))
    }
    func accepts(_ batch: [Int]) throws -> Int {
      let names = batch.map(String.init).joined(separator: " ")
      let output = try run("xmllint --noout --nonet --timing \(names) 2>&1", in: folder.path)
      return output.split(separator: "\n").count { $0.hasPrefix("Parsing took ") }
    }
    var wrong: [Int] = []
    for isAccepted in [true, false] {
      var left = files.indices.filter { files[$0].isAccepted == isAccepted }[...]
      while !left.isEmpty {
        let batch = Array(left.prefix(100))
        left = left.dropFirst(100)
        guard try accepts(batch) != (isAccepted ? batch.count : 0) else { continue }
        wrong += try batch.filter { try accepts([$0]) != (isAccepted ? 1 : 0) }
      }
    }
    return wrong
  }

  private static func run(_ script: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: folder)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
