import Basics
import Containers
import ObjectCatalog
import Operations
import SequenceSpecimens
import StepCatalog
import TaskSequence
import TestSupport
import Testing
import VariableCatalog

@testable import Checks

/// What scripts do with variables, and who sets those a sequence reads.
@Suite struct HiddenVariableTests {
  /// A step with an inline script in one of the forms scripts are stored in.
  private static func script(_ text: String, _ form: Int = 0) -> String {
    let units = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes: [UInt8] =
      switch form {
      case 0: [0xFF, 0xFE] + units
      case 1: units
      default: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      }
    let value = String(decoding: Base64Text.encode(bytes), as: UTF8.self)
    return "<step type=\"SMS_TaskSequence_RunPowerShellScriptAction\" name=\"Ask\">"
      + "<action>OSDRunPowerShellScript.exe</action><defaultVarList>"
      + "<variable name=\"OSDRunPowerShellScriptSourceScript\" property=\"SourceScript\">\(value)"
      + "</variable></defaultVarList></step>"
  }

  private static func test(_ name: String, _ value: String = "kiosk") -> String {
    "<group name=\"Sometimes\"><condition>"
      + "<expression type=\"SMS_TaskSequence_VariableConditionExpression\">"
      + "<variable name=\"Operator\">equals</variable><variable name=\"Value\">\(value)</variable>"
      + "<variable name=\"Variable\">\(name)</variable></expression></condition></group>"
  }

  private static func document(_ nodes: String) throws -> SequenceDocument {
    try SequenceDocument(loading: Array("<sequence version=\"3.10\">\(nodes)</sequence>".utf8))
  }

  private static func rules(
    _ document: SequenceDocument, _ chosen: RuleSelection = RuleSelection { _ in true }
  ) -> [String] {
    var check = SequenceCheck(catalog: Catalog(), rules: chosen)
    check.look(at: document)
    return check.findings(of: document).map(\.rule)
  }

  /// A script is read, searched, replaced in and renamed in, in whatever form it stands; it keeps the
  /// form, and what does not change keeps its bytes.
  @Test(arguments: Seeded.seeds(30))
  func aScriptIsText(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let form = seeded.below(3)
    let end = seeded.pick(["\r\n", "\n"])
    let lines = [
      "$tsenv = New-Object -ComObject Microsoft.SMS.TSEnvironment",
      "# größer als %FieldRole%", "$tsenv.Value(\"FieldRole\") = \"kiosk\"",
      "Write-Host 'FieldRole' \(seed)", "$x = $tsenv:FieldRole",
    ]
    let text = lines.joined(separator: end) + (seeded.chance(50) ? end : "")
    let nodes = Self.script(text, form) + Self.test("FieldRole")
    let document = try Self.document(nodes)
    let used = try #require(VariableUses(of: document).named("fieldrole"))
    #expect(used.state == .used && used.sets == 1)
    #expect(used.uses.first { $0.role == .set }?.value == "kiosk")
    #expect(used.uses[0].place.shownText(about: "fieldrole") == lines[1])

    let renamed = try document.applying(RenameVariable("FieldRole", to: "Task"))
    let expected = text.replacing("%FieldRole%", with: "%Task%")
      .replacing("\"FieldRole\"", with: "\"Task\"").replacing(":FieldRole", with: ":Task")
    #expect(
      renamed.document.serialized()
        == (try Self.document(Self.script(expected, form) + Self.test("Task")).serialized()))
    // A text in quotes may be the name: nobody can tell.
    #expect(renamed.notes.contains { $0.contains("still named") && $0.contains("“Ask”") })

    let replaced = try document.applying(
      ReplaceText(Replacement(find: "Write-Host", with: "Write-Output")))
    let other = text.replacing("Write-Host", with: "Write-Output")
    #expect(
      replaced.document.serialized()
        == (try Self.document(Self.script(other, form) + Self.test("FieldRole")).serialized()))
    // Each line is a change of its own, and some of them are enough.
    let changes = Renaming(of: "FieldRole", to: "Task", in: document).changes
    let some = try document.applying(RewriteTexts([changes[1]], in: document)).document
    let partly = text.replacing("\"FieldRole\"", with: "\"Task\"")
    #expect(
      some.serialized()
        == (try Self.document(Self.script(partly, form) + Self.test("FieldRole")).serialized()))
  }

  /// What a script sets is set, and a value it never gives is found.
  @Test func whatAScriptSetsIsSet() throws {
    let ask = Self.script("$tsenv.Value('ShopKind') = 'kiosk'\r\n")
    #expect(!Self.rules(try Self.document(ask + Self.test("ShopKind"))).contains("CND18"))
    #expect(Self.rules(try Self.document(ask + Self.test("ShopKind", "desk"))).contains("CND23"))
    #expect(Self.rules(try Self.document(Self.test("ShopKind"))).contains("CND18"))
  }

  /// MDT's variables are what a step sets that runs MDT's scripts.
  @Test func whatIsMDTsNeedsMDT() throws {
    let read = Self.test("IsLaptop", "True")
    let gather =
      "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"G\"{}><action>smsswd.exe /run: "
      + "cscript.exe \"C:\\Scripts\\ZTIGather.wsf\"</action></step>"
    #expect(Self.rules(try Self.document(read)).contains("OLD07"))
    let runs = gather.replacing("{}", with: "")
    #expect(!Self.rules(try Self.document(runs + read)).contains("OLD07"))
    let isOff = gather.replacing("{}", with: " disable=\"true\"")
    #expect(Self.rules(try Self.document(isOff + read)).contains("OLD07"))
    let mdt = "<sequence version=\"3.00\" name=\"S\">\(read)\(Self.test("ImageBuild"))</sequence>"
    let document = try SequenceDocument(loading: Array(mdt.utf8))
    #expect(Self.rules(document).filter { ["OLD07", "CND18"].contains($0) }.isEmpty)
    #expect(VariableUses(of: document).named("imagebuild")?.state == .given)
  }

  /// The scripts of a share set what they set.
  @Test func theSharesScriptsCount() throws {
    var catalog = Catalog()
    catalog.scripts = ShareScripts {
      [("Own.vbs", "oEnvironment.Item(\"Room\") = \"12\"\r\nx = oEnvironment.Item(\"Floor\")")]
    }
    let document = try Self.document(Self.test("Room") + Self.test("Floor"))
    let uses = VariableUses(of: document, knowing: catalog)
    #expect(uses.named("room")?.state == .given)
    #expect(uses.setters.all(of: "ROOM") == [.share("Own.vbs")])
    #expect(uses.named("floor")?.state == .unset)
  }

  /// What is kept of a sequence that is edited is what reading it anew finds.
  @Test(arguments: Seeded.seeds(12))
  func hintsFollowEveryEdit(seed: UInt64) throws {
    var seeded = Seeded(seed)
    var document = try RandomSequence.document(&seeded)
    let more = [
      Self.test("IsLaptop"), Self.test("Room", "Ki*"), Self.script("$tsenv:Room = 1"),
      "<step name=\"R\"><action>x.cmd %DeployRoot%</action></step>",
    ]
    var seen = [(document, VariableHints(of: document))]
    for _ in 0..<25 {
      let added = AddXML(seeded.pick(more), .end(of: NodePath(steps: [])))
      let operation: any Operation =
        seeded.chance(30)
        ? added : RandomSequence.operation(on: document, &seeded) ?? ListReferences()
      document = (try? document.applying(operation))?.document ?? document
      seen.append((document, VariableHints(of: document)))
    }
    for (document, hints) in seen {
      let fresh = try SequenceDocument(loading: document.serialized())
      #expect(hints == VariableHints(of: fresh), "seed \(seed)")
    }
  }

  /// A wildcard is no variable, nor is a % in a name, unless something else says so.
  @Test func wildcardsAreNone() throws {
    let like = Self.test("_SMSTSModel", "%Latitude%").replacing(">equals<", with: ">like<")
    let named = "<group name=\"About %Done%\" description=\"%Half% of it\"/>"
    let uses = VariableUses(of: try Self.document(like + named))
    #expect(uses.all.map(\.name) == ["_SMSTSModel"])
    let set = Self.script("$tsenv:Latitude = 1")
    #expect(VariableUses(of: try Self.document(set + like)).named("Latitude")?.reads == 1)
  }

  @Test(.enabled(if: SituationFiles.areThere, Comment(rawValue: SituationFiles.skipped)))
  func theCasesFromTheField() throws {
    func load(_ name: String) throws -> SequenceDocument {
      try SequenceDocument(loading: try #require(SituationFiles.bytes(of: name)))
    }
    let scripts = try load("58-script-sets.xml")
    for name in ["FieldRole", "FieldSite"] {
      #expect(VariableUses(of: scripts).named(name)?.state == .used)
      let renamed = try scripts.applying(RenameVariable(name, to: "Other")).document
      #expect(VariableUses(of: renamed).named(name) == nil)
      #expect(VariableUses(of: renamed).named("Other")?.sets == 1)
    }
    let lists = Self.rules(try load("22-dynamic-applist.xml"), .marked)
    #expect(lists.filter { $0.hasPrefix("NAM") }.sorted() == ["NAM05", "NAM06"])
    let gone = Self.rules(try load("33-gather-gone.xml"), .marked)
    #expect(gone.filter { $0 == "OLD07" }.count == 3)
    let wildcards = VariableUses(of: try load("25-like-percent.xml"))
    #expect(wildcards.all.filter { $0.state == .unset }.isEmpty)
    let told = Self.rules(try load("25-like-percent.xml"), .marked).filter { $0.hasPrefix("CND") }
    #expect(told == ["CND12", "CND28", "CND28", "CND12"])
  }
}
