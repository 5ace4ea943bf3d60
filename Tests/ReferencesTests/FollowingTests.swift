import Containers
import ObjectCatalog
import StepCatalog
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import Operations
@testable import References

/// What repeats references follows edits, and nothing else does.
@Suite struct FollowingTests {
  // MARK: The rule

  @Test func listsEachOnceInOrderOfFirstUse() throws {
    let document = try Sequences.document(
      [
        Sequences.command("ABC00002"), Sequences.command("ABC00001"),
        Sequences.command("ABC00002"), Sequences.command("ABC00009", isDisabled: true),
        Sequences.command("00000000"), Sequences.command("%PKG%"), Sequences.command(""),
      ])
    #expect(
      ListedReferences(of: document).entries
        == [.package("ABC00002", program: nil), .package("ABC00001", program: nil)])
  }

  @Test func knowsProgramsApplicationsAndChildren() throws {
    let document = try Sequences.document(
      [
        Sequences.program("ABC00001", "Install"), Sequences.applications("S/B,S/A"),
        Sequences.child("ABC00020", needs: "ABC00007,ABC00005"),
      ])
    #expect(
      ListedReferences(of: document).entries == [
        .package("ABC00001", program: "Install"), .application("S/A"), .application("S/B"),
        .package("ABC00020", program: "*"), .package("ABC00005", program: nil),
        .package("ABC00007", program: nil),
      ])
  }

  // MARK: Laws

  /// After any edits the list is what the rule says, as soon as one of them changed the set; a list
  /// whose set is that of the file has the file's bytes.
  @Test(arguments: Seeded.seeds(40)) func theListFollowsAnyEdits(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let opened = try Sequences.document(Sequences.random(&random), isIndented: random.chance(50))
    var document = opened
    for _ in 0..<25 {
      guard let edit = Sequences.edit(document, &random) else { continue }
      let before = document
      let followed = try Self.following(edit, before, saved: opened)
      let (old, new) = (
        Set(ListedReferences(of: before).entries), Set(ListedReferences(of: followed).entries)
      )
      if new == Set(ListedReferences(of: opened).entries) {
        #expect(Self.list(followed) == Self.list(opened), "seed \(seed): \(edit.label)")
      } else if old == new {
        #expect(Self.list(followed) == Self.list(before), "seed \(seed): \(edit.label)")
      } else {
        let rule = ListedReferences(of: followed).entries
        let written = ListedReferences(writtenIn: followed.sequence)?.entries ?? []
        #expect(written == rule, "seed \(seed): \(edit.label)")
      }
      let (mine, theirs) = (Self.withoutList(followed), Self.withoutList(edit.document))
      #expect(mine == theirs, "seed \(seed): \(edit.label)")
      let again = try SequenceDocument(loading: followed.serialized())
      #expect(again.serialized() == followed.serialized())
      document = followed
    }
  }

  private static func following(
    _ edit: Edit, _ before: SequenceDocument, saved: SequenceDocument
  ) throws -> SequenceDocument {
    var check = ReferenceCheck(catalog: .init())
    return try check.following(edit, from: before, saved: saved).document
  }

  private static func list(_ document: SequenceDocument) -> String {
    ReferenceList(of: document.sequence).map {
      String(decoding: $0.element.serialized(), as: UTF8.self)
    } ?? ""
  }

  private static func withoutList(_ document: SequenceDocument) -> String {
    let bytes = document.listing([]).serialized()
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Real lists

  /// Files that were edited by hand after the site wrote their list: the stock templates of MDT for
  /// ConfigMgr name packages of their makers' sites in some steps, and in two copies of one sequence a
  /// program was renamed in its step alone.
  private static let exceptions = [
    "SCCM_Server.xml", "SCCM_Client.xml", "SCCM_UDIReplace.xml", "BoundaryGroupTest.xml",
  ]

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func theRuleAgreesWithRealLists() throws {
    var (agreeing, odd) = (0, Set<String>())
    for (path, bytes) in Corpus.files() {
      guard let document = try? SequenceDocument(loading: bytes) else { continue }
      let rule = ListedReferences(of: document).entries
      guard let list = ListedReferences(writtenIn: document.sequence)?.entries else {
        if document.sequence.element.attribute("version") == "3.10" {
          #expect(rule.isEmpty, "\(path) has no list")
        }
        continue
      }
      if list == rule {
        agreeing += 1
      } else {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        #expect(Self.exceptions.contains(name), "\(path): \(list) but the rule says \(rule)")
        odd.insert(name)
      }
    }
    #expect(agreeing >= 17, "\(agreeing) lists agree")
    #expect(odd == Set(Self.exceptions))
  }
}
