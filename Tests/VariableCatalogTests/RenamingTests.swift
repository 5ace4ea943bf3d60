@_spi(Edits) import TaskSequence
import Testing

@testable import VariableCatalog

@Suite struct RenamingTests {
  /// Every spelling of the name that is a variable, and nothing else, is another afterwards.
  @Test func renamesEverywhere() throws {
    let document = try load(everyPlace)
    let renaming = Renaming(of: "sitecode", to: "Location", in: document)
    #expect(renaming.changes.count == 9)
    #expect(renaming.notes.isEmpty)
    let edit = try document.making(renaming.changes, label: "Renamed")
    let expected = everyPlace.replacing("%SiteCode%", with: "%Location%")
      .replacing("%sitecode%", with: "%Location%")
      .replacing(">SiteCode</variable>", with: ">Location</variable>")
      .replacing("\"SiteCode=", with: "\"Location=")
      .replacing("Variable\"&gt;SiteCode&lt;", with: "Variable\"&gt;Location&lt;")
    #expect(String(decoding: edit.document.serialized(), as: UTF8.self) == expected)
    #expect(edit.notes.isEmpty)
  }

  /// However the rules are spelled; what else stands in them stays to the byte.
  @Test func renamesInRules() throws {
    func rules(_ one: String, _ two: String) -> String {
      "&lt;Rules&gt;\n &lt;Rule&gt;&lt;condition&gt;&lt;operator type='or'&gt;&lt;expression type='x'&gt;"
        + "&lt;variable name='Variable'&gt;\(one)&lt;/variable&gt;&lt;/expression&gt;"
        + "&lt;/operator&gt;&lt;/condition&gt;&lt;Variables&gt;&lt;Variable IsSecret='false' Name='\(two)'&gt;"
        + "Site &amp;amp; %\(one)%&lt;/Variable&gt;&lt;/Variables&gt;&lt;/Rule&gt;&lt;/Rules&gt;"
    }
    func xml(_ rules: String) -> String {
      "<sequence version=\"3.10\"><step type=\"SMS_TaskSequence_SetDynamicVariablesAction\" name=\"r\">"
        + "<action>x</action><defaultVarList><variable name=\"OSDSetDynamicVariablesRules\" "
        + "property=\"Rules\">\(rules)</variable></defaultVarList></step></sequence>"
    }
    let document = try load(xml(rules("Site", "SITE")))
    #expect(VariableUses(of: document).named("site")?.uses.map(\.role) == [.read, .read, .set])
    let changes = Renaming(of: "site", to: "Place", in: document).changes
    let edit = try document.making(changes, label: "")
    #expect(
      String(decoding: edit.document.serialized(), as: UTF8.self) == xml(rules("Place", "Place")))
  }

  /// MDT repeats the values of its install step among the sequence's own variables.
  @Test func renamesWhatTheSequenceRepeats() throws {
    let variable = "<variable name=\"DestinationOSVariable\" property=\"x\">OSDisk</variable>"
    let file =
      "<sequence version=\"3.00\" name=\"s\"><globalVarList>\(variable)</globalVarList>"
      + "<step type=\"BDD_InstallOS\" name=\"i\"><defaultVarList>\(variable)</defaultVarList></step>"
      + "</sequence>"
    let document = try load(file)
    #expect(VariableUses(of: document).named("OSDisk")?.reads == 2)
    let changes = Renaming(of: "OSDisk", to: "Target", in: document).changes
    let edit = try document.making(changes, label: "")
    #expect(
      String(decoding: edit.document.serialized(), as: UTF8.self)
        == file.replacing(">OSDisk<", with: ">Target<"))
  }

  @Test func renamesTheNumberedOnesWithTheirBase() throws {
    let document = try load(everyPlace)
    let edit = try document.making(
      Renaming(of: "APPS", to: "Tools", in: document).changes, label: "")
    let uses = VariableUses(of: edit.document)
    #expect(uses.named("apps01") == nil)
    #expect(uses.named("TOOLS01")?.state == .used)
    #expect(uses.named("tools")?.reads == 1)
  }

  @Test func saysWhatShouldBeKnown() throws {
    let document = try load(everyPlace)
    let merge = Renaming(of: "SietCode", to: "sitecode", in: document)
    #expect(merge.notes == ["SiteCode is there already, in 8 places: the two become one."])
    let builtIn = Renaming(of: "OSDAppInstallRetries", to: "X", in: document)
    #expect(builtIn.notes.count == 2)
    #expect(builtIn.changes.isEmpty)
    #expect(Renaming(of: "Nowhere", to: "X", in: document).changes.isEmpty)
  }
}
