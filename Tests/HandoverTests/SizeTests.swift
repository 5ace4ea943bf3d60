import Containers
import Handover
import Reports
import TaskSequence
import Testing

/// What makes a sequence large is found, and adds up.
@Suite struct SizeTests {
  private static func document(_ steps: String) throws -> SequenceDocument {
    try SequenceDocument(loading: Array("<sequence version=\"3.10\">\(steps)</sequence>".utf8))
  }

  private static func step(_ name: String, _ variable: String, _ value: String) -> String {
    "<step name=\"\(name)\"><defaultVarList><variable name=\"\(variable)\">\(value)</variable>"
      + "</defaultVarList></step>"
  }

  private static let long = String(repeating: "QUJD", count: 2000)

  @Test(arguments: [
    ("OSDRunPowerShellScriptSourceScript", SequenceSize.Part.script), ("Other", .file),
    ("ApplicationName", .applications), ("OSDApp12Name", .applications),
    ("OSDAutoApplyDriverCategoryList", .drivers), ("OSDPackage3PackageId", .packages),
    ("OSDSetDynamicVariablesRules", .rules),
  ])
  func whatIsLargeIsNamed(variable: String, part: SequenceSize.Part) throws {
    let size = SequenceSize(of: try Self.document(Self.step("S", variable, Self.long)))
    #expect(size.contributors.first?.part == part)
    #expect((size.contributors.first?.bytes ?? 0) > 8000)
  }

  @Test func partsAddUp() throws {
    let document = try Self.document(
      "<group name=\"G\"><condition><expression>\(Self.long)</expression></condition>"
        + Self.step("A", "X", "1") + Self.step("B", "ApplicationName", "a,b") + "</group>"
        + Self.step("C", "Y", "text & more".replacing("&", with: "&amp;")))
    let size = SequenceSize(of: document, least: 0)
    let frame = "<sequence version=\"3.10\"></sequence>".utf8.count
    #expect(size.contributors.reduce(0) { $0 + $1.bytes } + frame == size.bytes)
    #expect(size.contributors.first?.part == .condition)
    #expect(size.bytes == document.serialized().count)
    let sorted = size.contributors.map(\.bytes)
    #expect(sorted == sorted.sorted(by: >))
  }

  @Test func theReportSaysWhatToDo() throws {
    let document = try Self.document(
      Self.step("A", "OSDRunPowerShellScriptSourceScript", Self.long))
    let report = SizeReport([NamedSequence(path: "ts.xml", document: document)])
    #expect(report.lines[0] == "ts.xml: 8 kB, 0 % of the 2 MB a site stores")
    #expect(report.lines[1].contains("8 kB  A: script in the step"), "\(report.lines)")
    #expect(report.lines.last?.contains("Put the script into a package") == true)
    #expect(!report.hasTooLarge)
    let large = try Self.document(Self.step("A", "X", String(repeating: Self.long, count: 300)))
    let two = SizeReport([NamedSequence(path: "ts.xml", document: large)])
    #expect(two.hasTooLarge && two.lines[0].contains("2.2 MB, 114 %"), "\(two.lines[0])")
  }
}
