import Containers
import ObjectCatalog
import StepCatalog
@_spi(Edits) import TaskSequence
import TestSupport
import Testing
import XMLTree

@testable import References

@Suite struct ReferenceCheckTests {
  private static func step(_ type: String, _ variables: String, options: String = "") -> String {
    "<step type=\"\(type)\" name=\"S\"\(options)><action/><defaultVarList>\(variables)"
      + "</defaultVarList></step>"
  }

  private static func variable(_ name: String, _ value: String) -> String {
    "<variable name=\"\(name)\" property=\"\(name)\">\(value)</variable>"
  }

  private static func check(
    _ inside: String, catalog: Catalog = Catalog(), isStrict: Bool = false
  ) throws -> ReferenceCheck {
    let text = "<sequence version=\"3.10\">\(inside)</sequence>"
    var check = ReferenceCheck(catalog: catalog, isStrict: isStrict)
    check.look(at: try SequenceDocument(loading: Array(text.utf8)))
    return check
  }

  private static var known: Catalog {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "Tools", version: "1"))
    catalog.add(CatalogObject(kind: .mdtApplication, id: "{1}", name: "Reader"))
    catalog.completeKinds()
    return catalog
  }

  private static let command = "SMS_TaskSequence_RunCommandLineAction"

  @Test(arguments: [
    ("ABC00001", Reference.Status.resolved), ("abc00001", .resolved), ("ABC00002", .unresolved),
    ("00000000", .unresolved), ("%PKG%", .dynamic), ("ABC%PKG%", .unresolved),
    ("%A%%B%", .unresolved), ("50%", .unresolved), ("%%", .unresolved),
  ])
  func aPackageIsLookedUp(_ id: String, _ status: Reference.Status) throws {
    let step = Self.step(Self.command, Self.variable("PackageID", id))
    let found = try Self.check(step, catalog: Self.known).references
    #expect(found.map(\.status) == [status])
  }

  /// Words of a step are no evidence for an object; its whole name is.
  @Test(arguments: [
    ("Tools", ["ABC00001"]), ("Install Tools", []), ("Tools 1", []), ("S", []),
  ])
  func aStepsWordsNameNothing(_ name: String, _ ids: [String]) throws {
    let step = Self.step(Self.command, Self.variable("PackageID", "ZZZ99999"))
    let text = "<sequence version=\"3.10\">\(step)</sequence>"
      .replacing(/name="S"/, with: "name=\"\(name)\"")
    let document = try SequenceDocument(loading: Array(text.utf8))
    var check = ReferenceCheck(catalog: Self.known)
    check.look(at: document)
    let lost = try #require(check.blocking.first)
    #expect(check.guesses(for: lost, in: document, count: 5).map(\.id) == ids)
  }

  @Test(arguments: [("All Drivers", Reference.Status.resolved), ("Mine", .unresolved)])
  func everyShareHasSomeProfiles(_ profile: String, _ status: Reference.Status) throws {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .selectionProfile, id: "Other", name: "Other"))
    catalog.completeKinds()
    let step = Self.step("BDD_InjectDrivers", Self.variable("DriverSelectionProfile", profile))
    #expect(try Self.check(step, catalog: catalog).references.map(\.status) == [status])
  }

  @Test func anEmptyOptionalReferenceIsNone() throws {
    let step = Self.step(Self.command, Self.variable("PackageID", ""))
    #expect(try Self.check(step).references.isEmpty)
  }

  @Test func anEmptyNeededReferenceIsUnresolved() throws {
    let step = Self.step(
      "SMS_TaskSequence_ApplyDriverPackageAction",
      Self.variable("OSDApplyDriverDriverPackageID", ""))
    #expect(try Self.check(step).blocking.map(\.kind) == [.driverPackage])
  }

  @Test func nothingKnownIsUnverifiedAndStopsOnlyTheStrict() throws {
    let step = Self.step(Self.command, Self.variable("PackageID", "ABC00009"))
    #expect(try Self.check(step).references.map(\.status) == [.unverified])
    #expect(try Self.check(step).blocking.isEmpty)
    #expect(try Self.check(step, isStrict: true).blocking.count == 1)
  }

  @Test(arguments: [
    " disable=\"true\"", " disable=\"TRUE\"",
  ])
  func disabledStepsDoNotCount(_ options: String) throws {
    let step = Self.step(Self.command, Self.variable("PackageID", "00000000"), options: options)
    let check = try Self.check(step)
    #expect(check.references.map(\.isActive) == [false] && check.blocking.isEmpty)
    let group =
      "<group name=\"G\"\(options)>"
      + Self.step(Self.command, Self.variable("PackageID", "00000000")) + "</group>"
    #expect(try Self.check(group).blocking.isEmpty)
  }

  @Test func whatTheWizardSelectedIsNotBroken() throws {
    let step = Self.step("BDD_InstallApplication", Self.variable("ApplicationGUID", ""))
    #expect(try Self.check(step, catalog: Self.known).references.isEmpty)
  }

  @Test func applicationsOfABaseVariableAreDynamicEnough() throws {
    let type = "SMS_TaskSequence_InstallApplicationAction"
    let listed = Self.step(
      type, Self.variable("ApplicationName", "") + Self.variable("BaseVariableName", "APPS"))
    #expect(try Self.check(listed).references.isEmpty)
    let none = Self.step(type, Self.variable("ApplicationName", ""))
    #expect(try Self.check(none).blocking.count == 1)
    let two = Self.step(type, Self.variable("ApplicationName", "S_1/A_1,S_1/A_2"))
    #expect(try Self.check(two).references.map(\.id) == ["S_1/A_1", "S_1/A_2"])
  }

  @Test func anotherObjectChangesEveryPlaceAndTheAction() throws {
    let text = """
      <sequence version="3.10"><referenceList><reference package="ABC00007"/></referenceList>\
      <step type="\(Self.command)" name="S">\
      <action>smsswd.exe /run:ABC00007 a.cmd</action><defaultVarList>\
      \(Self.variable("CommandLine", "a.cmd"))\(Self.variable("PackageID", "ABC00007"))\
      </defaultVarList></step></sequence>
      """
    let document = try SequenceDocument(loading: Array(text.utf8))
    var check = ReferenceCheck(catalog: Self.known)
    check.look(at: document)
    let object = try #require(check.guesses(for: check.blocking[0], in: document, count: 1).first)
    let edit = try document.naming(object, in: check.blocking)
    let written = String(decoding: edit.document.serialized(), as: UTF8.self)
    #expect(written == text.replacing("ABC00007", with: "ABC00001"))
    check.look(at: edit.document)
    #expect(check.blocking.isEmpty)
  }

  /// Every real sequence in a deployment share finds what it names there.
  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func realSharesKnowWhatTheirSequencesName() throws {
    var (resolved, shares) = (0, 0)
    for file in ShareFile.all() {
      let (path, document, share) = (file.path, file.document, file.share)
      #expect(share.faults.isEmpty)
      var check = ReferenceCheck(catalog: share.catalog)
      check.look(at: document)
      #expect(check.blocking.isEmpty, "\(path): \(check.blocking)")
      resolved += check.references.filter { $0.status == .resolved }.count
      shares += 1
    }
    #expect(shares > 5 && resolved > 50, "\(shares) sequences, \(resolved) references")
  }

  /// Where references stand is found for all at once: many cost little more each than a look at them.
  @Test func manySitesCostOnePass() throws {
    let steps = Array(repeating: Sequences.command("ABC00001"), count: 3000)
    let document = try Sequences.document(steps, isIndented: true)
    var check = ReferenceCheck(catalog: .init())
    let clock = ContinuousClock()
    let looking = clock.measure { check.look(at: document) }
    var sites: [ReferenceSite] = []
    let finding = clock.measure {
      sites = ReferenceSite.sites(of: check.references, in: document)
    }
    #expect(sites.count == 3000 && sites.last?.path == NodePath("S#3000"))
    let lines = sites.compactMap(\.position?.line)
    #expect(lines == Array((lines.first ?? 0)...(lines.last ?? 0)))
    #expect(finding < looking * 20, "3000 sites: \(finding), a look: \(looking)")
  }
}
