import Foundation
import Testing

/// The pages beside the code speak of what is there.
@Suite struct PageTests {
  private static let package = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let paths: [String] = ["Sources", "Tests"].flatMap { folder in
    FileManager.default.enumerator(atPath: package.appending(path: folder).path)?
      .compactMap { ($0 as? String).map { "\(folder)/\($0)" } } ?? []
  }
  /// What is about the house, not about Microsoft's formats.
  private static let pages = paths.filter { $0.hasSuffix("README.md") }.sorted()

  /// Every word of the code, and of the names of files.
  private static let words: Set<Substring> = {
    let texts = (try? SourceFile.all() + SourceFile.all(below: "Tests")) ?? []
    var words: Set<Substring> = []
    for text in texts {
      for line in text.lines {
        words.formUnion(line.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
      }
    }
    return words
  }()

  @Test(arguments: pages)
  func namesAreThere(page: String) throws {
    let text = try String(contentsOf: Self.package.appending(path: page), encoding: .utf8)
    let prose = text.replacing(/```[\s\S]*?```/, with: "")
    for match in prose.matches(of: /`([^`\n]+)`/) where !Self.isKnown(String(match.1), on: page) {
      Issue.record("\(page) names \(match.1), which is nowhere")
    }
  }

  /// Whether a name of a type, a file or a folder is one; other code is not looked at, nor what stands
  /// beside the project and may be missing.
  private static func isKnown(_ code: String, on page: String) -> Bool {
    let isPath =
      code.contains("/") && !code.hasPrefix(".build") && !code.hasPrefix("../")
      && code.allSatisfy { $0.isLetter || "/.+_-".contains($0) }
    let isType = code.first?.isUppercase == true && code.allSatisfy { $0.isLetter || $0 == "+" }
    guard isPath || isType || code.wholeMatch(of: /[\w+]+\.(md|swift|c|h|py|txt|tsv)/) != nil else {
      return true
    }
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    return words.contains(code[...])
      || ["", "Sources/", "Tests/", folder + "/"].contains { place in
        FileManager.default.fileExists(atPath: package.appending(path: place + code).path)
      }
      || paths.contains { $0.hasSuffix("/\(code)") || $0.hasSuffix("/\(code).swift") }
  }

  @Test func aNameThatIsNowhereIsSeen() {
    let page = "Sources/README.md"
    #expect(!Self.isKnown("NoSuch" + "Type", on: page) && !Self.isKnown("no/such/file", on: page))
    #expect(!Self.isKnown("nothing.md", on: page))
    #expect(Self.isKnown("PageTests", on: page) && Self.isKnown("Editor/Commands", on: page))
    #expect(Self.isKnown("Text/ScalarClass.swift", on: "Sources/Screen/README.md"))
    #expect(Self.isKnown("a = b", on: page) && Self.isKnown("package", on: page))
  }
}
