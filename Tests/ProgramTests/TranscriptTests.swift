import Foundation
import Testing

/// What commands print, to the byte.
///
/// A file in `Transcripts` holds commands, each behind `$ `, and what comes of them: what they print,
/// `! ` before each line of standard error, the exit code when it is not 0. They run one after the
/// other in a folder with copies of `Transcripts/Files`. `TSEDIT_REWRITE=1 swift test` writes what
/// comes of them anew.
@Suite struct TranscriptTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts").path
  private static let rewrites = ProcessInfo.processInfo.environment["TSEDIT_REWRITE"] == "1"

  private static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
        .sorted()
    }
  }

  @Test(arguments: try names)
  func comesOfIt(_ name: String) async throws {
    let scratch = Scratch()
    let files = Self.folder + "/Files"
    for name in try FileManager.default.contentsOfDirectory(atPath: files) {
      _ = try scratch.file(name, try Scratch.read(files + "/" + name))
    }
    let path = Self.folder + "/" + name
    let text = try Scratch.read(path)
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("$ ") }
    #expect(!commands.isEmpty)
    var fresh = ""
    for command in commands {
      let result = try await Program.shell(String(command.dropFirst(2)), in: scratch.path)
      fresh += "\(command)\n\(result.output)"
      if !fresh.hasSuffix("\n") { fresh += "\n" }
      for line in result.errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      {
        fresh += line.isEmpty ? "!\n" : "! \(line)\n"
      }
      if result.code != 0 { fresh += "(exit \(result.code))\n" }
    }
    if Self.rewrites { try Data(fresh.utf8).write(to: URL(filePath: path)) }
    let differing = zip(
      text.components(separatedBy: "\n"), fresh.components(separatedBy: "\n")
    ).first { $0 != $1 }
    #expect(text == fresh || Self.rewrites, "first difference: \(String(describing: differing))")
  }
}
