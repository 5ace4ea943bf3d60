import Foundation
import Testing

/// Files that comments name and that are none of the project's: the system's, and a user's.
private let others: Set<String> = ["asm-generic/ioctls.h", "spawn.h", "curses.h", "site.json"]

/// A file a comment names, with the section it points to: its name, a comma and “the heading”.
struct Citation: Equatable {
  var file: String
  var section: String?

  /// The citations of a file's comments.
  static func all(in lines: [Substring]) -> [Citation] {
    var text = ""
    for line in lines {
      guard let mark = line.firstRange(of: "//") else {
        text += "\n"
        continue
      }
      text += line[mark.upperBound...].drop { $0 == "/" } + " "
    }
    let words = text.replacing(/https?:\/\/\S+/, with: "").replacing(/[ \t]+/, with: " ")
    let name = /([\w.\/+-]*\w\.(?:md|json|swift|c|h|py|steps|tsv))\b(?!\.\w)(?:, “([^”]+)”)?/
    var citations: [Citation] = []
    for match in words.matches(of: name) {
      let file = String(match.output.1)
      // Letters with dots between them, such as a version, are no name.
      let parts: [Substring] = file.split(separator: ".")
      if parts.dropLast().allSatisfy({ $0.count == 1 }) { continue }
      citations.append(Citation(file: file, section: match.output.2.map { String($0) }))
    }
    return citations
  }
}

@Suite("Whatever a comment points to is there")
struct CommentTests {
  private static let package = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let names: Set<String> = {
    let paths = ["Sources", "Tests"].flatMap { folder in
      FileManager.default.enumerator(atPath: package.appending(path: folder).path)?
        .compactMap { ($0 as? String).map { "\(folder)/\($0)" } } ?? []
    }
    return Set(paths + paths.compactMap { $0.split(separator: "/").last.map(String.init) })
  }()

  @Test(arguments: try SourceFile.all() + SourceFile.all(below: "Tests"))
  func files(file: SourceFile) throws {
    for citation in Citation.all(in: file.lines) where !others.contains(citation.file) {
      // A page without its folder is the one of the target.
      let isBare = citation.file.hasSuffix(".md") && !citation.file.contains("/")
      let path =
        isBare
        ? "\(file.path.split(separator: "/")[0])/\(file.target)/\(citation.file)" : citation.file
      let isThere =
        Self.names.contains(path)
        || FileManager.default.fileExists(atPath: Self.package.appending(path: path).path)
      #expect(isThere, "\(file.path) names \(citation.file)")
      guard let section = citation.section, Self.names.contains(path) else { continue }
      let page = try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
      let heads = page.split(separator: "\n").filter { $0.hasPrefix("#") }
      #expect(
        heads.contains { $0.drop { $0 == "#" || $0 == " " } == section },
        "\(file.path): \(citation.file) has no section “\(section)”")
    }
  }

  @Test func everyFormOfCitationIsSeen() {
    let text = """
      let a = 1  ## see notes.md, “A long
      ## title”, and a.b.c
      let url = 1
      ##/ https:##example.com/page.md and `Sources/A/b+c.swift`.
      let name = "code.json"
      """
    #expect(
      Citation.all(in: text.replacing("##", with: "//").split(separator: "\n")) == [
        Citation(file: "notes.md", section: "A long title"),
        Citation(file: "Sources/A/b+c.swift", section: nil),
      ])
  }
}
