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

/// What holds for every fix of every finding.
@Suite struct FixTests {
  /// The findings of a document that count.
  private static func findings(
    of document: SequenceDocument, _ catalog: Catalog, isStrict: Bool
  ) -> [Finding] {
    var check = SequenceCheck(catalog: catalog, isStrict: isStrict, rules: .marked)
    check.look(at: document)
    return check.findings(of: document)
  }

  /// A sequence some edits later, whose packages are unknown, or not known to be there when it is
  /// strict.
  private static func scene(
    _ seeded: inout Seeded
  ) throws -> (document: SequenceDocument, catalog: Catalog, isStrict: Bool) {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "P", version: "1"))
    let isStrict = seeded.chance(50)
    if !isStrict { catalog.completeKinds() }
    var document = try RandomSequence.document(&seeded)
    for _ in 0..<seeded.below(20) {
      guard let operation = RandomSequence.operation(on: document, &seeded) else { break }
      document = (try? document.applying(operation))?.document ?? document
    }
    return (document, catalog, isStrict)
  }

  /// A fix takes its finding away and brings no other; one for all places takes all away.
  @Test(arguments: Seeded.seeds(60))
  func theFindingIsGone(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let (document, catalog, isStrict) = try Self.scene(&seeded)
    let before = Self.findings(of: document, catalog, isStrict: isStrict)
    for finding in before {
      let same = before.filter { $0.rule == finding.rule && $0.objects == finding.objects }
      for found in [[finding], same] {
        for fix in found.fixes(in: document) {
          let fixed = try document.applying(fix.apply).document
          let after = Self.findings(of: fixed, catalog, isStrict: isStrict)
          func isSame(_ one: Finding) -> (Finding) -> Bool {
            {
              $0.rule == one.rule && $0.node == one.node && $0.place == one.place
                && $0.references.map(\.id) == one.references.map(\.id)
            }
          }
          #expect(!found.contains { after.contains(where: isSame($0)) }, "\(fix.title)")
          #expect(after.allSatisfy { before.contains(where: isSame($0)) }, "\(fix.title)")
        }
      }
    }
  }

  /// A fix is text: each operation is read back from its line, and the lines make the same document.
  @Test(arguments: Seeded.seeds(20))
  func itIsText(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let (document, catalog, isStrict) = try Self.scene(&seeded)
    for finding in Self.findings(of: document, catalog, isStrict: isStrict) {
      for fix in finding.fixes(in: document) {
        let lines = fix.operations.map(\.text)
        #expect(!lines.isEmpty && !fix.title.isEmpty && !fix.title.hasSuffix("."))
        let read = try document.applying { (chain) throws(Refusal) in
          for line in lines {
            guard let operation = try? OperationVerbs.read(line) else {
              throw Refusal("“\(line)” is no operation")
            }
            try chain.apply(operation)
          }
        }
        let fixed = try document.applying(fix.apply)
        #expect(read.document.serialized() == fixed.document.serialized(), "\(lines)")
      }
    }
  }

  /// What each place of a reference that is not there offers.
  @Test func whatIsOffered() throws {
    let step = "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"S\">"
    let text = """
      <sequence version="3.10"><referenceList><reference package="ABC00009"/></referenceList>\
      \(step)<action>smsswd.exe /run:ABC00002 x</action><defaultVarList>\
      <variable name="CommandLine">x</variable><variable name="PackageID">ABC00002</variable>\
      </defaultVarList></step></sequence>
      """
    let document = try SequenceDocument(loading: Array(text.utf8))
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "P", version: "1"))
    catalog.completeKinds()
    let offers = Self.findings(of: document, catalog, isStrict: true).map { finding in
      finding.fixes(in: document).map { fix in
        "\(fix.title)\(fix.effect == .safe ? ", safe" : ""): "
          + fix.operations.map(\.text).joined(separator: "; ")
      }
    }
    #expect(
      offers == [
        ["delete the step: remove S", "disable the step for now: disable S"],
        [
          "take it off the list, safe: "
            + "use content \"\" instead of ABC00009 in sequence list"
        ],
        ["write the list of references anew, safe: list references"],
        ["write the list of references anew, safe: list references"],
      ])
  }
}
