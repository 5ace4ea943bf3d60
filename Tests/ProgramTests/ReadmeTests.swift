import Foundation
import Testing

/// What the README shows is what the program does.
///
/// A `console` block holds one command and all it prints; it runs in a folder with the sample as
/// `ts.xml`, an MDT `Applications.xml` and a table of objects. `TSEDIT_REWRITE=1 swift test` writes the output anew.
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

  @Test func showsWhatTheProgramPrints() async throws {
    let sample = Self.root.appending(path: "Sources/CEmbedded/Sample/sample.xml").path
    _ = try scratch.file("ts.xml", try Scratch.read(sample))
    _ = try scratch.file("Applications.xml", "<applications />")
    _ = try scratch.file("site.csv", Self.site)
    _ = try scratch.file("old-new.csv", "Old,New\nNBG00021,NBG00022\n")
    let text = try Scratch.read(Self.path)
    let parts = text.components(separatedBy: "```console\n")
    #expect(parts.count > 2)
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
    fresh = try await Self.withKeys(fresh)
    if Self.rewrites { try Data(fresh.utf8).write(to: URL(filePath: Self.path)) }
    let differing = zip(
      text.components(separatedBy: "\n"), fresh.components(separatedBy: "\n")
    ).first { $0 != $1 }
    #expect(text == fresh || Self.rewrites, "first difference: \(String(describing: differing))")
  }

  private static func withKeys(_ text: String) async throws -> String {
    let table = try await Program.run(["keys", "--markdown"]).output
    let (before, after) = ("<!-- keys -->\n", "<!-- /keys -->")
    guard let start = text.range(of: before), let end = text.range(of: after) else {
      Issue.record("the table of keys is missing")
      return text
    }
    return text[..<start.upperBound] + table + text[end.lowerBound...]
  }

  @Test func continuousIntegrationEndsWithItsTestCommand() throws {
    let readme = try Scratch.read(Self.path)
    let run = try Scratch.read(Self.root.appending(path: ".ci/run").path)
    let last = try #require(run.split(separator: "\n").last)
    #expect(last.hasSuffix("&& swift test"))
    #expect(readme.contains("```sh\n\(last)\n```"))
  }
}
