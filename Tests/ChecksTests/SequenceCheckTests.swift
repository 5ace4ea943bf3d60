import Containers
import ObjectCatalog
import Operations
import References
import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Checks

@Suite struct SequenceCheckTests {
  /// A few packages, or every package there is.
  private static func catalog(_ seeded: inout Seeded) -> Catalog {
    var catalog = Catalog()
    for number in 0..<5 where seeded.chance(40) {
      catalog.add(CatalogObject(kind: .package, id: "ABC0000\(number)", name: "P", version: "1"))
    }
    if seeded.chance(70) { catalog.completeKinds() }
    return catalog
  }

  /// Looking again after an edit finds what a first look finds, whatever was looked at before, and the
  /// counts are those of what is found.
  @Test(arguments: Seeded.seeds(20))
  func aSecondLookIsAFirst(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let catalog = Self.catalog(&seeded)
    let rules = seeded.chance(50) ? RuleSelection { _ in true } : .marked
    var history = History(try RandomSequence.document(&seeded))
    var check = SequenceCheck(catalog: catalog, rules: rules)
    for _ in 0..<60 {
      if seeded.chance(25) {
        history.go(to: seeded.below(history.revisions.count))
      } else if let operation = RandomSequence.operation(on: history.document, &seeded),
        let edit = try? check.applying(
          { (chain) throws(Refusal) in try chain.apply(operation) }, to: history.document,
          saved: history.revisions[0].document, label: nil)
      {
        history.record(edit, focusBefore: nil, focusAfter: nil)
      }
      let document = history.document
      check.look(at: document)
      var fresh = SequenceCheck(catalog: catalog, rules: rules)
      fresh.look(at: document)
      var counts: [Int] = []
      var nodes: Set<NodeID> = []
      var (findings, problems) = (0, 0)
      func compare(_ node: TaskNode) {
        #expect(check.everything(in: node) == fresh.everything(in: node))
        let found = check.findings(in: node)
        #expect(found.first { $0.severity != .note } == check.problem(of: node))
        findings += found.count
        let own = found.count { $0.severity != .note }
        problems += own
        if own > 0 { nodes.insert(node.id) }
        guard node.isContainer else { return }
        var inside = 0
        node.walk { node, _ in
          inside += check.findings(in: node).count { $0.severity != .note }
          return true
        }
        #expect(check.problemCount(inside: node) == inside)
        counts.append(inside)
      }
      compare(document.sequence)
      document.sequence.walk { node, _ in
        compare(node)
        return true
      }
      #expect(check.problemNodes(in: document) == nodes)
      #expect(check.findings(of: document).count == findings)
      #expect(check.problemCount(of: document) == problems)
    }
  }

  /// A save is refused exactly when an active finding of a rule that stops one is there, whatever else
  /// is found and however much it matters.
  @Test(arguments: Seeded.seeds(60))
  func theGateRefusesWhatIsFound(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let catalog = Self.catalog(&seeded)
    let isStrict = seeded.chance(50)
    var check = SequenceCheck(
      catalog: catalog, isStrict: isStrict, rules: RuleSelection { _ in true })
    let stops = Set(Rule.all.filter(\.stopsSaving).map(\.id))
    var document = try RandomSequence.document(&seeded)
    for _ in 0..<20 {
      check.look(at: document)
      var gate = ReferenceCheck(catalog: catalog, isStrict: isStrict)
      let stopping = check.findings(of: document).filter { stops.contains($0.rule) }
      do throws(Unresolved) {
        let sequences = try gate.clear(document)
        let bytes = (try? sequences.file())?.bytes
        #expect(bytes == document.serialized() && stopping.isEmpty)
      } catch {
        #expect(stopping.flatMap(\.references) == error.references && !stopping.isEmpty)
      }
      if let operation = RandomSequence.operation(on: document, &seeded),
        let edit = try? document.applying(operation)
      {
        document = edit.document
      }
    }
  }

  /// A fault of a value is told in a step that runs; what an attribute says, in one that does not, too.
  @Test(arguments: [
    ("", ["XML04", "XML05"]), (" disable=\"true\"", ["XML04"]),
  ])
  func disabledSteps(_ options: String, _ rules: [String]) throws {
    let text = """
      <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="S" \
      runIn="Mars"\(options)><action/><defaultVarList/></step></sequence>
      """
    let document = try SequenceDocument(loading: Array(text.utf8))
    let values = RuleSelection { $0.tags.contains("value") }
    var check = SequenceCheck(catalog: Catalog(), rules: values)
    check.look(at: document)
    let step = try #require(document.sequence.children.first)
    #expect(check.findings(in: step).map(\.rule) == rules)
    #expect(check.everything(in: step).map(\.rule) == ["XML04", "XML05"])
  }
}
