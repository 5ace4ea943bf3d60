import Conditions
import Containers
import DryRun
import TaskSequence
import TestSupport
import Testing

@Suite("Whether a step can run") struct ReachTests {
  /// The answer for the step “S” in the group “G”, which runs when `test` holds.
  private static func reach(
    group: String = "", step: String = "", test: String = "", knowing facts: String = ""
  ) throws -> Reach {
    let document = try SequenceDocument(
      loading: Array(
        """
        <sequence version="3.00" name="T"><group name="G"\(group)>\(test)
        <step name="S"\(step)><action>cmd.exe</action></step></group></sequence>
        """.utf8))
    return try #require(
      Reach(
        document.sequence.children[0].children[0].id, in: document,
        knowing: StatedFacts(text: facts))
    )
  }

  private static let isX = test("A", "x")

  private static func test(_ name: String, _ value: String) -> String {
    """
    <condition><expression type="SMS_TaskSequence_VariableConditionExpression">\
    <variable name="Operator">equals</variable><variable name="Value">\(value)</variable>\
    <variable name="Variable">\(name)</variable></expression></condition>
    """
  }

  @Test func nothingIsInTheWay() throws {
    let reach = try Self.reach()
    #expect(reach.truth == .yes)
    #expect(reach.sentence { _ in false } == "Runs always.")
  }

  // Disabled is looked at before any condition, and a disabled group hides all inside it.
  @Test func aDisabledGroupHidesItsSteps() throws {
    let reach = try Self.reach(group: #" disable="true""#, test: Self.isX)
    #expect(reach.truth == .no)
    #expect(
      reach.sentence { _ in false }
        == "Runs never: the group “G” is disabled; else only when A is “x”.")
  }

  @Test func aDisabledStepSaysSo() throws {
    let reach = try Self.reach(step: #" disable="true""#)
    #expect(reach.sentence { _ in false } == "Runs never: it is disabled.")
  }

  @Test func valuesDecideAGroup() throws {
    #expect(try Self.reach(test: Self.isX).truth == .unknown)
    let no = try Self.reach(test: Self.isX, knowing: "A=y")
    #expect(
      no.sentence { _ in false }
        == "With these values it runs never: the condition of the group “G” does not hold.")
    let yes = try Self.reach(test: Self.isX, knowing: "A=x")
    #expect(yes.sentence { _ in false } == "With these values it runs always.")
  }

  @Test func anEmptyAnyCanNeverHold() throws {
    let reach = try Self.reach(test: #"<condition><operator type="or"/></condition>"#)
    #expect(
      reach.sentence { _ in false }
        == "Runs never: in the condition of the group “G” a group of tests is empty – add a test.")
  }

  // What the engine does with a step it reaches elsewhere is not documented.
  @Test(arguments: [
    ("WinPE", "", Truth.unknown), ("WinPE", "_SMSTSInWinPE=true", .yes),
    ("WinPE", "_SMSTSInWinPE=false", .unknown), ("FullOS", "_SMSTSInWinPE=false", .yes),
    ("FullOS", "_SMSTSInWinPE=true", .unknown), ("WinPEandFullOS", "", .yes),
  ])
  func runInIsAskedLast(_ value: String, _ facts: String, _ truth: Truth) throws {
    #expect(try Self.reach(step: #" runIn="\#(value)""#, knowing: facts).truth == truth)
  }

  @Test func secretsStayHidden() throws {
    let sentence = try Self.reach(test: Self.test("Pin", "1234")).sentence { $0 == "Pin" }
    #expect(!sentence.contains("1234"))
  }

  // Law: what is certain while facts are missing stays so, whatever they turn out to be.
  @Test(arguments: Seeded.seeds(200)) func moreFactsNeverContradict(seed: UInt64) throws {
    var random = Seeded(seed)
    let names = ["A", "B", "C"]
    func node(_ depth: Int) -> String {
      let disabled = random.chance(10) ? #" disable="true""# : ""
      let condition =
        random.chance(60) ? Self.test(random.pick(names), random.pick(["x", "y"])) : ""
      guard depth < 4, random.chance(60) else {
        let place = random.pick(["", #" runIn="WinPE""#, #" runIn="FullOS""#])
        return #"<step name="S"\#(disabled)\#(place)><action>cmd</action>\#(condition)</step>"#
      }
      let inside = (0...random.below(3)).map { _ in node(depth + 1) }.joined()
      return #"<group name="G"\#(disabled)>\#(condition)\#(inside)</group>"#
    }
    let xml = #"<sequence version="3.00" name="T">\#(node(0))\#(node(0))</sequence>"#
    let document = try SequenceDocument(loading: Array(xml.utf8))
    var some = StatedFacts()
    var all = StatedFacts()
    for name in names + ["_SMSTSInWinPE"] {
      let value =
        name.hasPrefix("_") ? random.pick(["true", "false"]) : random.pick(["x", "y", ""])
      all.set(name, to: value)
      if random.chance(50) { some.set(name, to: value) }
    }
    document.sequence.walk { node, _ in
      let first = Reach(node.id, in: document, knowing: some)?.truth
      let then = Reach(node.id, in: document, knowing: all)?.truth
      #expect(first == .unknown || first == then, "\(node.name) in \(xml)")
      return true
    }
  }
}
