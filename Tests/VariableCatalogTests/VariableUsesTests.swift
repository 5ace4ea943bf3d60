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
          "SiteCode 1 7 0 used",
          "windir 0 1 0 windows",
        ])
  }

  @Test func saysWhere() throws {
    let uses = VariableUses(of: try load(everyPlace))
    let site = try #require(uses.named("SITECODE"))
    let places = site.uses.map { "\($0.place.node.name): \($0.role.rawValue) \($0.place.words)" }
    #expect(
      places == [
        "Site %SiteCode%: reads name",
        "Site %SiteCode%: reads description",
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
