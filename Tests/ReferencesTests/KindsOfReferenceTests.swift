import Containers
import ObjectCatalog
import Operations
import StepCatalog
@_spi(Edits) import TaskSequence
import TestSupport
import Testing

@testable import References

/// What counts as a reference beside a step's plain fields, and how each is told and replaced.
@Suite struct KindsOfReferenceTests {
  private static func check(_ xml: String, _ catalog: Catalog = Catalog()) throws -> (
    SequenceDocument, ReferenceCheck
  ) {
    let document = try SequenceDocument(loading: Array(xml.utf8))
    var check = ReferenceCheck(catalog: catalog)
    check.look(at: document)
    return (document, check)
  }

  private static func sequence(_ inside: String) -> String {
    "<sequence version=\"3.10\">\(inside)</sequence>"
  }

  private static func step(_ action: String, _ variables: String = "") -> String {
    "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"S\"><action>\(action)</action>"
      + "<defaultVarList>\(variables)</defaultVarList></step>"
  }

  @Test(arguments: [
    ("smsswd.exe /run:ABC00001 a.cmd", ["package ABC00001"]),
    ("SMSSWD.EXE /run:ABC00001:Install /x", ["package ABC00001", "program ABC00001:Install"]),
    ("smsswd.exe /run: cscript.exe a.wsf", []), ("cmd.exe /c smsswd.exe /run:ABC00001", []),
    (
      "OSDApplyOS.exe /image:ABC00002,1 \"/config:ABC00003,u.xml\"",
      ["osImage ABC00002", "package ABC00003"]
    ),
    ("OSDApplyOS.exe /data:ABC00002,%I%", ["osImage ABC00002"]),
    ("osddriverclient.exe /install:ABC00004 /x", ["driverPackage ABC00004"]),
    (
      "smsappinstall.exe /app:S_1/A_1,S_1/A_2 /basevar:",
      ["application S_1/A_1", "application S_1/A_2"]
    ),
  ])
  func commandLinesNameObjects(_ action: String, _ found: [String]) throws {
    let references = try Self.check(Self.sequence(Self.step(action))).1.references
    #expect(references.map { "\($0.kind) \($0.id)" } == found)
    #expect(references.allSatisfy { $0.place == .action })
  }

  @Test func whatAVariableSaysIsNoSecondReference() throws {
    let variable = "<variable name=\"PackageID\" property=\"PackageID\">ABC00001</variable>"
    let (_, check) = try Self.check(
      Self.sequence(Self.step("smsswd.exe /run:ABC00001 a", variable)))
    #expect(check.references.map(\.place) == [.variable("PackageID")])
  }

  @Test func aCommandLineAloneIsReplacedToo() throws {
    let (document, check) = try Self.check(
      Self.sequence(Self.step("smsswd.exe /run:ABC00001 ABC.cmd")))
    let object = CatalogObject(kind: .package, id: "XYZ00001", name: "")
    let edit = try document.naming(object, in: check.references)
    #expect(edit.document.sequence.children[0].action == "smsswd.exe /run:XYZ00001 ABC.cmd")
  }

  @Test func whatIsListedAndNotUsedIsTakenOff() throws {
    let list = "<referenceList><reference package=\"ABC00009\"/></referenceList>"
    var catalog = Catalog()
    ReferenceKind.content.members.forEach {
      catalog.add(CatalogObject(kind: $0, id: "X-\($0)", name: ""))
    }
    catalog.completeKinds()
    let (document, check) = try Self.check(Self.sequence(list + Self.step("cmd.exe")), catalog)
    #expect(check.blocking.map(\.place) == [.list])
    let nothing = CatalogObject(kind: .content, id: "", name: "")
    let edit = try document.naming(nothing, in: check.blocking)
    #expect(!String(decoding: edit.document.serialized(), as: UTF8.self).contains("reference"))
  }

  @Test func aProgramIsOneOfItsPackage() throws {
    var catalog = Catalog()
    for (id, name) in [("ABC00001", "Tools"), ("ABC00002", "Other")] {
      catalog.add(CatalogObject(kind: .package, id: id, name: name))
      catalog.add(CatalogObject(kind: .program, id: "\(id):Set up \(name)", name: ""))
    }
    catalog.completeKinds()
    let xml = Self.sequence(Sequences.program("ABC00001", "Setup"))
    let (document, check) = try Self.check(xml, catalog)
    #expect(check.blocking.map(\.reason) == ["“Tools” has no program “Setup”"])
    #expect(check.choices(for: check.blocking[0]).map(\.id) == ["ABC00001:Set up Tools"])
    let object = check.choices(for: check.blocking[0])[0]
    let edit = try document.naming(object, in: check.blocking)
    #expect(edit.document.sequence.children[0].variable("_SMSSWDProgramName") == "Set up Tools")
    // Of a package that is not there nothing is said twice.
    let lost = try Self.check(Self.sequence(Sequences.program("ABC00003", "X")), catalog).1
    #expect(lost.references.map(\.status) == [.unresolved, .unverified])
  }

  @Test func aSequenceMayNotComeBackToItself() throws {
    func package(_ child: String) -> String {
      "<SmsTaskSequencePackage><PackageID>ABC00001</PackageID><SequenceData><sequence version=\"3.10\">"
        + "\(Sequences.child(child, needs: ""))</sequence></SequenceData></SmsTaskSequencePackage>"
    }
    var catalog = Catalog()
    catalog.add(
      CatalogObject(kind: .taskSequence, id: "ABC00002", name: "B", needs: ["ABC00001"]), as: .told)
    catalog.add(CatalogObject(kind: .taskSequence, id: "ABC00003", name: "C"), as: .told)
    #expect(try Self.check(package("abc00001"), catalog).1.blocking.count == 1)
    catalog.add(CatalogObject(kind: .taskSequence, id: "ABC00001", name: "A"), as: .told)
    let (document, check) = try Self.check(package("ABC00002"), catalog)
    let circle = try #require(check.blocking.first)
    #expect(circle.reason == "it runs this sequence again: ABC00002 › ABC00001")
    // Neither itself nor what runs it is offered instead.
    #expect(check.choices(for: circle).map(\.id) == ["ABC00003"])
    #expect(check.guesses(for: circle, in: document, count: 9).map(\.id) == ["ABC00003"])
    #expect(try Self.check(package("ABC00003"), catalog).1.blocking.isEmpty)
  }

  @Test func thePackageAroundNamesABootImageAndAProgram() throws {
    let xml = """
      <SmsTaskSequencePackage><BootImageID>ABC00005</BootImageID>\
      <DependentProgram>ABC00001;;Setup</DependentProgram><SequenceData>\
      <sequence version="3.10"></sequence></SequenceData></SmsTaskSequencePackage>
      """
    let (document, check) = try Self.check(xml)
    #expect(
      check.references.map { "\($0.kind) \($0.id)" }
        == ["bootImage ABC00005", "package ABC00001", "program ABC00001:Setup"])
    let swaps: [SequenceDocument.Swap] = [
      (check.references[0], CatalogObject(kind: .bootImage, id: "X5", name: "")),
      (check.references[1], CatalogObject(kind: .package, id: "X1", name: "")),
    ]
    let new = try document.applying(UseObjects(swaps, in: document)).document
    #expect(
      String(decoding: new.serialized(), as: UTF8.self)
        == xml.replacing("ABC00005", with: "X5").replacing("ABC00001", with: "X1"))
  }

  @Test func anApplicationIsToldWhatItLacks() throws {
    var catalog = Catalog()
    catalog.add(
      CatalogObject(kind: .mdtApplication, id: "{1}", name: "A", remark: "hidden", needs: ["{2}"]))
    let step = Sequences.step("BDD_InstallApplication", [("ApplicationGUID", "{1}")])
    let (_, check) = try Self.check(Self.sequence(step), catalog)
    #expect(
      check.references.map(\.reason) == ["A ({1}), hidden; depends on {2}, which is not there"])
  }

  /// In every sequence of a real share: one changed character of an id is reported at that very place,
  /// and nothing else is.
  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func oneWrongCharacterIsFoundWhereItIs() throws {
    var broken = 0
    for file in ShareFile.all() {
      let (path, bytes, document, share) = (file.path, file.bytes, file.document, file.share)
      var check = ReferenceCheck(catalog: share.catalog)
      check.look(at: document)
      let good = check.references.filter { $0.isActive && $0.kind == .mdtApplication }
      guard let one = good.last,
        let place = ReferenceSite.sites(of: [one], in: document).first?.position
      else { continue }
      let offset = Self.offset(of: one.id, after: place, in: bytes)
      var damaged = bytes
      damaged[offset + 5] =
        damaged[offset + 5] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      check.look(at: try SequenceDocument(loading: damaged))
      #expect(check.blocking.count == 1, "\(path)")
      let found = try #require(
        ReferenceSite.sites(of: check.blocking, in: try SequenceDocument(loading: damaged)).first?
          .position)
      #expect(found == place, "\(path)")
      let guesses = check.guesses(for: check.blocking[0], in: document, count: 1)
      #expect(guesses.map(\.id) == [one.id], "\(path)")
      broken += 1
    }
    #expect(broken > 5)
  }

  private static func offset(
    of id: String, after place: (line: Int, column: Int), in bytes: [UInt8]
  ) -> Int {
    var (line, index) = (1, 0)
    while line < place.line {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    while !bytes[index...].starts(with: Array(id.utf8)) { index += 1 }
    return index
  }
}
