import Foundation
import SequenceSpecimens
import Testing

/// What the README and the help show is what the program does.
///
/// A `console` block holds one command and all it prints; it runs in a folder with the sample as
/// `ts.xml`, a log of its run, an MDT `Applications.xml` and a table of objects.
/// `TSEDIT_REWRITE=1 swift test` writes the output anew.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let path = root.appending(path: "README.md").path
  private static let rewrites = ProcessInfo.processInfo.environment["TSEDIT_REWRITE"] == "1"

  private let scratch = Scratch()

  /// The objects of a site that lacks one the sample names.
  private static let site = """
    Kind,Id,Name,Version
    package,NBG00012,Client tools,5.1
    package,NBG00022,Northgate OSD tools,4
    osImage,NBG0003A,Windows 11 24H2,10.0.26100
    driverPackage,NBG00044,EliteBook 840 G11,2

    """

  /// The texts that show output, from the package's folder.
  private static let texts = [
    "README.md", "Sources/CEmbedded/Help/commands.md", "Sources/CEmbedded/Help/references.md",
    "Sources/CEmbedded/Help/logs.md",
    "Sources/CEmbedded/Help/exports.md",
  ]

  @Test(arguments: texts)
  func showsWhatTheProgramPrints(_ name: String) async throws {
    let sample = Self.root.appending(path: "Sources/CEmbedded/Sample/sample.xml").path
    _ = try scratch.file("ts.xml", try Scratch.read(sample))
    _ = try scratch.file("Applications.xml", "<applications />")
    _ = try scratch.file("site.csv", Self.site)
    let log = Self.root.appending(path: "Tests/ProgramTests/Transcripts/Files/sample.log").path
    _ = try scratch.file("smsts.log", try Scratch.read(log))
    try Data(ExportSpecimen.family.bytes()).write(
      to: URL(filePath: scratch.path + "/export.zip"))
    _ = try scratch.file(
      "share/Control/W11/ts.xml", "<sequence version=\"3.00\" name=\"Windows 11\" />")
    _ = try scratch.file("old-new.csv", "Old,New\nNBG00021,NBG00022\n")
    let path = Self.root.appending(path: name).path
    let text = try Scratch.read(path)
    let parts = text.components(separatedBy: "```console\n")
    #expect(parts.count > 1)
    var fresh = parts[0]
    for part in parts.dropFirst() {
      let block = part.components(separatedBy: "\n```")[0]
      let command = block.components(separatedBy: "\n")[0]
      let result = try await Program.shell(String(command.dropFirst(2)), in: scratch.path)
      // Tools that edit a README take carriage returns away.
      let output = (result.output + result.errors).replacing("\r\n", with: "\n")
        .trimmingCharacters(in: .newlines)
      let trimmed = output.components(separatedBy: "\n")
        .map { $0.replacing(/\ +$/, with: "") }.joined(separator: "\n")
      fresh += "```console\n\(command)\n\(trimmed)" + part.dropFirst(block.count)
    }
    if Self.rewrites { try Data(fresh.utf8).write(to: URL(filePath: path)) }
    let differing = zip(
      text.components(separatedBy: "\n"), fresh.components(separatedBy: "\n")
    ).first { $0 != $1 }
    #expect(text == fresh || Self.rewrites, "first difference: \(String(describing: differing))")
  }

  @Test func everyTextThatShowsOutputIsTested() throws {
    let folders = ["Sources", "Tests"].flatMap { folder in
      FileManager.default.enumerator(atPath: Self.root.appending(path: folder).path)?
        .compactMap { ($0 as? String).map { "\(folder)/\($0)" } } ?? []
    }
    for name in folders where name.hasSuffix(".md") {
      let text = try Scratch.read(Self.root.appending(path: name).path)
      #expect(Self.texts.contains(name) == text.contains("```console"), "\(name)")
    }
  }

  /// It is read before anything else is: what can stand elsewhere does.
  @Test func theReadmeIsShort() throws {
    let readme = try Data(contentsOf: URL(filePath: Self.path))
    #expect(readme.count <= 14 * 1024, "\(readme.count) bytes")
  }

  @Test func continuousIntegrationEndsWithItsTestCommand() throws {
    let readme = try Scratch.read(Self.path)
    let run = try Scratch.read(Self.root.appending(path: ".ci/run").path)
    let last = try #require(run.split(separator: "\n").last)
    #expect(last.hasSuffix("&& swift test"))
    #expect(readme.contains("```sh\n\(last)\n```"))
  }
}
