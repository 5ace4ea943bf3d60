import Foundation
import Testing

@testable import Checks

extension Rule: CustomTestStringConvertible {
  package var testDescription: String { id }
}

@Suite struct RuleTests {
  @Test(arguments: Rule.all)
  func theExamplesOfItsPageAreTrue(_ rule: Rule) throws {
    let page = RulePage(rule)
    #expect(!page.wrong.isEmpty && !page.right.isEmpty)
    for example in page.wrong {
      let found = try RulePage.findings(of: rule, in: example)
      #expect(!found.isEmpty && found.allSatisfy { $0.rule == rule.id }, "\(example)")
      #expect(found.allSatisfy { !$0.message.isEmpty && !$0.message.hasSuffix(".") })
    }
    for example in page.right {
      #expect(try RulePage.findings(of: rule, in: example).isEmpty, "\(example)")
    }
  }

  @Test(arguments: Rule.all)
  func itsPageIsWhole(_ rule: Rule) {
    let page = RulePage(rule)
    #expect(page.summary.hasSuffix(".") && !page.summary.contains("\n"))
    #expect(page.fix.hasSuffix(".") && page.source.hasSuffix("."))
    for line in rule.page.split(separator: "\n") {
      let isExample = line.hasPrefix("    ")
      #expect(line.count <= (isExample ? 100 : 80) && line.last?.isWhitespace == false, "\(line)")
    }
  }

  @Test(arguments: Rule.all)
  func itsNamesAreWellFormed(_ rule: Rule) {
    #expect(rule.id.wholeMatch(of: /[A-Z]{3}\d\d/) != nil)
    #expect(rule.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    #expect(rule.tags.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }

  /// A rule is a file, named by its id, and a line of the registry.
  @Test func everyFileIsInTheRegistryOnce() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../Sources/Checks/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.standardized.path)
    #expect(files.map { $0.replacing(".swift", with: "") }.sorted() == Rule.all.map(\.id).sorted())
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }

  @Test func onlyReferencesStopASave() {
    #expect(Rule.all.filter(\.stopsSaving).map(\.id) == ["REF01", "REF02", "REF03"])
  }
}
