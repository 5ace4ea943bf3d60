import Foundation
import Testing

/// What can be set from outside stands in a manual.
@Suite struct ManualTests {
  private static let package = URL(filePath: #filePath).appending(path: "../../..").standardized

  @Test func everyVariableOfTheTestsIsInTheirManual() throws {
    var texts = try (SourceFile.all() + SourceFile.all(below: "Tests")).flatMap(\.lines)
    for path in ["Package.swift", ".ci/run", "Tests/FuzzTests/run"] {
      let text = try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
      texts += text.split(separator: "\n")
    }
    texts.removeAll { !$0.contains("TSEDIT_") }
    let used = Set(texts.flatMap { $0.matches(of: /TSEDIT_[A-Z_]+[A-Z]/).map { String($0.0) } })
    #expect(used.count > 4)
    let manual = try String(
      contentsOf: Self.package.appending(path: "Tests/README.md"), encoding: .utf8)
    for name in used { #expect(manual.contains("`\(name)"), "\(name)") }
  }
}
