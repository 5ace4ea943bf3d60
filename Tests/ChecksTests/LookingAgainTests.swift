import ObjectCatalog
import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Checks

/// Looking again after an edit finds what a first look finds, whatever was looked at before.
@Suite struct LookingAgainTests {
  /// A sequence of nested groups whose steps name a few packages, some of them unknown.
  private static func sequence(_ seeded: inout Seeded) throws -> SequenceDocument {
    func nodes(_ depth: Int) -> String {
      (0..<1 + seeded.below(4)).map { _ in
        if depth < 4, seeded.chance(50) {
          return "<group name=\"G\"\(option())>\(nodes(depth + 1))</group>"
        }
        let package = "ABC0000\(seeded.below(5))"
        return "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"S\"\(option())>"
          + "<action>smsswd.exe /run:\(package) cmd</action><defaultVarList>"
          + "<variable name=\"PackageID\" property=\"PackageID\">\(package)</variable>"
          + "</defaultVarList></step>"
      }.joined()
    }
    func option() -> String { seeded.chance(20) ? " disable=\"true\"" : "" }
    let list = (0..<4).map { "<reference package=\"ABC0000\($0)\"/>" }.joined()
    let text = "<sequence version=\"3.10\"><referenceList>\(list)</referenceList>"
    return try SequenceDocument(loading: Array((text + nodes(0) + "</sequence>").utf8))
  }

  private static func edit(
    _ document: SequenceDocument, _ seeded: inout Seeded
  ) throws(Refusal) -> Edit {
    var all: [NodeID] = []
    document.sequence.walk { node, _ in
      all.append(node.id)
      return true
    }
    guard !all.isEmpty else { throw Refusal("nothing is left") }
    let some: Set<NodeID> = [seeded.pick(all)]
    switch seeded.below(9) {
    case 0: return try document.removing(some)
    case 1: return try document.duplicating(some)
    case 2: return try document.movingUp(some)
    case 3: return try document.movingOut(some)
    case 4: return try document.movingIn(some)
    case 5: return try document.grouping(some, named: "N")
    case 6: return try document.ungrouping(some, keepsCondition: false)
    case 7: return try document.setting(.name, to: "T\(seeded.below(9))", on: some)
    default: return try document.setting(.disable, to: seeded.pick(["true", "false"]), on: some)
    }
  }

  @Test(arguments: Seeded.seeds(20))
  func aSecondLookIsAFirst(seed: UInt64) throws {
    var seeded = Seeded(seed)
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "Tools", version: "1"))
    catalog.completeKinds()
    var history = History(try Self.sequence(&seeded))
    var check = ReferenceCheck(catalog: catalog)
    for _ in 0..<60 {
      if seeded.chance(25) {
        history.go(to: seeded.below(history.revisions.count))
      } else if let change = try? Self.edit(history.document, &seeded) {
        let followed = try check.following(
          change, from: history.document, saved: history.revisions[0].document)
        history.record(followed, focusBefore: nil, focusAfter: nil)
      }
      let document = history.document
      check.look(at: document)
      var fresh = ReferenceCheck(catalog: catalog)
      fresh.look(at: document)
      #expect(check.references == fresh.references)
      #expect(check.blocking == fresh.blocking)
      #expect(check.listed == fresh.listed)
      #expect(fresh.listed == ListedReferences(of: document))
      document.sequence.walk { node, _ in
        #expect(check.references(of: node) == fresh.references(of: node))
        #expect(check.problem(of: node) == fresh.problem(of: node))
        #expect(check.problemCount(inside: node) == fresh.problemCount(inside: node))
        return true
      }
      let problems = check.problemNodes
      #expect(problems == fresh.problemNodes)
      #expect(problems.isSuperset(of: check.blocking.map(\.node)))
      let inside = problems.subtracting([document.sequenceID])
      #expect(check.problemCount(inside: document.sequence) == inside.count)
    }
  }
}
