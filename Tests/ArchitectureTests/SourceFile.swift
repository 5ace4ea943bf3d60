import Foundation
import Testing

/// A file below `Sources`, looked at line by line.
struct SourceFile: CustomTestStringConvertible, Sendable {
  /// From the package's folder.
  let path: String
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Every Swift and C file of a folder of the package.
  ///
  /// They are read once: hundreds of tests ask for them.
  static func all(below folder: String = "Sources") throws -> [SourceFile] {
    let files = folder == "Sources" ? sources : folder == "Tests" ? tests : nil
    return try files?.get() ?? read(folder)
  }

  private static let sources = Result { try read("Sources") }
  private static let tests = Result { try read("Tests") }

  private static func read(_ folder: String) throws -> [SourceFile] {
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized.path
    let names = FileManager.default.enumerator(atPath: "\(package)/\(folder)")?.compactMap {
      $0 as? String
    }
    return try (names ?? []).sorted().filter { name in
      [".swift", ".c", ".h"].contains { name.hasSuffix($0) }
    }.map { name in
      let text = try String(contentsOfFile: "\(package)/\(folder)/\(name)", encoding: .utf8)
      return SourceFile(path: "\(folder)/\(name)", text: text)
    }
  }

  /// The folder directly below `Sources`.
  var target: String { String(path.split(separator: "/")[1]) }

  /// The modules it imports.
  var imports: [String] {
    guard path.hasSuffix(".swift") else { return [] }
    return lines.compactMap { line in
      guard line.hasPrefix("import ") || line.contains(" import ") else { return nil }
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
        words[..<index].allSatisfy({
          ["package", "private", "public"].contains($0) || $0.hasPrefix("@")
        })
      else { return nil }
      return words[index + 1].split(separator: ".").first.map(String.init)
    }
  }

  /// The types on its top level that others can see.
  var types: [(name: String, isDocumented: Bool)] {
    guard path.hasSuffix(".swift") else { return [] }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return lines.indices.compactMap { index in
      let words = lines[index].split { $0 == " " || $0 == ":" || $0 == "<" }
      guard let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count,
        words[..<kind].allSatisfy({ ["package", "final", "indirect"].contains($0) }),
        !lines[index].hasPrefix(" ")
      else { return nil }
      let before = lines[..<index].last { !$0.hasPrefix("@") }
      return (String(words[kind + 1]), before?.hasPrefix("///") ?? false)
    }
  }

  var testDescription: String { path }
}
