import Conditions
import Containers
import TaskSequence
import Testing
import Widgets

@testable import Editor

private typealias Condition = Conditions.Test

/// Tests of conditions edited field by field, and the systems to choose from.
@Suite struct TestFormTests {
  fileprivate static let tests: [Condition] = [
    .variable(VariableTest("Model", .equals, "x")), .variable(VariableTest("Model", .exists)),
    .query(QueryTest("select * from Win32_Battery")),
    SystemLanguage.named("de-DE").map { .query($0.query) } ?? .query(QueryTest("q")),
    .file(FileTest("C:\\x.log", version: Bound(.greater, "1.2"), date: nil)),
    .file(FileTest("C:\\x.log")), .folder(FolderTest("C:\\Temp")),
    .registry(RegistryTest("HKEY_LOCAL_MACHINE\\SOFTWARE\\A", value: "B", .equals)),
    .registry(RegistryTest("HKEY_CURRENT_USER\\A", value: nil, .exists)),
    .software(SoftwareTest(isAnyVersion: false, product: "{1}")),
    .system(SystemTest("X64", .greaterEqual, "10.0")),
  ]

  private func value(_ label: String, of test: Condition) -> String? {
    test.fields(in: .configurationManager).first { $0.label == label }?.value
  }

  /// What is put into a field stands in it afterwards, and nothing else changes that is still there.
  @Test(arguments: tests) fileprivate func aFieldShowsWhatWasPutIn(_ test: Condition) {
    #expect(!test.fields(in: .configurationManager).isEmpty)
    for field in test.fields(in: .configurationManager) {
      let values: [String]
      switch field.kind {
      case .text, .long: values = [field.label.hasPrefix("Date") ? "2024-01-31" : "other"]
      case .choice(let choices): values = choices.map(\.value)
      }
      for new in values {
        let changed = field.set(new)
        // A query that became one of a language is edited as such.
        guard let shown = value(field.label, of: changed) else { continue }
        #expect(shown == new, "\(field.label) of \(test)")
        for other in test.fields(in: .configurationManager) where other.label != field.label {
          guard let kept = value(other.label, of: changed) else { continue }
          let isReset = field.label == "Asks for" || field.label == "Operator"
          #expect(kept == other.value || isReset, "\(other.label) after \(field.label) = \(new)")
        }
      }
    }
  }

  @Test func aBoundThatDoesNotMatterIsGone() throws {
    let test = Condition.file(FileTest("C:\\x.log"))
    let choice = try #require(test.fields(in: .configurationManager).first { $0.label == "Date" })
    let bound = choice.set(">=")
    let date = try #require(
      bound.fields(in: .configurationManager).first { $0.label == "Date value" })
    #expect(date.fault("31.1.2024") != nil && date.fault("2024-01-31") == nil)
    let dated = date.set("2024-01-31")
    #expect(value("Date value", of: dated) == "2024-01-31")
    let again = try #require(dated.fields(in: .configurationManager).first { $0.label == "Date" })
    #expect(again.set("") == test)
  }

  @Test func whatIsOnlyTypedHasNoFields() {
    #expect(Condition.other(type: "X", settings: []).fields(in: .configurationManager).isEmpty)
  }

  /// Every kind is added by keys, filled in, taken over, and undone.
  @Test(arguments: [
    ("variable", "PHASE<Enter>", "PHASE = \"\""),
    ("language", "", "os language en-US"),
    ("file", "C:\\x.log<Enter>", "file C:\\x.log exists"),
    ("folder", "C:\\Temp<Enter>", "folder C:\\Temp exists"),
    ("registry", "SOFTWARE\\A<Enter>", "registry HKLM\\SOFTWARE\\A \"\" = \"\""),
    ("wmi", "select 1<C-q>", "wmi \"select 1\""),
    ("installed", "", "software this version product \"\""),
  ])
  func everyKindIsAdded(_ kind: String, _ keys: String, _ text: String) throws {
    var robot = try Robot(smallSequence)
    let before = robot.xml
    try robot.press("j&a\(kind)<Enter>\(keys)<C-s>")
    #expect(robot.state.top is ConditionPane, "\(robot.screen)")
    #expect(robot.state.file.focus.condition?.text == text, "\(robot.screen)")
    try robot.press("<C-z><Esc>")
    #expect(robot.xml == before)
  }

  // MARK: Systems

  @Test func aSystemIsChosenFromTheList() throws {
    var robot = try Robot(smallSequence)
    try robot.press("j&asystem version<Enter>")
    #expect(robot.screen.contains("All Windows 11 (64-bit) Client"), "\(robot.screen)")
    try robot.press("windows 11<Enter>")
    #expect(
      robot.state.file.focus.condition?.text.hasPrefix(
        "os(\"All Windows 11 (64-bit) Client\" x64 10.00.22000.0 to 10.00.99999.9999") == true,
      "\(robot.screen)")
    // What the file names is offered first, with the queries its site wrote, and only once.
    let names = PlatformList.platforms(of: robot.state.file.document).map(\.name)
    #expect(names.first == "All Windows 11 (64-bit) Client")
    #expect(Set(names).count == names.count)
  }

  @Test func everySystemOfTheListCanBeReadBack() throws {
    let document = try SequenceDocument(loading: Array(smallSequence.utf8))
    for platform in PlatformList.platforms(of: document) {
      #expect(!platform.queries.isEmpty, "\(platform.name ?? "")")
      let text = ConditionText.format(.systems([platform]))
      guard case .systems(let read)? = try ConditionText.parse(text) else {
        Issue.record("\(text) is no system")
        continue
      }
      #expect(read.map(\.name) == [platform.name] && read.map(\.first) == [platform.first])
    }
  }
}
