import Facts
import Testing

@Suite("Situations") struct SituationTests {
  private static func read(_ text: String) throws(FactFault) -> Situation {
    try Situation(reading: Array(text.utf8))
  }

  private static func fault(_ text: String) -> FactFault? {
    do throws(FactFault) {
      _ = try read(text)
      return nil
    } catch { return error }
  }

  @Test func tomlAndJSONSayTheSame() throws {
    let toml = try Self.read(
      """
      start = "WinPE"
      unstated = "absent"
      [variables]
      A = "1"
      [facts.wmi]
      "SELECT * FROM Win32_Bios" = "rows"
      [facts]
      files = ['C:\\a.txt']
      [behaviour."Group/Step"]
      codes = [3010, 0]
      sets = [{ X = "1" }, {}]
      [children.XYZ00002]
      file = "child.xml"
      enabled = false
      [assumptions]
      orStops = "no"
      """)
    let json = try Self.read(
      """
      {"start": "WinPE", "variables": {"A": "1"}, "facts": {"wmi": {"select  * from win32_bios": "rows"},
      "files": ["c:\\\\A.TXT"]}, "behaviour": {"Group/Step": {"codes": [3010, 0], "sets": [{"X": "1"}, {}]}},
      "children": {"XYZ00002": {"file": "child.xml", "enabled": false}}, "assumptions": {"orStops": "no"}}
      """)
    for read in [toml, json] {
      #expect(read.start == .winPE)
      #expect(read.unstated == .absent)
      #expect(read.variables == [.init("A", "1")])
      #expect(read.found.answer(to: "SELECT * FROM Win32_BIOS") == .rows)
      #expect(read.found.file(#"C:\A.txt"#)?.isThere == true)
      #expect(read.behaviour.map(\.step) == ["Group/Step"])
      #expect(read.behaviour.first?.1.code(at: 7) == 0)
      #expect(read.behaviour.first?.1.sets(at: 0) == [.init("X", "1")])
      #expect(read.children.first?.1.isEnabled == false)
      #expect(read.assumptions[.orStops] == "no")
      #expect(read.assumptions[.conditionError] == "ask")
    }
  }

  @Test func whatNobodyStatesIsUnknownInTOMLAndAbsentInJSON() throws {
    #expect(try Self.read("").unstated == .unknown)
    #expect(try Self.read("{}").unstated == .absent)
  }

  // The words are those of the keys: a reader that knows less, or more, than the help is told here.
  @Test(arguments: [
    ("strat = \"WinPE\"", "strat"), ("[facts]\nfile = []", "file"),
    ("[machine]\nmaker = \"A\"", "maker"),
    ("[behaviour.A]\ncode = 1", "code"), ("[children.A]\nxml = \"\"", "xml"),
    ("[assumptions]\nluck = \"yes\"", "luck"), ("[expect]\noutcome = \"\"", "outcome"),
  ])
  func anyOtherKeyIsRefusedByName(text: String, name: String) {
    let fault = Self.fault(text)
    #expect(fault?.reason.contains("'\(name)'") == true, "\(String(describing: fault))")
    #expect(fault?.line == (text.contains("\n") ? 2 : 1))
  }

  @Test(arguments: [
    "start = \"Windows\"", "unstated = \"maybe\"", "launch = \"usb\"", "variables = 3",
    "[facts.wmi]\n\"SELECT 1\" = \"some\"", "[behaviour.A]\ncodes = [\"x\"]",
    "[children.A]\nenabled = true",
    "[behaviour.A]\nunexpectedRestarts = -1", "[assumptions]\norStops = \"maybe\"", "{\"a\"",
    "{} x",
    "{\"start\": \"WinPE\", \"start\": \"WinPE\"}", "[machine]\narchitecture = \"z80\"",
  ])
  func whatIsNoneIsRefused(text: String) {
    #expect(Self.fault(text) != nil)
  }

  @Test func everyKeyOfTheHelpIsRead() throws {
    for keys in FactKeys.ofSituations {
      #expect(!keys.names.isEmpty)
      #expect(Set(keys.names).count == keys.names.count)
    }
    #expect(FactKeys.assumptions.names == Assumption.allCases.map(\.rawValue))
  }

  @Test func aMachineTellsItsVariablesAndItsInventory() throws {
    let machine = try Self.read(
      """
      [machine]
      Make = "Contoso"
      model = "Note 5"
      laptop = true
      memory = 8192
      tpm = false
      addresses = ["10.0.0.5", "00:11:22:33:44:55"]
      """
    ).machine
    #expect(machine.macs == ["00:11:22:33:44:55"])
    let set = machine.gatheredByMDT
    for setting in [
      Behaviour.Setting("IsLaptop", "True"), .init("IsDesktop", "False"), .init("Memory", "8192"),
      .init("IPAddress001", "10.0.0.5"),
    ] {
      #expect(set.contains(setting), "\(setting)")
    }
    #expect(machine.rows(of: "win32_tpm") == [])
    #expect(machine.rows(of: "win32_battery")?.count == 1)
    #expect(machine.rows(of: "win32_operatingsystem") == nil)
    #expect(
      machine.rows(of: "win32_computersystem")?[0]["totalphysicalmemory"] == .one("8589934592"))
  }

  @Test func aDeploymentStatesItsTimes() throws {
    let file = Array(
      """
      site = "ABC"
      [deployments.night]
      start = "pxe"
      maximumRunTime = 120
      maintenanceWindow = 60
      """.utf8)
    let night = try #require(try Deployment.named("night", in: file))
    #expect(night.launch == .pxe)
    #expect(night.remarks(onRunOf: 60).count == 1)
    #expect(night.remarks(onRunOf: 7201).count == 2)
    #expect(try Deployment.named("day", in: file) == nil)
    #expect(throws: FactFault(line: 2, "'maximumRunTime' needs a number of minutes")) {
      try Deployment.named("a", in: Array("[deployments.a]\nmaximumRunTime = -1".utf8))
    }
  }
}
