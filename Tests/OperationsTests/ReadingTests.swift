import Conditions
import References
import StepCatalog
import TaskSequence
import Testing

@testable import Operations

/// Lines as people write them.
@Suite struct ReadingTests {
  private static let path = NodePath("State Restore/Install#2")

  @Test func linesAsPeopleWriteThem() throws {
    #expect(
      try OperationVerbs.read("Disable Prepare, \"State Restore/Install#2\"") as? DisableNodes
        == DisableNodes([NodePath("Prepare"), Self.path]))
    #expect(
      try OperationVerbs.read("  set  Run 'Time-out'=15 ") as? SetValue
        == SetValue(.labelled("Time-out"), to: "15", of: [NodePath("Run")]))
    #expect(
      try OperationVerbs.read("set sequence variable OSGUID = {1}") as? SetValue
        == SetValue(.variable("OSGUID"), to: "{1}", of: [NodePath("")]))
    #expect(
      try OperationVerbs.read("move A, B first into \"sequence\"") as? MoveNodes
        == MoveNodes([NodePath("A"), NodePath("B")], .to(.start(of: NodePath("sequence")))))
    #expect(
      try OperationVerbs.read("add \"Restart Computer\" after Run") as? AddStep
        == AddStep("Restart Computer", .after(NodePath("Run"))))
    #expect(
      try OperationVerbs.read("add \"group\" into sequence") as? AddStep
        == AddStep("group", .end(of: NodePath(""))))
    #expect(
      try OperationVerbs.read("use ABC00002 instead of ABC00001") as? UseObjects
        == UseObjects([.init(nil, "ABC00002", insteadOf: "ABC00001")]))
  }

  @Test func conditionsStandAsTheyAre() throws {
    let line = "condition Run, Other IsLaptop = true and Model like \"HP*\""
    let read = try OperationVerbs.read(line)
    let operand = try ConditionText.parse("IsLaptop = true and Model like \"HP*\"")
    #expect(
      read as? ChangeCondition
        == ChangeCondition(.set(operand), of: [NodePath("Run"), NodePath("Other")]))
    #expect(read.text == "condition Run, Other IsLaptop = true and Model like HP*")
    #expect(
      try OperationVerbs.read("condition Run none") as? ChangeCondition
        == ChangeCondition(.clear, of: [NodePath("Run")]))
    #expect(
      try OperationVerbs.read("condition Run none(a = b)") as? ChangeCondition
        == ChangeCondition(.set(ConditionText.parse("none(a = b)")), of: [NodePath("Run")]))
    let more = try #require(try ConditionText.parse("a = b"))
    #expect(
      try OperationVerbs.read("condition Run and a = b") as? ChangeCondition
        == ChangeCondition(.add(more), of: [NodePath("Run")]))
  }

  @Test func linesAsTheProgramWritesThem() {
    #expect(
      DisableNodes([NodePath("Prepare"), Self.path]).text
        == "disable Prepare, \"State Restore/Install#2\"")
    #expect(RenameNodes([NodePath("")], to: "new").text == "rename sequence to new")
    #expect(RenameNodes([NodePath("#1")], to: "$x").text == "rename \"#1\" to \"$x\"")
    #expect(
      UseObjects([
        .init(
          .osImage, "ABC00002", named: "Windows 11", version: "24H2", insteadOf: "ABC00001",
          in: [
            ObjectSite(.variable("ImagePackageID"), of: Self.path),
            ObjectSite(.property("BootImageID"), of: NodePath("")),
          ])
      ]).text
        == "use osImage ABC00002 named \"Windows 11\" version 24H2 instead of ABC00001 in "
        + "\"State Restore/Install#2\" variable ImagePackageID, sequence property BootImageID")
    #expect(
      ChangeRows(.add([[Assignment("Volume", "C")], []]), of: NodePath("Disk")).text
        == "rows Disk add (Volume = C) ()")
    #expect(
      ChangeRules(
        .set(rule: 1, setting: 2, .init(name: "A", value: "b", isSecret: true)),
        of: NodePath("Rules")
      ).text == "rules Rules rule 1 set 2 A = b secret")
  }
}
