import TaskSequence
import Testing

@testable import StepCatalog

@Suite struct DynamicRuleTests {
  private static let text = """
    <Rules><Rule><Variables><Variable Name="Room" IsSecret="false">a &amp; b</Variable></Variables></Rule><Rule>\
    <condition><expression type="SMS_TaskSequence_MakeModelConditionExpression"><variable name="Make">*\
    </variable><variable name='Model'>*Virtual*</variable></expression></condition><Variables>\
    <Variable Name="IsVM" IsSecret="false">True</Variable><Variable Name="Token" IsSecret="true">hush</Variable>\
    </Variables></Rule></Rules>

    """

  private static func shape(_ word: String) throws -> RuleShape {
    try #require(RuleShape.all.first { $0.word == word })
  }

  /// The shapes are those of the catalogue, whole and told apart.
  @Test func shapesAreData() {
    #expect(RuleShape.all.map(\.word) == ["computer", "model", "variable"])
    for shape in RuleShape.all {
      #expect(!shape.label.isEmpty && !shape.about.isEmpty && !shape.values.isEmpty)
      #expect(RuleShape.of(shape.type) == shape && shape.values.allSatisfy { !$0.label.isEmpty })
    }
    #expect(RuleShape.questions == ["Variable"])
  }

  @Test func readsWhatIsThere() throws {
    let rules = try #require(DynamicRules(Self.text))
    #expect(rules.text == Self.text)
    #expect(rules.rules.map { $0.condition(.byName) } == ["", "make *, model *Virtual*"])
    #expect(rules.rules[0].settings == [.init(name: "Room", value: "a & b", isSecret: false)])
    #expect(rules.masked(.byName) == Self.text.replacing("hush", with: Secrets.mask))
    #expect(DynamicRules("")?.rules.isEmpty == true)
    #expect(DynamicRules("<Other/>") == nil && DynamicRules("<Rules><Rule></Rules>") == nil)
  }

  /// An edit changes the bytes it must and no others.
  @Test func changesOnlyWhatIsMeant() throws {
    let rules = try #require(DynamicRules(Self.text))
    var changed = rules
    changed.setTest(try Self.shape("model"), ["Model": "Lab*"], in: 1)
    #expect(changed.text == Self.text.replacing("*Virtual*", with: "Lab*"))
    changed = rules
    changed.set(.init(name: "IsVM", value: "False", isSecret: false), at: 0, in: 1)
    #expect(changed.text == Self.text.replacing("True", with: "False"))
    changed.move(from: 0, to: 1)
    changed.move(from: 1, to: 0)
    #expect(changed.text == Self.text.replacing("True", with: "False"))
    changed = rules
    changed.set(nil, at: 1, in: 1)
    #expect(
      changed.text
        == Self.text.replacing(#"<Variable Name="Token" IsSecret="true">hush</Variable>"#, with: "")
    )
    changed = rules
    changed.append(.init(name: "New", value: "1 < 2 & \"3\"", isSecret: true))
    #expect(
      changed.rules.last?.settings == [.init(name: "New", value: "1 < 2 & \"3\"", isSecret: true)])
    changed.remove(at: 2)
    #expect(changed.text == Self.text)
  }

  @Test func conditionsCanBeGivenAndTaken() throws {
    var rules = try #require(DynamicRules(Self.text))
    rules.setTest(
      try Self.shape("variable"), ["Operator": "equals", "Value": "1", "Variable": "Lab"], in: 0)
    #expect(rules.rules[0].condition(.byName) == "Lab = \"1\"")
    rules.setTest(try Self.shape("computer"), ["AssetTag": "A1", "UUID": "9"], in: 0)
    #expect(rules.rules[0].condition(.byName) == "asset tag A1 or uuid 9")
    rules.setTest(nil, [:], in: 0)
    #expect(rules.text == Self.text)
  }
}
