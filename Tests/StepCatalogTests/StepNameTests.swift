import Containers
import TaskSequence
import Testing

@testable import StepCatalog

/// What people call a type stands wherever its name in the XML does.
@Suite struct StepNameTests {
  @Test(arguments: [Dialect.mdt, .configurationManager])
  func everyTypeHasItsLabel(dialect: Dialect) throws {
    for type in StepTypes.shared.all(in: dialect) where !type.isChildSequence {
      let name = StepName(type.type)
      #expect(name.label(in: dialect) == type.label, "\(type.label)")
      #expect(name.words(in: dialect).hasPrefix(type.label))
      #expect(name.both(in: dialect).hasPrefix(type.label))
      #expect(name.both(in: dialect).hasSuffix(type.type ?? "(type left out)"))
      #expect(StepName.called(String(type.label.prefix(8))).contains(name), "\(type.label)")
    }
    #expect(StepTypes.labels(in: dialect).count == StepTypes.shared.all(in: dialect).count)
  }

  @Test func whatNothingIsKnownOfSaysSo() {
    let name = StepName("Contoso_Step")
    #expect(name.label(in: .mdt) == nil)
    #expect(name.words(in: .mdt) == "Unknown type Contoso_Step")
    #expect(name.both(in: .mdt) == "Unknown type Contoso_Step")
    #expect(StepName("SMS_TaskSequence_New").words(in: .mdt) == "Unknown type New")
  }

  @Test func aFewLettersFindNoTypes() {
    #expect(StepName.called("re").isEmpty)
    #expect(StepName.called("rest").contains(StepName("SMS_TaskSequence_RebootAction")))
    #expect(StepName.called("computer").contains(StepName("SMS_TaskSequence_RebootAction")))
    #expect(!StepName.called("omputer").contains(StepName("SMS_TaskSequence_RebootAction")))
  }

  @Test func aNodeHasItsName() throws {
    let text = """
      <sequence version="3.10"><group name="G"><step name="Plain"><action>a</action></step>\
      <step type="SMS_TaskSequence_RebootAction" name="R"><action>b</action></step>\
      <subtasksequence name="S"/></group></sequence>
      """
    let document = try SequenceDocument(loading: Array(text.utf8))
    var names: [String] = []
    document.sequence.walk { node, _ in
      let name = StepName(of: node)
      names.append(name?.words(in: .configurationManager) ?? "-")
      #expect(name?.isName(of: node) ?? true)
      return true
    }
    #expect(
      names == ["-", "Run Command Line (type left out)", "Restart Computer", "Run Task Sequence"])
  }
}
