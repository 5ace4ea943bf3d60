import Foundation
import Testing

@testable import Embedded

@Suite struct EmbeddedFileTests {
  private static let package = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// The files to be compiled in: by the name they have in the program, where they are.
  private static func sources() throws -> [String: URL] {
    let themes = package.appending(path: "Themes")
    var files: [String: URL] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: themes.path) {
      files["Themes/\(name)"] = themes.appending(path: name)
    }
    let texts = package.appending(path: "Sources/CEmbedded")
    let paths = FileManager.default.enumerator(atPath: texts.path)?.compactMap { $0 as? String }
    for path in paths ?? [] where path.contains("/") && !path.hasPrefix("include/") {
      files[path] = texts.appending(path: path)
    }
    return files
  }

  @Test func everyFileOfTheFoldersIsCompiledIn() throws {
    let names = Set(try Self.sources().keys)
    #expect(names.count > 9)
    #expect(names == Set(EmbeddedFile.paths))
    #expect(names.count == EmbeddedFile.paths.count)
  }

  @Test(arguments: try sources().keys.sorted())
  func itIsTheFileToTheByte(name: String) throws {
    let file = try #require(try Self.sources()[name])
    let bytes = [UInt8](try Data(contentsOf: file))
    #expect(EmbeddedFile.bytes(of: name) == bytes)
    #expect(EmbeddedFile.text(of: name) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func namesOfAFolder() {
    #expect(EmbeddedFile.names(in: "StepTypes") == ["ConfigurationManager", "MDT"])
    #expect(EmbeddedFile.names(in: "Themes").first == "default")
    #expect(EmbeddedFile.names(in: "Nothing").isEmpty)
  }

  @Test func thereIsNoOther() {
    #expect(EmbeddedFile.bytes(of: "Themes/none.toml") == nil)
    #expect(EmbeddedFile.text(of: "Themes") == nil)
  }
}
