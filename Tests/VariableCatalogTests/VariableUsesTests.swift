import Embedded
import TaskSequence
import Testing

@testable import VariableCatalog

@Suite struct VariableUsesTests {
  @Test func findsEveryPlaceOnce() throws {
    let uses = VariableUses(of: try load(everyPlace))
    let table = uses.all.map {
      "\($0.name) \($0.sets) \($0.reads) \($0.passes) \($0.state)"
    }
    #expect(
      table
        == [
          "Answer 1 0 0 unused",
          "APPS 0 1 0 used",
          "APPS01 1 0 0 used",
          "Base 1 1 0 used",
          "OSDAppInstallRetries 0 0 1 builtIn",
          "OSDComputerName 0 1 0 builtIn",
          "SietCode 0 1 0 unset",
          "SiteCode 1 5 0 used",
          "windir 0 1 0 windows",
        ])
  }

  @Test func saysWhere() throws {
    let uses = VariableUses(of: try load(everyPlace))
    let site = try #require(uses.named("SITECODE"))
    let places = site.uses.map { "\($0.place.node.name): \($0.role.rawValue) \($0.place.words)" }
    #expect(
      places == [
        "Site %SiteCode%: names name",
        "Site %SiteCode%: names description",
        "Site %SiteCode%: reads condition",
        "Site %SiteCode%: reads condition",
        "Set: sets VariableName",
        "Run: reads CommandLine",
        "Rules: reads OSDSetDynamicVariablesRules",
        "Rules: reads OSDSetDynamicVariablesRules",
      ])
    #expect(uses.nearMiss(of: "SietCode") == "SiteCode")
  }

  @Test func variablesOfTheSequenceAreSet() throws {
    let uses = VariableUses(
      of: try load(
        #"""
        <sequence version="3.00" name="a" description=""><globalVarList><variable name="OSGUID" property="OSGUID">{1}</variable><variable name="Mine" property="Mine">x</variable></globalVarList><step name="s" disable="false"><action>cscript.exe "%SCRIPTROOT%\a.wsf" /x:%Mine%</action></step></sequence>
        """#))
    #expect(uses.named("mine")?.state == .used)
    #expect(uses.named("mine")?.sets == 1)
    #expect(uses.named("OSGUID")?.sets == 1)
    #expect(uses.named("ScriptRoot")?.state == .builtIn)
  }

  /// Whatever a script of MDT's sets is set by the step that runs it, and by no other.
  @Test func whatScriptsOfMDTSet() throws {
    let table = try #require(EmbeddedFile.text(of: "Catalogue/scripts.tsv"))
    var count = 0
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      try #require(cells.count == 2, "\(line)")
      let names = cells[1].split(separator: " ").filter {
        $0.allSatisfy { $0.isLetter || "#_".contains($0) }
      }
      let own = names.map { String($0).replacing("#", with: "007") }
      let reads = own.map { "%\($0)%" }.joined(separator: " ")
      let run = "cscript.exe &quot;%DeployRoot%\\Scripts\\\(cells[0])&quot; /debug:true"
      let steps =
        "<step name=\"R\"><action>\(run)</action></step>"
        + "<step name=\"E\"><action>echo \(reads)</action></step>"
      let uses = VariableUses(of: try load("<sequence version=\"3.10\">\(steps)</sequence>"))
      for name in own where name != "first" {
        count += 1
        #expect(uses.named(String(name))?.state != .unset, "\(cells[0]): \(name)")
      }
    }
    #expect(count > 60)
  }

  private static func step(_ type: String, _ variables: [(String, String)]) -> String {
    let list = variables.map { "<variable name=\"\($0)\" property=\"\($0)\">\($1)</variable>" }
    return "<step type=\"\(type)\" name=\"s\"><action>x</action><defaultVarList>\(list.joined())"
      + "</defaultVarList></step>"
  }

  /// Whether a step sets or reads what a field names depends on the field, not on how it is called.
  @Test(arguments: [
    ("SMS_TaskSequence_ApplyOperatingSystemAction", "DestinationVariable", "reads"),
    ("SMS_TaskSequence_OfflineEnableBitLockerAction", "OSDBitLockerDestinationVariable", "reads"),
    ("SMS_TaskSequence_PartitionDiskAction", "OSDDiskIndexVariable", "reads"),
    ("SMS_TaskSequence_PartitionDiskAction", "OSDPartitions2VolumeLetterVariable", "sets"),
    ("SMS_TaskSequence_VirtualHardDiskAction", "VHDInputVariable", "reads"),
    ("SMS_TaskSequence_VirtualHardDiskAction", "VHDOutputVariable", "sets"),
    ("SMS_TaskSequence_InstallSoftwareAction", "BaseVariableName", "reads list"),
    (
      "SMS_TaskSequence_DownloadPackageContentAction", "OSDDownloadDestinationVariable", "sets list"
    ),
    ("Somebody_OwnAction", "DestinationVariable", nil),
  ])
  func rolesComeFromTheCatalogue(_ type: String, _ variable: String, _ role: String?) throws {
    for version in ["3.10", "3.00"] {
      let xml =
        "<sequence version=\"\(version)\">\(Self.step(type, [(variable, "Mine")]))</sequence>"
      #expect(VariableUses(of: try load(xml)).named("mine")?.uses.first?.role.rawValue == role)
    }
  }

  /// Packages are numbered with three digits, applications with two (article on the steps).
  @Test func listsHaveAsManyDigitsAsTheirStepReads() throws {
    let set = ["L01", "L001"].map {
      Self.step(
        "SMS_TaskSequence_SetVariableAction", [("VariableName", $0), ("VariableValue", "x")])
    }.joined()
    for (type, used) in [("InstallApplication", "L01"), ("InstallSoftware", "L001")] {
      let list = Self.step("SMS_TaskSequence_\(type)Action", [("BaseVariableName", "L")])
      let uses = VariableUses(of: try load("<sequence version=\"3.10\">\(set)\(list)</sequence>"))
      #expect(uses.all.filter { $0.sets > 0 && $0.state == .used }.map(\.name) == [used])
    }
  }

  /// What a step sets by itself is set, whatever its fields say.
  @Test func outputsOfATypeAreSet() throws {
    let run = Self.step("", [("CommandLine", "%IsOnBattery% %IPAddress002% %Nobody%")])
    func state(_ before: String, _ name: String) throws -> UsedVariable.State? {
      let uses = VariableUses(of: try load("<sequence version=\"3.00\">\(before)\(run)</sequence>"))
      #expect(uses.isOutput("ipaddress002") == !before.isEmpty && !uses.isOutput("IPAddress"))
      return uses.named(name)?.state
    }
    let gather = Self.step("BDD_Gather", [("GatherLocalOnly", "true")])
    #expect(try state("", "IsOnBattery") == .unset)
    #expect(try state(gather, "IsOnBattery") == .used)
    #expect(try state(gather, "Nobody") == .unset)
  }

  @Test(arguments: [
    ("%a%", ["a"]), ("100%", []), ("%~dp0%", []), ("%%a%%", ["a"]), ("%a%b%c%", ["a", "c"]),
    ("'%EliteBook 840%'", []), ("%1 %2%", []), ("%Ab_1-x.y%é%z%", ["Ab_1-x.y", "z"]), ("%", []),
    ("%a b%c%", ["c"]), ("", []),
  ])
  func readsNamesInTexts(_ text: String, _ names: [String]) {
    #expect(VariableText.references(in: text).map { String($0.name) } == names)
  }

  @Test(arguments: [
    ("Site-Code_1", nil), ("", "a variable needs a name"),
    ("_x", "names with a leading _ are the product's own"),
    ("1x", "a variable's name begins with a letter"),
    ("a b", "a variable's name has only letters, digits, _ and -"),
  ])
  func judgesNames(_ name: String, _ fault: String?) {
    #expect(VariableText.fault(inName: name) == fault)
  }
}
