import Containers
import StepCatalog
import TaskSequence
import Testing

@testable import Operations

/// A table has no more rows than its step takes.
@Suite struct CrowdTests {
  private static let path = NodePath("Apps")

  /// A step with so many applications; more than may be come from a file.
  private static func document(_ count: Int) throws -> SequenceDocument {
    let ids = (0..<count).map { "S_1/A_\($0)" }.joined(separator: ",")
    return try SequenceDocument(
      loading: Array(
        """
        <sequence version="3.10"><step type="SMS_TaskSequence_InstallApplicationAction" name="Apps" \
        successCodeList="0"><action>smsappinstall.exe /app:\(ids) /basevar: /continueOnError:False\
        </action><defaultVarList><variable name="ApplicationName" property="ApplicationName" \
        hidden="true">\(ids)</variable><variable name="ContinueOnInstallError" \
        property="ContinueOnInstallError" hidden="true">false</variable></defaultVarList></step>\
        </sequence>
        """.utf8))
  }

  private static func count(_ document: SequenceDocument) -> String? {
    document.sequence.children.first?.variable("OSDAppCount")
  }

  private static func add(_ number: Int) -> ChangeRows {
    ChangeRows(.add([[Assignment("OSDApp#Name", "S_2/A_\(number)")]]), of: path)
  }

  @Test func theLastOneIsTaken() throws {
    let last = try Self.document(98).applying(Self.add(1)).document
    #expect(Self.count(last) == "99")
    let refusal = #expect(throws: Refusal.self) { try last.applying(Self.add(2)) }
    #expect(refusal.map { "\($0)".contains("at most 99 rows") } == true)
    let list = (0..<100).map { "S_1/A_\($0)" }.joined(separator: ",")
    #expect(throws: Refusal.self) {
      try last.applying(SetValue(.variable("ApplicationName"), to: list, of: [Self.path]))
    }
  }

  /// What was too many before does not stop other edits, nor those that make it fewer.
  @Test func tooManyGoAway() throws {
    let crowded = try Self.document(102)
    let renamed = try crowded.applying(SetValue(.option(.description), to: "d", of: [Self.path]))
    #expect(Self.count(renamed.document) == nil)
    var fewer = crowded
    for _ in 0..<4 {
      fewer = try fewer.applying(ChangeRows(.remove(row: 1), of: Self.path)).document
    }
    #expect(Self.count(fewer) == "98")
  }
}
