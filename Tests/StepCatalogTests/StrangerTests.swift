import Containers
import StepCatalog
@_spi(Edits) import TaskSequence
import TestSupport
import Testing

@Suite("What only the other product knows")
struct StrangerTests {
  private static let install =
    "<step name=\"i\" type=\"SMS_TaskSequence_InstallApplicationAction\"><defaultVarList>"
    + "<variable name=\"A\" hidden=\"true\">1</variable></defaultVarList></step>"
  private static let run =
    "<step name=\"r\" type=\"SMS_TaskSequence_RunCommandLineAction\"><action>smsswd.exe /run: a"
    + "</action><defaultVarList><variable name=\"CommandLine\" property=\"CommandLine\" "
    + "hidden=\"true\">a</variable></defaultVarList></step>"
  private static let picker =
    "<group name=\"p\" expand=\"true\"><step name=\"c\" startIn=\"\" "
    + "type=\"SMS_TaskSequence_RunCommandLineAction\"><action>a</action></step></group>"
  private static let shared = "<step name=\"g\" type=\"BDD_Gather\"/>"
  private static let unknown = "<step name=\"u\" type=\"Contoso_Step\"/>"

  private static func tested(_ inner: String) -> String {
    "<group name=\"t\"><condition><operator type=\"or\">\(inner)</operator></condition></group>"
  }

  private static func expression(_ type: String, _ comparison: String) -> String {
    "<expression type=\"\(type)\"><variable name=\"Operator\">\(comparison)</variable></expression>"
  }

  private static let (system, variable) = (
    "SMS_TaskSequence_OSConditionExpression", "SMS_TaskSequence_VariableConditionExpression"
  )

  private static let nodes: [(xml: String, mdt: [Stranger], configurationManager: [Stranger])] = [
    (install, [.type], []), ("<subtasksequence name=\"s\"/>", [.type], []),
    (run, [.command, .hidden("CommandLine")], []),
    ("<step name=\"c\" startIn=\"\"><action>a</action></step>", [], [.type]),
    ("<step name=\"o\" type=\"BDD_InstallOS\"/>", [], [.type]),
    (picker, [], [.attribute("expand"), .attribute("startIn")]), (shared, [], []),
    (unknown, [], []), (tested(expression(system, "equals")), [], [.condition(system)]),
    (tested("<osConditionGroup type=\"or\"/>"), [.condition("osConditionGroup")], []),
    (
      tested(
        expression(variable, "Like") + expression(variable, "like")
          + expression(variable, "notLike") + expression(variable, "equals")),
      [.comparison("like"), .comparison("notlike")], []
    ), (tested(expression("Contoso_Expression", "soon")), [], []),
  ]

  private static func strangers(_ document: SequenceDocument) -> [Stranger] {
    var found: [Stranger] = []
    document.sequence.walk { node, _ in
      found += Stranger.all(on: node, in: document.dialect)
      return true
    }
    return found
  }

  @Test(arguments: nodes)
  func known(xml: String, mdt: [Stranger], configurationManager: [Stranger]) throws {
    for (start, wanted) in [("name=\"n\"", mdt), ("version=\"3.10\"", configurationManager)] {
      let text = "<sequence \(start)>\(xml)</sequence>"
      #expect(Self.strangers(try SequenceDocument(loading: Array(text.utf8))) == wanted)
    }
  }

  /// A new step of every type is no stranger to its own product.
  @Test(arguments: [Dialect.configurationManager, .mdt])
  func newStepsAreAtHome(_ dialect: Dialect) throws {
    let start = dialect == .mdt ? "version=\"3.00\" name=\"n\"" : "version=\"3.10\""
    for type in StepTypes.shared.all(in: dialect) where type.isOffered {
      let empty = try SequenceDocument(loading: Array("<sequence \(start)></sequence>".utf8))
      let document = try empty.adding(type.blueprint(), at: .end(of: empty.sequenceID)).document
      #expect(Self.strangers(document).isEmpty, "\(type.label)")
    }
  }

  @Test(.enabled(if: Corpus.isThere, "\(Corpus.skipped)"))
  func realFilesHaveNone() {
    for (path, bytes) in Corpus.files(upTo: 300_000) {
      guard let document = try? SequenceDocument(loading: bytes) else { continue }
      #expect(Self.strangers(document).isEmpty, "\(path)")
    }
  }
}
