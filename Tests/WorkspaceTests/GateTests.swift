import Containers
import Foundation
import References
import Storage
import TaskSequence
import TestSupport
import Testing

@testable import Workspace

/// What stands before every file a command writes.
@Suite struct GateTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ts.xml"
    try folder.write("old", to: "ts.xml")
  }

  private func document(_ id: String) throws -> SequenceDocument {
    try SequenceDocument(
      loading: Array(
        """
        <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="A">\
        <defaultVarList><variable name="PackageID" property="PackageID">\(id)</variable>\
        </defaultVarList></step></sequence>
        """.utf8))
  }

  private func gate() throws -> Gate {
    try folder.write("Kind,Id,Name\npackage,ABC00001,Tools\n", to: "site.csv")
    return Gate(try CatalogLibrary([folder.path + "/site.csv"]), isStrict: false)
  }

  private func write(
    _ document: SequenceDocument, isNew: Bool = false, from origin: String? = nil
  ) throws -> String? {
    var gate = try gate()
    var out = Output()
    return try gate.write(
      document, to: path, opened: document, from: origin, isNew: isNew, &out)
  }

  @Test func whatIsResolvedIsWritten() throws {
    let document = try document("ABC00001")
    #expect(try write(document) == nil)
    #expect(try folder.read("ts.xml") == document.serialized())
  }

  @Test func whatIsUnresolvedIsNot() throws {
    let document = try document("ABC00002")
    do {
      _ = try write(document)
      Issue.record("it was written")
    } catch Gate.Stop.unresolved(let references, _) {
      #expect(references.map(\.id) == ["ABC00002"])
    }
    #expect(try folder.read("ts.xml") == Array("old".utf8))
  }

  @Test func nothingNewTakesAPlaceThatIsTaken() throws {
    do {
      _ = try write(try document("ABC00001"), isNew: true)
      Issue.record("it was written")
    } catch Gate.Stop.file(let failure) {
      #expect(failure.code == FileFailure.exists)
    }
    #expect(try folder.read("ts.xml") == Array("old".utf8))
  }

  @Test func whatSomebodyEditsStays() throws {
    let lock = """
      tsedit lock 1
      host \(ProcessMark.own.host)
      user carol
      process \(getppid())
      start 0
      time \(time(nil))

      """
    try folder.write(lock, to: ".ts.xml.tsedit-lock")
    do {
      _ = try write(try document("ABC00001"))
      Issue.record("it was written")
    } catch Gate.Stop.inUse {}
    #expect(try folder.read("ts.xml") == Array("old".utf8))
  }
}
