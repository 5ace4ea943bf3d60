import Containers
import SequenceSpecimens
@_spi(Edits) import TaskSequence
import TestSupport
import Testing

/// An export's archive is a file of sequences.
@Suite("Exports as archives")
struct PackedExportTests {
  private static let family = ExportSpecimen.family

  private static func renamed(
    _ container: any Container, _ member: String, _ name: String
  ) throws -> SequenceDocument {
    let document = try container.document(of: MemberID(member))
    let step = try #require(document.sequence.children.first)
    return try document.setting(.name, to: name, on: [step.id]).document
  }

  @Test(arguments: [false, true])
  func itsSequencesAreItsMembers(isDeflated: Bool) throws {
    let file = Self.family.bytes(isDeflated: isDeflated)
    let container = try Opener().open(file)
    #expect(container.members.map(\.id.text) == ["ABC00100", "ABC00101"])
    #expect(container.members.map(\.name) == ["Windows 11", "Software"])
    #expect(container.bytes == file && container.remark == nil)
    let document = try container.document(of: MemberID("ABC00101"))
    #expect(document.carrier == .export && document.ownID == "ABC00101")
    #expect(throws: LoadFailure.noMember(.only)) { try container.document(of: .only) }
  }

  /// The archive with an edit is the one made of parts with that edit.
  @Test(arguments: [false, true])
  func anEditChangesOneEntry(isDeflated: Bool) throws {
    let container = try Opener().open(Self.family.bytes(isDeflated: isDeflated))
    let edited = try Self.renamed(container, "ABC00100", "Größe & <more>")
    let changed = try container.putting([MemberID("ABC00100"): edited])
    var wanted = Self.family
    wanted.sequences[0].xml = wanted.sequences[0].xml.replacing(
      "name=\"Run scripts\"", with: "name=\"Größe &amp; &lt;more&gt;\"")
    #expect(changed.bytes == wanted.bytes(isDeflated: isDeflated))
    #expect(changed.notes.isEmpty)
    let old = try container.document(of: MemberID("ABC00100"))
    #expect(try changed.putting([MemberID("ABC00100"): old]).bytes == container.bytes)
  }

  @Test func severalSequencesAreOneChange() throws {
    let container = try Opener().open(Self.family.bytes())
    let one = try Self.renamed(container, "ABC00100", "A")
    let other = try Self.renamed(container, "ABC00101", "B")
    let both = try container.putting([MemberID("ABC00100"): one, MemberID("ABC00101"): other])
    let later = try container.putting([MemberID("ABC00100"): one])
      .putting([MemberID("ABC00101"): other])
    #expect(both.bytes == later.bytes)
    let again = try Opener().open(both.bytes)
    #expect(try again.document(of: MemberID("ABC00100")).serialized() == one.serialized())
    #expect(try again.document(of: MemberID("ABC00101")).serialized() == other.serialized())
  }

  /// The name and the description stand in `object.xml`, and nowhere else.
  @Test func theNameFollows() throws {
    let container = try Opener().open(Self.family.bytes())
    let document = try container.document(of: MemberID("ABC00100"))
    let edit = try document.settingPackageProperty("Name", to: "Windows 12 & on")
    let changed = try container.putting([MemberID("ABC00100"): edit.document])
    var wanted = Self.family
    wanted.sequences[0].name = "Windows 12 & on"
    #expect(changed.bytes == wanted.bytes())
    #expect(try Opener().open(changed.bytes).members[0].name == "Windows 12 & on")
  }

  // MARK: The lists

  /// The family with a document's references replaced by others, in the sequence's list and around it.
  private static func listing(
    _ container: any Container, _ member: String, _ ids: [String]
  ) throws -> SequenceDocument {
    let document = try container.document(of: MemberID(member))
    let entries: [ReferenceList.Entry] = ids.map { id in
      id.hasPrefix("ScopeId")
        ? .application(id) : .package(id, program: id == "ABC00101" ? "*" : nil)
    }
    return try document.recording(entries)
  }

  private static func list(
    _ container: any Container, _ member: String, _ kind: ExportedList.Kind
  ) throws -> ExportedList {
    let parts = try ZipItem.contents(of: container.bytes)
    return try ExportedList(
      try #require(parts["SMS_TaskSequencePackage/\(member)/\(kind.fileName)"]))
  }

  @Test func anObjectThatGoesLeavesTheLists() throws {
    let container = try Opener().open(Self.family.bytes())
    let document = try Self.listing(container, "ABC00101", ["ABC00022"])
    let changed = try container.putting([MemberID("ABC00101"): document])
    var wanted = Self.family
    wanted.sequences[1].references.removeLast()
    #expect(changed.bytes == wanted.bytes())
    let old = try container.document(of: MemberID("ABC00101"))
    #expect(try changed.putting([MemberID("ABC00101"): old]).bytes == container.bytes)
  }

  @Test func anObjectThatComesIsNamedAsItIsKnown() throws {
    let container = try Opener().open(Self.family.bytes())
    let ids = ["ABC00021", "ABC00101", "ABC00007", "ABC00022", "ABC00500"]
    let document = try Self.listing(container, "ABC00100", ids)
    let known = ExportedObject(id: "ABC00007", name: "Tools <7>", version: "2", type: 3)
    let changed = try container.putting(
      [MemberID("ABC00100"): document], knowing: ["abc00007": known])
    let list = try Self.list(changed, "ABC00100", .objects).objects
    // The boot image belongs to it; all by their ids.
    #expect(
      list.map(\.id) == ["ABC00005", "ABC00007", "ABC00021", "ABC00022", "ABC00101", "ABC00500"])
    #expect(list[1].name == "Tools <7>" && list[1].version == "2" && list[1].type == "3")
    // What another sequence of the export says of it comes first, with all the site knows.
    #expect(list[3].description == "What ABC00022 is for & more")
    #expect(list[5].name == "" && list[5].type == nil)
    #expect(
      changed.notes == [
        "ReferencesInfo.xml names ABC00500 without a name and a type: nothing is known of it here."
      ])
    let again = try Opener().open(changed.bytes).document(of: MemberID("ABC00100"))
    #expect(again.recordedReferences.map(\.id) == list.map(\.id))
    #expect(again.packageProperty("ReferencesCount") == "0")
  }

  @Test func anObjectThatNothingNamesAnyMoreIsTold() throws {
    let container = try Opener().open(Self.family.bytes())
    let document = try Self.listing(container, "ABC00100", ["ABC00101"])
    let changed = try container.putting([MemberID("ABC00100"): document])
    #expect(
      changed.notes == [
        "ABC00021 stays in the archive, and no sequence in it names it any more."
      ])
    // Another sequence may name it still, or name it now.
    let other = try Self.listing(changed, "ABC00101", ["ABC00021", ExportSpecimen.model])
    #expect(
      try changed.putting([MemberID("ABC00101"): other]).notes == [
        "ABC00022 stays in the archive, and no sequence in it names it any more."
      ])
  }

  @Test func anApplicationWithoutItsNumbersHasNoEntry() throws {
    let container = try Opener().open(Self.family.bytes())
    let other = "ScopeId_1/Application_2"
    let document = try Self.listing(container, "ABC00100", ["ABC00021", "ABC00101", other])
    let changed = try container.putting([MemberID("ABC00100"): document])
    #expect(try Self.list(changed, "ABC00100", .applications).objects.isEmpty)
    #expect(
      changed.notes == [
        "AppReferencesInfo.xml does not name \(other): it needs the numbers a site gives "
          + "applications, which are not known here."
      ])
    // One that another sequence of the export installs has them.
    let known = try Self.listing(
      container, "ABC00100", ["ABC00021", "ABC00101", ExportSpecimen.model])
    let both = try container.putting([MemberID("ABC00100"): known])
    let entry = try #require(try Self.list(both, "ABC00100", .applications).objects.first)
    #expect(entry.id == ExportSpecimen.model && entry.numbers?.package == "ABC00900")
    #expect(both.notes.isEmpty)
  }

  @Test(arguments: [
    (0, "20240301", "0"), (0, "20190301", "0"), (2, "20190301", "3"), (2, "20240301", "3"),
  ])
  func itIsCountedAsItWas(count: Int, date: String, wanted: String) throws {
    var specimen = Self.family
    specimen.sequences[1].count = count
    specimen.sequences[1].refreshed = date + "080000.000000+000"
    let container = try Opener().open(specimen.bytes())
    let document = try Self.listing(
      container, "ABC00101", ["ABC00022", "ABC00023", ExportSpecimen.model])
    #expect(document.packageProperty("ReferencesCount") == wanted)
  }

  @Test(arguments: [("20190301", "1"), ("20210401", "0"), ("20240301", "0")])
  func theFirstIsCountedAsTheDateSays(date: String, wanted: String) throws {
    var specimen = Self.family
    specimen.sequences[1].references = []
    specimen.sequences[1].refreshed = date + "080000.000000+000"
    let container = try Opener().open(specimen.bytes())
    let document = try Self.listing(container, "ABC00101", ["ABC00022"])
    #expect(document.packageProperty("ReferencesCount") == wanted)
  }

  /// A list that was at odds before stays so as long as the references stay.
  @Test func aListNobodyHadToTouchStays() throws {
    var items = Self.family.items
    let place = try #require(items.firstIndex { $0.name.hasSuffix("ABC00100/ReferencesInfo.xml") })
    items[place].content = Self.family.sequences[1].list(.objects)
    let container = try Opener().open(ZipRecipe(items).bytes)
    let edited = try Self.renamed(container, "ABC00100", "A")
    let changed = try container.putting([MemberID("ABC00100"): edited])
    let parts = try ZipItem.contents(of: changed.bytes)
    #expect(parts[items[place].name] == items[place].content)
  }

  // MARK: What is no export, or torn

  @Test func aBrokenMemberDoesNotKeepTheOthers() throws {
    var items = Self.family.items
    let place = try #require(items.firstIndex { $0.name.hasSuffix("ABC00100/object.xml") })
    items[place].content = Array("<INSTANCE".utf8)
    let container = try Opener().open(ZipRecipe(items).bytes)
    #expect(container.members.map(\.name) == [nil, "Software"])
    #expect(throws: LoadFailure.self) { try container.document(of: MemberID("ABC00100")) }
    let edited = try Self.renamed(container, "ABC00101", "B")
    #expect(try container.putting([MemberID("ABC00101"): edited]).members.count == 2)
  }

  @Test(arguments: [
    (
      ["a.txt"],
      "it is a .zip archive, but no export of a task sequence: there is no "
        + "SMS_TaskSequencePackage/<ID>/object.xml in it"
    ),
    (
      ["SMS_TaskSequencePackage/A/object.xml", "SMS_TaskSequencePackage/a/object.xml"],
      "two sequences in it have the id “a”"
    ),
    (
      ["SMS_TaskSequencePackage/A/object.xml", "x/SMS_TaskSequencePackage/A/object.xml"],
      "two sequences in it have the id “A”"
    ),
    (["a", "a"], "its entry “a” is there twice"),
  ])
  func isRefused(names: [String], sentence: String) {
    let file = ZipRecipe(names.map { ZipItem($0, [1]) }).bytes
    do throws(LoadFailure) {
      _ = try Opener().open(file)
      Issue.record("opened")
    } catch { #expect(error.sentence == sentence) }
  }

  @Test(arguments: ["top/SMS_TaskSequencePackage/A/", "top\\SMS_TaskSequencePackage\\A\\"])
  func theFolderMayLieInAnother(folder: String) throws {
    let item = ZipItem(folder + "object.xml", Self.family.sequences[0].object)
    let container = try Opener().open(ZipRecipe([item]).bytes)
    #expect(container.members == [Member(MemberID("A"), name: "Windows 11")])
  }

  // MARK: Unpacked

  @Test func anUnpackedExportBehavesTheSame() throws {
    let sequence = Self.family.sequences[1]
    let sole = try Opener().open(sequence.object)
    let beside = Dictionary(
      uniqueKeysWithValues: ExportedList.Kind.allCases.map { ($0.fileName, sequence.list($0)) })
    let container = try #require(UnpackedExport(sole) { beside[$0] })
    #expect(container.bytes == sequence.object && container.companions.map(\.bytes).count == 2)
    let document = try sole.document(of: .only)
    let changed = try container.putting([
      .only: try document.recording([.package("ABC00022", program: nil)])
    ])
    var wanted = sequence
    wanted.references.removeLast()
    #expect(changed.bytes == wanted.object)
    #expect(changed.companions.map(\.bytes) == ExportedList.Kind.allCases.map(wanted.list))
    let back = try changed.putting([.only: document])
    #expect(back.companions == container.companions && back.bytes == container.bytes)
    #expect(UnpackedExport(sole) { _ in nil } == nil)
    let bare = try Opener().open(Array("<sequence/>".utf8))
    #expect(UnpackedExport(bare) { beside[$0] } == nil)
  }

  // MARK: Real ones

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func everyRealExportIsOpenedEditedAndUndone() throws {
    let archives = Corpus.archives()
    #expect(!archives.isEmpty)
    for (path, file) in archives {
      let container = try Opener().open(file)
      #expect(container.bytes == file && !container.members.isEmpty, "\(path)")
      let before = try ZipItem.contents(of: file)
      for member in container.members {
        let document = try container.document(of: member.id)
        #expect(try container.putting([member.id: document]).bytes == file, "\(path)")
        let node = try #require(document.sequence.children.first, "\(path)")
        let edit = try document.setting(.name, to: node.name + "!", on: [node.id])
        let changed = try container.putting([member.id: edit.document])
        let after = try ZipItem.contents(of: changed.bytes)
        let differing = before.keys.filter { before[$0] != after[$0] }
        #expect(
          differing == ["SMS_TaskSequencePackage/\(member.id.text)/object.xml"], "\(path)")
        #expect(changed.bytes.count == file.count + 1, "\(path)")
        #expect(try changed.putting([member.id: document]).bytes == file, "\(path)")
        for reader in ZipReader.allCases where reader.isThere {
          #expect(try reader.verdict(on: changed.bytes) == 0, "\(reader), \(path)")
        }
      }
    }
  }
}
