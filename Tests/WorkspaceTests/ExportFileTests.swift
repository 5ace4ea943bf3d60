import Containers
import Foundation
import Glibc
import ObjectCatalog
import References
import SequenceSpecimens
import Storage
@_spi(Edits) import TaskSequence
import TestSupport
import Testing

@testable import Workspace

/// An export is one more kind of file: what commands and the gate know of it.
@Suite struct ExportFileTests {
  private static let family = ExportSpecimen.family
  private let folder: TemporaryFolder
  private var zip: String { folder.path + "/export.zip" }

  init() throws {
    folder = try TemporaryFolder()
    try write(Self.family.bytes(), to: "export.zip")
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let place = URL(filePath: folder.path + "/" + name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  /// A sequence of the export without its first step's package.
  private func edited(_ name: String) throws -> (opened: SequenceDocument, edited: SequenceDocument)
  {
    let opened = try Files.load(name)
    let step = try #require(opened.sequence.children.first)
    let off = try opened.setting(.disable, to: "true", on: [step.id]).document
    let entries = ListedReferences(of: off).entries
    return (opened, try off.listing(entries).recording(entries))
  }

  private func wanted(_ index: Int, _ package: String) -> ExportSpecimen {
    var wanted = Self.family
    wanted.sequences[index].references.removeAll { $0.id == package }
    wanted.sequences[index].xml = wanted.sequences[index].xml
      .replacing("<reference package=\"\(package)\"/>", with: "")
      .replacing("name=\"Run scripts\"", with: "name=\"Run scripts\" disable=\"true\"")
      .replacing("name=\"Asset data\"", with: "name=\"Asset data\" disable=\"true\"")
    if index == 1 { wanted.sequences[1].count = 1 }
    return wanted
  }

  private func deliver(
    _ name: String, to path: String, isNew: Bool = false
  ) throws -> (notes: String?, stop: String?) {
    let (opened, edited) = try edited(name)
    var gate = Gate(.none, isStrict: false)
    var out = Output()
    do throws(Gate.Stop) {
      return (
        try gate.write(
          edited, to: path, opened: opened, from: nil, source: name, isNew: isNew, &out), nil
      )
    } catch {
      guard case .file(let failure) = error else { return (nil, "\(error)") }
      return (nil, failure.reason)
    }
  }

  // MARK: Names

  @Test(arguments: ["ABC00101", "abc00101", "software", "Software"])
  func aMemberIsNamedByItsIDOrItsName(name: String) throws {
    #expect(try Files.load("\(zip)#\(name)").ownID == "ABC00101")
  }

  @Test func severalNeedAName() throws {
    do throws(OpenFailure) {
      _ = try Files.open(zip)
      Issue.record("opened")
    } catch {
      #expect(
        error.sentence.hasSuffix("#NAME: ABC00100 (Windows 11), ABC00101 (Software)"),
        "\(error.sentence)")
    }
    #expect(throws: OpenFailure.self) { try Files.open("\(zip)#none") }
  }

  @Test func aSharedNameIsRefusedWithItsIDs() throws {
    var twins = Self.family
    twins.sequences[1].name = "Windows 11"
    try write(twins.bytes(), to: "export.zip")
    do throws(OpenFailure) {
      _ = try Files.open("\(zip)#Windows 11")
      Issue.record("opened")
    } catch {
      #expect(error.sentence.contains("ABC00100 (Windows 11), ABC00101 (Windows 11)"))
    }
  }

  @Test func aFileOfTheWholeNameComesFirst() throws {
    try folder.write("<sequence version=\"3.10\"/>", to: "export.zip#ABC00100")
    #expect(try Files.load("\(zip)#ABC00100").carrier == .bare)
  }

  @Test func aFolderStandsForItsArchives() throws {
    try folder.write("<sequence version=\"3.10\"/>", to: "a.xml")
    try write(ZipRecipe([ZipItem("readme", [])]).bytes, to: "other.zip")
    let files = try SequenceFiles([folder.path])
    #expect(files.faults.isEmpty && files.fileCount == 2)
    #expect(
      files.entries.map { Path.name(of: $0.path) } == [
        "a.xml", "export.zip#ABC00100", "export.zip#ABC00101",
      ])
    try write(Array(Self.family.bytes().dropLast(9)), to: "torn.zip")
    #expect(try SequenceFiles([folder.path]).faults.count == 1)
  }

  // MARK: Writing

  @Test(arguments: [("#ABC00100", 0, "ABC00021"), ("#Software", 1, "ABC00022")])
  func aMemberIsWrittenIntoItsArchive(name: String, index: Int, package: String) throws {
    let (notes, stop) = try deliver(zip + name, to: zip + name)
    #expect(stop == nil)
    #expect(notes == "\(package) stays in the archive, and no sequence in it names it any more.")
    #expect(try folder.read("export.zip") == wanted(index, package).bytes())
    #expect(folder.names == ["export.zip"])
  }

  @Test func theOnlySequenceNeedsNoName() throws {
    var one = Self.family
    one.sequences.removeFirst()
    try write(one.bytes(), to: "export.zip")
    #expect(try deliver(zip, to: zip).stop == nil)
    var wanted = wanted(1, "ABC00022")
    wanted.sequences.removeFirst()
    #expect(try folder.read("export.zip") == wanted.bytes())
  }

  @Test func aSequenceAloneIsNoArchive() throws {
    let name = zip + "#ABC00100"
    let new = try deliver(name, to: folder.path + "/new.zip", isNew: true).stop
    #expect(new?.hasPrefix("a sequence alone is no archive") == true)
    try write(Self.family.bytes(), to: "other.zip")
    let other = try deliver(name, to: folder.path + "/other.zip").stop
    #expect(other?.hasPrefix("it is an archive; name the sequence in it") == true)
    #expect(try folder.read("other.zip") == Self.family.bytes())
    // Elsewhere it is a file of its own.
    #expect(try deliver(name, to: folder.path + "/new.xml", isNew: true).stop == nil)
    #expect(try folder.read("new.xml") == wanted(0, "ABC00021").sequences[0].object)
    #expect(try folder.read("export.zip") == Self.family.bytes())
  }

  // MARK: Unpacked

  private static let place = "SMS_TaskSequencePackage/ABC00101"

  private func unpack() throws -> String {
    let sequence = Self.family.sequences[1]
    try write(sequence.object, to: "\(Self.place)/object.xml")
    for kind in ExportedList.Kind.allCases {
      try write(sequence.list(kind), to: "\(Self.place)/\(kind.fileName)")
    }
    return "\(folder.path)/\(Self.place)/object.xml"
  }

  private func lists() throws -> [[UInt8]] {
    try ExportedList.Kind.allCases.map { try folder.read("\(Self.place)/\($0.fileName)") }
  }

  @Test func theListsBesideFollow() throws {
    let object = try unpack()
    #expect(try deliver(object, to: object) == (nil, nil))
    let wanted = wanted(1, "ABC00022").sequences[1]
    #expect(try folder.read("\(Self.place)/object.xml") == wanted.object)
    #expect(try lists() == ExportedList.Kind.allCases.map(wanted.list))
  }

  @Test func whatOthersMadeOfAListStays() throws {
    let object = try unpack()
    let theirs = Self.family.sequences[0].list(.objects)
    let container = ExportLists.around(try Files.container(object), at: object)
    try write(theirs, to: "\(Self.place)/ReferencesInfo.xml")
    let changed = try container.putting([.only: try edited(object).edited])
    #expect(
      ExportLists.follow(object, changed, instead: container) == [
        "ReferencesInfo.xml beside it was changed by others, and stays as it is."
      ])
    #expect(try folder.read("\(Self.place)/ReferencesInfo.xml") == theirs)
  }

  /// A list that could not be written is written by the next save.
  @Test func whatFailedIsDoneLater() throws {
    let object = try unpack()
    let container = ExportLists.around(try Files.container(object), at: object)
    let changed = try container.putting([.only: try edited(object).edited])
    let again = try changed.putting([.only: try edited(object).edited])
    #expect(ExportLists.follow(object, again, instead: changed) == [])
    #expect(try lists()[0] == wanted(1, "ABC00022").sequences[1].list(.objects))
    let back = try again.putting([.only: try container.document(of: .only)])
    #expect(ExportLists.follow(object, back, instead: again) == [])
    #expect(try lists() == ExportedList.Kind.allCases.map(Self.family.sequences[1].list))
  }

  // MARK: What it knows

  @Test func itIsACatalogueByItself() throws {
    var library = CatalogLibrary.none
    let catalog = library.catalog(around: zip)
    #expect(catalog.object(.package, "ABC00021")?.name == "Scripts & tools")
    #expect(catalog.object(.taskSequence, "ABC00101")?.name == "Software")
    #expect(catalog.isBeside("ABC00101") == true && catalog.isBeside("ABC00999") == false)
    #expect(library.faults.isEmpty)
    // What lies beside the archive is not in it.
    let beside = library.catalog(around: folder.path + "/x.xml")
    #expect(beside.object(.package, "ABC00021") == nil)
  }

  @Test func itIsACatalogueForOthers() throws {
    let files = CatalogFiles(zip)
    #expect(files.faults.isEmpty && files.catalog.known(.package, "ABC00022") != nil)
    #expect(files.catalog.known(.taskSequence, "ABC00100") != nil)
    #expect(!files.catalog.isComplete(.package))
    #expect(CatalogFiles(folder.path).catalog.known(.package, "ABC00021") != nil)
  }

  @Test func itsSequencesAreNearEachOther() {
    let near = NearbySequences.all(around: zip).filter { $0.origin == .beside }
    #expect(near.map(\.id) == ["ABC00100", "ABC00101"])
    #expect(near[0].children == ["ABC00101"] && near[1].path.hasSuffix("export.zip#ABC00101"))
  }

  /// Looking whether it is an archive takes nothing out of a pipe: whoever writes into it waits on.
  @Test func aPipeIsNotLookedInto() throws {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let pipe = open(path, O_RDWR | O_NONBLOCK)
    defer { close(pipe) }
    #expect(Glibc.write(pipe, "PK..", 4) == 4)
    #expect(!ArchiveFile.isOne(path))
    var left = [UInt8](repeating: 0, count: 8)
    #expect(Glibc.read(pipe, &left, 8) == 4)
  }
}
