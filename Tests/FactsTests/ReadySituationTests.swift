import Embedded
import Facts
import Testing

@Suite("What comes with the program, and what the help says of it") struct ReadySituationTests {
  @Test(arguments: ReadySituations.names) func everyOneIsRead(name: String) throws {
    let situation = try Situation(reading: try #require(ReadySituations.text(of: name)))
    #expect(situation.name != nil)
    #expect(situation.launch != nil)
    #expect(situation.unstated == .unknown)
    #expect(situation.machine.model != nil)
    let isOfWindows = situation.launch?.start == .fullOS
    #expect((situation.machine.version != nil) == isOfWindows, "what is running has a version")
  }

  @Test func thereIsNoOtherOne() {
    #expect(ReadySituations.names.count >= 10)
    #expect(ReadySituations.named("nobody") == nil)
  }

  // The table of keys is the one the help shows.
  @Test func theHelpNamesEveryKey() throws {
    let help = try #require(EmbeddedFile.text(of: "Help/runs.md"))
    for keys in FactKeys.ofSituations {
      for name in keys.names { #expect(help.contains(name), "\(name) of \(keys.place)") }
    }
    for assumption in Assumption.allCases {
      let row = help.split(separator: "\n").first { $0.hasPrefix("| `\(assumption.rawValue)`") }
      let values = assumption.values.joined(separator: ", ")
      #expect(row?.hasSuffix("| \(values) |") == true, "\(assumption): \(row ?? "no row")")
    }
    for launch in Launch.allCases { #expect(help.contains(launch.rawValue)) }
  }
}

@Suite("The rules of a share") struct CustomSettingsTests {
  private static let text = """
    ; rules
    [Settings]
    Priority=Model, ByTask, DefaultGateway, Default
    Properties=Site

    [Note 5]
    SkipWizard=YES
    Subsection=Note-%Make%
    [Note-Contoso]
    Extra = 1
    [DefaultGateway]
    10.0.0.1=North
    [North]
    Site=NORTH
    OSDComputerName=N-%SerialNumber%
    [ByTask]
    SQLServer=db
    Database=MDT
    AdminPassword=x
    [Default]
    Site=NOWHERE
    DoCapture=NO
    Stamp=#Now()#
    """

  private static func results(
    _ known: [(String, String)], isAbsent: Bool = false
  ) -> (set: [String: String], unsure: Set<String>) {
    let results = CustomSettings(text).results(
      knowing: known.map { Behaviour.Setting($0.0, $0.1) }, isAbsent: isAbsent)
    return (
      Dictionary(results.settings.map { ($0.name, $0.value) }) { first, _ in first },
      Set(results.unsure)
    )
  }

  @Test func theFirstSectionWins() {
    let (set, unsure) = Self.results([
      ("Model", "Note 5"), ("Make", "Contoso"), ("DefaultGateway", "10.0.0.1"),
      ("SerialNumber", "7"),
    ])
    #expect(set["SkipWizard"] == "YES")
    #expect(set["Extra"] == "1")
    // A database stands before it, which may have set them.
    #expect(set["Site"] == nil)
    #expect(unsure.isSuperset(of: ["Site", "OSDComputerName", "DoCapture", "Stamp"]))
  }

  @Test func whatIsNotKnownMayBeAnySection() {
    let (set, unsure) = Self.results([("Make", "Contoso")])
    #expect(set["SkipWizard"] == nil)
    #expect(unsure.contains("SkipWizard"))
  }

  @Test func withoutADatabaseAllIsKnown() {
    let rules = CustomSettings(Self.text.replacing("ByTask, ", with: ""))
    let known = [
      Behaviour.Setting("Model", "Other"), .init("DefaultGateway", "10.0.0.1"),
      .init("SerialNumber", "7"), .init("DoCapture", "YES"),
    ]
    let results = rules.results(knowing: known, isAbsent: false)
    #expect(results.settings == [.init("Site", "NORTH"), .init("OSDComputerName", "N-7")])
    #expect(results.unsure == ["Stamp"])
  }

  @Test func anyTextIsRead() {
    for text in ["", "[", "[]", "=", "[Settings]\nPriority=", "[a]\nSubsection=a\nb=%c%"] {
      _ = CustomSettings(text).results(knowing: [], isAbsent: true)
    }
    let circle = CustomSettings("[Default]\nSubsection=Default\nA=%B%")
    #expect(circle.results(knowing: [], isAbsent: true).settings == [.init("A", "%B%")])
  }
}
