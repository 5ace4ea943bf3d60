import Containers
import SequenceSpecimens
import TaskSequence
import Testing

@testable import Operations

/// What must follow an edit follows at the door.
@Suite struct DoorTests {
  private static let sequence = """
    <sequence version="3.10"><referenceList><reference package="ABC00001"/></referenceList>\
    <group name="G"><step type="SMS_TaskSequence_RunCommandLineAction" name="Run">\
    <action>smsswd.exe /run:ABC00001 run.cmd</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">run.cmd</variable>\
    <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>\
    </defaultVarList></step></group></sequence>
    """

  private static func load() throws -> SequenceDocument {
    try SequenceDocument(loading: Array(sequence.utf8))
  }

  private static let run = [NodePath("G/Run")]

  @Test func aFieldChangesItsTwinAndTheList() throws {
    let edit = try Self.load().applying(
      SetValue(.labelled("Package"), to: "ABC00002", of: Self.run))
    let wanted = Self.sequence.replacing("ABC00001", with: "ABC00002")
    #expect(String(decoding: edit.document.serialized(), as: UTF8.self) == wanted)
    #expect(edit.label == "Set Package of “Run”")
    #expect(
      edit.remarks == [
        "ABC00001 left the list of references.", "ABC00002 joined the list of references.",
      ])
    #expect(edit.cause == .operations(["set G/Run Package = ABC00002"]))
  }

  @Test func severalOperationsAreOneEdit() throws {
    let edit = try Self.load().applying(label: "Did it") { (chain) throws(Refusal) in
      try chain.apply(RenameNodes(Self.run, to: "Walk"))
      try chain.apply(DisableNodes([NodePath("G/Walk")]))
    }
    #expect(edit.label == "Did it")
    #expect(edit.cause == .operations(["rename G/Run to Walk", "disable G/Walk"]))
    #expect(edit.document.node(at: NodePath("G/Walk"))?.isDisabled == true)
    // No enabled step names it.
    #expect(ReferenceList(of: edit.document.sequence) == nil)
  }

  @Test func aPathThatLeadsNowhereSaysHowFarItLeads() throws {
    let document = try Self.load()
    func reason(_ path: String) -> String? {
      do throws(Refusal) {
        _ = try document.applying(RemoveNodes([NodePath(path)]))
        return nil
      } catch { return error.reason }
    }
    #expect(reason("G/Walk") == "there is no “Walk” in “G”")
    #expect(reason("G#2/Run") == "there is no “G#2” in the sequence")
    #expect(reason("G/Run/x") == "there is no “x” in “G/Run”")
    #expect(throws: Refusal("no step or group is named")) {
      _ = try document.applying(DisableNodes([]))
    }
  }

  /// One of them refused, none is done.
  @Test func allOrNone() throws {
    let document = try Self.load()
    #expect(throws: Refusal("there is no “Gone” in the sequence")) {
      _ = try document.applying { (chain) throws(Refusal) in
        try chain.apply(DisableNodes(Self.run))
        try chain.apply(DisableNodes([NodePath("Gone")]))
      }
    }
  }

  /// Many paths are found as each of them is.
  @Test func manyPathsAreFoundAtOnce() throws {
    for seed: UInt64 in 1...20 {
      let document = try SequenceDocument(loading: SequenceSpecimen.make(seed))
      let ids = Shape(of: document).all
      let paths = document.paths(of: Set(ids))
      #expect(paths == ids.compactMap { document.path(of: $0) })
      let found = document.nodes(at: paths + [NodePath("nowhere/at all")])
      #expect(found.map { $0?.id } == ids + [nil])
    }
  }
}
