import Conditions
import Containers
import ObjectCatalog
import References
import Reports
import Screen
import TaskSequence
import Testing

/// What is told of a sequence, in every format.
@Suite struct ReportTests {
  /// A sequence whose every text could do harm.
  private static func document(_ harm: String) throws -> SequenceDocument {
    let harm = harm.unicodeScalars.map { "&#\($0.value);" }.joined()
    return try SequenceDocument(
      loading: Array(
        """
        <sequence version="3.10" name="T\(harm)"><globalVarList><variable name="V\(harm)" \
        property="V">v\(harm)</variable></globalVarList><group name="G\(harm)"><condition>\
        <expression type="SMS_TaskSequence_VariableConditionExpression"><variable \
        name="Operator">equals</variable><variable name="Value">x\(harm)</variable><variable \
        name="Variable">N\(harm)</variable></expression></condition><step \
        type="SMS_TaskSequence_RunCommandLineAction" name="S\(harm)" description="d\(harm)">\
        <action>smsswd.exe /run:ABC00001 a\(harm)</action><defaultVarList><variable \
        name="CommandLine" property="CommandLine">a\(harm) %N\(harm)%</variable><variable \
        name="PackageID" property="PackageID">ABC00001\(harm)</variable></defaultVarList></step>\
        </group></sequence>
        """.utf8))
  }

  private static func texts<Content: Report>(_ report: Content) throws -> [String] {
    try Content.formats.map { try $0.text(of: report) }
  }

  /// Everything that is told of a sequence, by what tells it.
  private static func all(_ harm: String) throws -> [String] {
    let document = try document(harm)
    let sequence = NamedSequence(path: "p\(harm).xml", document: document)
    var check = ReferenceCheck(catalog: Catalog(), isStrict: true)
    check.look(at: document)
    let lines = ReferenceLine.lines(for: check.references, sequence, check)
    let checked = CheckedSequence(sequence, knowing: Catalog(), isStrict: true)
    #expect(!lines.isEmpty && !CheckReport([checked], files: 1).isEmpty)
    let object = CatalogObject(kind: .package, id: "I\(harm)", name: "O\(harm)")
    var catalog = Catalog()
    catalog.add(object)
    let ids = check.references.map { (old: $0.id, new: "I\(harm)") }
    let remapping = Remapping(ids, of: check, in: catalog)
    let remapped = RemapReport(remapping, of: sequence)
    #expect(!remapped.goes.isEmpty)
    let group = try #require(document.sequence.children.first)
    return try texts(OutlineReport(document)) + texts(ReferenceReport(lines))
      + texts(CheckReport([checked], files: 1)) + texts(VariableReport([sequence], only: nil))
      + texts(VariableReport([sequence], only: "N\(harm)"))
      + [
        ConditionReport(of: document).text, ConditionReport(of: group, in: document).text,
        ConditionReport(outcomesOf: group.condition?.operand, StatedFacts()).text,
        CatalogReport(catalog, [.package], with: nil).text,
      ] + remapped.goes + remapped.stays
  }

  @Test(arguments: ["\u{9B}31m", "\u{202E}", "\u{7F}", "\u{2028}"])
  func nothingDrivesATerminal(_ harm: String) throws {
    for text in try Self.all(harm) {
      #expect(!text.isEmpty)
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(!Printable.isDangerous(scalar), "\(text)")
      }
    }
  }

  @Test func formatsHaveNamesOfTheirOwn() {
    let names = [
      OutlineReport.formats.map(\.name), ReferenceReport.formats.map(\.name),
      CheckReport.formats.map(\.name), VariableReport.formats.map(\.name),
      Frame.formats.map(\.name),
    ]
    for names in names { #expect(Set(names).count == names.count && !names.isEmpty) }
  }

  @Test func secretsStayInTheFile() throws {
    let document = try SequenceDocument(
      loading: Array(
        """
        <sequence version="3.10"><step type="T" name="Join"><defaultVarList>\
        <variable name="OSDJoinPassword" property="DomainPassword">hunter2</variable>\
        </defaultVarList></step></sequence>
        """.utf8))
    let sequence = NamedSequence(path: "a.xml", document: document)
    let texts =
      try Self.texts(OutlineReport(document)) + Self.texts(VariableReport([sequence], only: nil))
      + Self.texts(VariableReport([sequence], only: "OSDJoinPassword"))
    for text in texts { #expect(!text.contains("hunter2"), "\(text)") }
    #expect(texts.contains { $0.contains("\"secret\" : true") })
  }

  @Test func whatIsSoughtIsListed() {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "Tools"))
    catalog.add(CatalogObject(kind: .package, id: "ABC00002", name: "Drivers"))
    catalog.add(CatalogObject(kind: .bootImage, id: "ABC00003", name: "Tools for boot"))
    func ids(_ kinds: [ReferenceKind], _ text: String?) -> [Substring] {
      CatalogReport(catalog, kinds, with: text).lines.compactMap {
        $0.split(separator: " ").dropFirst().first
      }
    }
    #expect(ids([.package, .bootImage], nil) == ["ABC00002", "ABC00001", "ABC00003"])
    #expect(ids([.bootImage, .package], "TOOL") == ["ABC00003", "ABC00001"])
    #expect(ids([.package], "none") == [])
  }
}
