import Foundation
import Testing

/// The floors of the house, lowest first: a target imports only what stands on floors below its own.
private let floors: [Set<String>] = [
  ["CTerminal", "CEmbedded", "CFiles", "XMLTree", "Screen"],
  ["Terminal", "TaskSequence", "Storage", "Appearance"],
  ["StepCatalog", "ObjectCatalog", "VariableCatalog", "Conditions"],
  ["Checks", "DryRun", "Difference", "TemplateCatalog", "Journaling"],
  ["Operations"],
  ["Editor"],
  ["tsedit", "Benchmarks"],
]

/// What comes from outside the package, and who may import it.
private let outside: [String: Set<String>] = [
  "ArgumentParser": ["tsedit", "Benchmarks"],
  "TOMLKit": ["Appearance"],
  "Synchronization": ["StepCatalog", "ObjectCatalog", "VariableCatalog", "tsedit"],
  "Dispatch": ["tsedit"],
  "Glibc": ["Terminal", "Storage", "Journaling", "tsedit", "Benchmarks"],
  "Darwin": ["Terminal", "Storage", "Journaling", "tsedit", "Benchmarks"],
  "Foundation": ["Benchmarks"],
  "FoundationEssentials": ["tsedit", "Benchmarks"],
  "FoundationXML": ["Benchmarks"],
  "TestSupport": ["Benchmarks"],
]

/// The editor draws cells and knows no terminal; only the executable joins the two.
private let forbidden: [(from: String, to: String)] = [("Editor", "Terminal")]

@Suite("Imports point down only")
struct FloorTests {
  @Test(arguments: try SourceFile.all())
  func imports(file: SourceFile) {
    guard let floor = floors.firstIndex(where: { $0.contains(file.target) }) else {
      Issue.record("\(file.target) stands on no floor; give it one in FloorTests")
      return
    }
    for module in file.imports {
      if let users = outside[module] {
        #expect(users.contains(file.target), "\(file.path) imports \(module)")
        continue
      }
      let isBelow = floors[..<floor].contains { $0.contains(module) }
      let isForbidden = forbidden.contains { $0 == (file.target, module) }
      #expect(isBelow && !isForbidden, "\(file.path) imports \(module)")
    }
  }

  @Test(arguments: try SourceFile.all() + SourceFile.all(below: "Tests"))
  func size(file: SourceFile) {
    #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
  }

  /// A type of its target's name would hide every qualified name of the target.
  @Test(arguments: try SourceFile.all())
  func types(file: SourceFile) {
    for type in file.types {
      #expect(type.name != file.target, "\(file.path) holds a type of the target's own name")
      #expect(type.isDocumented, "\(file.path): \(type.name) has no doc comment")
    }
  }

  @Test func everyArrowKindIsSeen() {
    let file = SourceFile(
      path: "Sources/A/b.swift",
      text:
        "package import B\n  import Glibc\n@testable import C\n// import D\n/// Is.\nstruct A {}")
    #expect(file.imports == ["B", "Glibc", "C"])
    #expect(file.target == "A")
    #expect(file.types.map(\.name) == ["A"] && file.types[0].isDocumented)
  }
}
