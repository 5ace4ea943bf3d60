import Checks
import Containers
import ObjectCatalog
import References
import TaskSequence

/// The page of a rule, taken apart as its readers do.
struct RulePage {
  let summary: Substring
  let wrong: [String]
  let right: [String]
  /// Its last two paragraphs.
  let fix: Substring
  let source: Substring

  init(_ rule: Rule) {
    let paragraphs = rule.page.split(separator: "\n\n", omittingEmptySubsequences: true)
    summary = paragraphs.first ?? ""
    func examples(after head: String) -> [String] {
      guard let start = paragraphs.firstIndex(of: Substring(head)) else { return [] }
      return paragraphs[(start + 1)...].prefix { $0.hasPrefix("    ") }.map {
        Self.expanded($0.split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "\n"))
      }
    }
    wrong = examples(after: "Wrong:")
    right = examples(after: "Right:")
    fix = paragraphs.first { $0.hasPrefix("Fix: ") } ?? ""
    source = paragraphs.last { $0.hasPrefix("Source: ") } ?? ""
  }

  /// An example with `{a × 101}` written out: a hundred and one times the letter.
  private static func expanded(_ text: String) -> String {
    text.replacing(/\{(.) × (\d+)\}/) { match in
      String(repeating: String(match.1), count: Int(match.2) ?? 0)
    }
  }

  /// An example as a file: of a whole one, or of what stands in a sequence.
  private static func document(of example: String) throws -> SequenceDocument {
    let isWhole = example.hasPrefix("<INSTANCE")
    let text = isWhole ? example : "<sequence version=\"3.10\">\(example)</sequence>"
    return try SequenceDocument(loading: Array(text.utf8))
  }

  /// What one rule finds in an example, where all packages are known: ABC00001 and no other.
  static func findings(of rule: Rule, in example: String) throws -> [Finding] {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "Tools", version: "1"))
    catalog.add(CatalogObject(kind: .application, id: "ABC00008", name: "Reader 8"))
    catalog.add(
      CatalogObject(kind: .application, id: "ABC00009", name: "Reader 7", remark: "retired"))
    catalog.completeKinds()
    catalog.add(source: CatalogSource(name: "site.csv", written: 86400, count: 3))
    let stated = CatalogObject(kind: .package, id: "ABC00005", name: "Drivers")
    catalog.add(Statement(stated, at: 0, folder: "").object, as: .stated)
    catalog.add(beside: ["ABC00041"])
    let document = try document(of: example)
    catalog.formUnion(SequenceKnowledge.read(document))
    var check = SequenceCheck(
      catalog: catalog, isStrict: true, rules: RuleSelection { $0.id == rule.id })
    check.look(at: document)
    return check.findings(of: document)
  }
}
