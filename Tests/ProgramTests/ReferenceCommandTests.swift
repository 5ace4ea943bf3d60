import Foundation
import TestSupport
import Testing

/// The gate, catalogues and remapping from the command line.
@Suite struct ReferenceCommandTests {
  private let scratch = Scratch()

  private static func sequence(_ id: String) -> String {
    """
    <sequence version="3.10"><referenceList><reference package="\(id)"/></referenceList>\
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Tools"><action>smsswd.exe /run:\(id) a\
    </action><defaultVarList><variable name="CommandLine" property="CommandLine" hidden="true">a\
    </variable><variable name="PackageID" property="PackageID" hidden="true">\(id)</variable>\
    </defaultVarList></step></sequence>
    """
  }

  private static let site = "Kind,Id,Name,Version\npackage,XYZ00001,Tools,2\n"

  @Test func aHeadlessWriteStopsAtTheGate() async throws {
    let site = try scratch.file("site.csv", Self.site)
    let path = try scratch.file("ts.xml", Self.sequence("ABC00001"))
    let map = try scratch.file("map.csv", "Old,New\nABC00001,ABC00002\n")
    let remapped = try await Program.run(["remap", path, "--map", map, "--catalog", site])
    #expect(remapped.code == 3 && remapped.errors.contains("there is no package ABC00002"))
    #expect(remapped.errors.contains("ts.xml:1:"))
    #expect(remapped.output.isEmpty, "what is not done is not told as if it were")
    #expect(try Scratch.read(path) == Self.sequence("ABC00001"))
    let output = scratch.path + "/new.xml"
    let made = try await Program.run(
      ["new", "--template", "cm-upgrade", "--set", "UpgradePackage=00000000", "-o", output])
    #expect(made.code == 3 && made.errors.contains("new.xml was not written: 1 reference"))
    #expect(!FileManager.default.fileExists(atPath: output))
    let played = try await Program.run(
      ["play", path, "--catalog", site, "--keys", "jrx<Enter><C-s>"])
    #expect(played.code == 3 && played.errors.contains("package ABC00001: unresolved"))
    let strict = try await Program.run(["play", path, "--strict", "--keys", "jrx<Enter><C-s>"])
    #expect(strict.code == 3 && strict.errors.contains("package ABC00001: listed"))
  }

  private static let invented = "aSetup Windows<Enter>ZZZ99999<Enter><Esc><Esc><C-s>"

  /// An id that nothing is known of is saved, and no better known after it: a list that was written for
  /// it proves nothing.
  @Test func aSaveMakesNothingKnown() async throws {
    let path = try scratch.file("ts.xml", Self.sequence("ABC00001"))
    let saved = try await Program.run(["play", path, "--keys", Self.invented])
    #expect(saved.code == 0 && saved.output.contains("2 references not checked"))
    #expect(try Scratch.read(path).contains("<reference package=\"ZZZ99999\""))
    let refs = try await Program.run(["refs", path, "--format", "json"])
    #expect(refs.output.contains("\"listed\"") && !refs.output.contains("\"resolved\""))
    let strict = try await Program.run(["check", path, "--strict"])
    #expect(strict.code == 1 && strict.output.contains("REF03"), "\(strict.output)")
    let again = try await Program.run(["play", path, "--keys", "jrx<Enter><C-s>"])
    #expect(again.code == 0 && again.output.contains("2 references not checked"), "\(again.output)")
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func theInventedIDOfTheField() async throws {
    let text = try Scratch.read(FieldCases.path("91-set-variable.xml"))
    let path = try scratch.file("ts.xml", text)
    let saved = try await Program.run(["play", path, "--keys", Self.invented])
    #expect(saved.code == 0 && saved.output.contains("1 reference not checked"), "\(saved.output)")
    #expect(try Scratch.read(path).contains("ZZZ99999"))
    let refs = try await Program.run(["refs", path])
    #expect(!refs.output.contains("resolved"), "\(refs.output)")
    let strict = try await Program.run(["check", path, "--strict"])
    #expect(strict.code == 1, "\(strict.output)")
  }

  /// What was stated from the gate holds for the folder and every command, and for no strict one.
  @Test func whatIsStatedIsKept() async throws {
    let site = try scratch.file("site.csv", Self.site)
    let path = try scratch.file("here/ts.xml", Self.sequence("ABC00001"))
    let elsewhere = try scratch.file("there/ts.xml", Self.sequence("ABC00001"))
    let environment = ["XDG_CONFIG_HOME": scratch.path + "/config"]
    func run(_ arguments: [String]) async throws -> Program.Result {
      try await Program.run(arguments + ["--catalog", site], environment: environment)
    }
    #expect(try await run(["check", path]).output.contains("REF01"))
    let saved = try await run(["play", path, "--keys", "jrx<Enter><C-s><Enter>sTools<Enter>"])
    #expect(saved.code == 0, "\(saved.output) \(saved.errors)")
    let table = scratch.path + "/config/tsedit/stated.csv"
    let lines = try Scratch.read(table).split(separator: "\n")
    #expect(lines.first == "Kind,Id,Name,Version,Date,Folder" && lines.count == 2)
    #expect(lines.last?.hasPrefix("package,ABC00001,Tools,,20") == true)
    #expect(lines.last?.hasSuffix("/here") == true, "\(lines)")
    let check = try await run(["check", path])
    #expect(check.code == 0, "\(check.output)")
    let refs = try await run(["refs", path])
    #expect(refs.output.contains("stated: Tools (ABC00001), stated by you on 20"), "\(refs.output)")
    let strict = try await run(["check", path, "--strict"])
    #expect(strict.code == 1 && strict.output.contains("REF02"), "\(strict.output)")
    #expect(try await run(["check", elsewhere]).output.contains("REF01"))
    let written = try await run(["condition", path, "Toolsx", "--set-text", "A = \"1\""])
    #expect(written.code == 0, "\(written.errors)")
    // The catalogue was written after it.
    let old = String(lines[1]).replacing(/,20[^,]*Z,/, with: ",2020-01-31,")
    _ = try scratch.file("config/tsedit/stated.csv", "\(lines[0])\n\(old)\n")
    let late = try await run(["check", path])
    #expect(late.code == 1 && late.output.contains("REF07 package Tools (ABC00001), stated by you"))
    _ = try scratch.file("config/tsedit/stated.csv", "\(lines[0])\npackage,ABC00001,,,soon,\n")
    let faulty = try await run(["check", path])
    #expect(faulty.errors.contains("stated.csv, line 2: 'soon' is no date"), "\(faulty.errors)")
  }

  /// A child lies in an export, or the import stops at it; what is known of it is told.
  @Test func anExportHasItsChildren() async throws {
    func package(_ id: String, _ more: String, _ inside: String) -> String {
      """
      <INSTANCE CLASSNAME="SMS_TaskSequencePackage"><PROPERTY NAME="Name"><VALUE>The \(id)</VALUE>\
      </PROPERTY><PROPERTY NAME="PackageID"><VALUE>\(id)</VALUE></PROPERTY>\(more)\
      <PROPERTY NAME="Sequence"><VALUE><![CDATA[<sequence version="3.10">\(inside)</sequence>]]>\
      </VALUE></PROPERTY></INSTANCE>
      """
    }
    let child = """
      <referenceList><reference package="ABC00041" program="*"/></referenceList>\
      <subtasksequence type="SMS_TaskSequence_SubTasksequence" name="Child">\
      <action>SubTasksequence.exe</action><defaultVarList>\
      <variable name="OSDSubTasksequencePackageID" property="TsPackageID">ABC00041</variable>\
      <variable name="OSDSubTasksequenceTsName" property="TsName">The child</variable>\
      </defaultVarList></subtasksequence>
      """
    let top = "out/SMS_TaskSequencePackage/"
    let path = try scratch.file(top + "ABC00040/object.xml", package("ABC00040", "", child))
    let alone = try await Program.run(["check", path, "--strict"])
    #expect(alone.code == 1 && alone.output.contains("REF06"), "\(alone.output)")
    #expect(alone.output.contains("named by its own list, not in this export"))
    let more = """
      <PROPERTY NAME="BootImageID"><VALUE>ABC00051</VALUE></PROPERTY>\
      <PROPERTY NAME="TsEnabled"><VALUE>FALSE</VALUE></PROPERTY>
      """
    _ = try scratch.file(top + "ABC00041/object.xml", package("ABC00041", more, ""))
    let whole = try await Program.run(["check", path, "--strict"])
    #expect(!whole.output.contains("REF"), "\(whole.output)")
    let refs = try await Program.run(["refs", path])
    let words = "resolved: The ABC00041 (ABC00041), boot image ABC00051, disabled"
    #expect(refs.output.contains(words), "\(refs.output)")
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func theParentOfTheField() async throws {
    let parent = FieldCases.path("20-parent.xml")
    let check = try await Program.run(["check", parent, "--strict"])
    #expect(check.code == 1, "\(check.output)")
    #expect(check.output.contains("named by its own list, not in this export"), "\(check.output)")
    let refs = try await Program.run(["refs", parent])
    #expect(!refs.output.contains("resolved"), "\(refs.output)")
  }

  /// The list that follows the edit does not make the new id known.
  @Test func whatIsWrittenDoesNotVouchForItself() async throws {
    let path = try scratch.file("ts.xml", Self.sequence("ABC00001"))
    let map = try scratch.file("map.csv", "Old,New\nABC00001,ABC00002\n")
    let strict = try await Program.run(["remap", path, "--map", map, "--strict"])
    #expect(strict.code == 3 && strict.errors.contains("package ABC00002: unverified"))
    #expect(try Scratch.read(path) == Self.sequence("ABC00001"))
    #expect(try await Program.run(["remap", path, "--map", map]).code == 0)
  }

  /// What an export repeats beside its sequence is told when it is not true any more.
  @Test func aListBesideAnExportIsNotTrueUnnoticed() async throws {
    let sequence = Self.sequence("ABC00001")
    let object = try scratch.file(
      "out/SMS_TaskSequencePackage/ABC00099/object.xml",
      """
      <INSTANCE CLASSNAME="SMS_TaskSequencePackage"><PROPERTY NAME="PackageID"><VALUE>ABC00099\
      </VALUE></PROPERTY><PROPERTY.OBJECTARRAY NAME="References"><VALUE.OBJECTARRAY><VALUE.OBJECT>\
      <INSTANCE CLASSNAME="SMS_TaskSequence_Reference"><PROPERTY NAME="Package"><VALUE>ABC00001\
      </VALUE></PROPERTY><PROPERTY NAME="Program"><VALUE>*</VALUE></PROPERTY><PROPERTY NAME="Type">\
      <VALUE>0</VALUE></PROPERTY></INSTANCE></VALUE.OBJECT></VALUE.OBJECTARRAY></PROPERTY.OBJECTARRAY>\
      <PROPERTY NAME="Sequence"><VALUE><![CDATA[\(sequence)]]></VALUE></PROPERTY></INSTANCE>
      """)
    let entry = """
      <INSTANCE CLASSNAME="SMS_TaskSequenceReferencesInfo"><PROPERTY NAME="ReferencePackageID">\
      <VALUE>ABC00001</VALUE></PROPERTY></INSTANCE>
      """
    _ = try scratch.file(
      "out/SMS_TaskSequencePackage/ABC00099/ReferencesInfo.xml",
      "<ArrayOfString><string>\(entry.replacing("<", with: "&lt;"))</string></ArrayOfString>")
    let text = "ReferencesInfo.xml beside it names other objects now."
    let named = try await Program.run(["play", object, "--keys", "jrx<Enter><C-s>"])
    #expect(named.code == 0 && !named.output.contains("beside it"), "\(named.output)")
    let map = try scratch.file("map.csv", "Old,New\nABC00001,ABC00002\n")
    let other = scratch.path + "/out/SMS_TaskSequencePackage/ABC00099/new.xml"
    let mapped = try await Program.run(["remap", object, "--map", map, "-o", other])
    #expect(mapped.code == 0 && mapped.errors.contains("new.xml: \(text)"), "\(mapped.errors)")
    // Its own lists follow a save; what somebody else makes of them is told.
    let removed = try await Program.run(["play", object, "--keys", "j<Del><C-s>!"])
    #expect(removed.code == 0 && !removed.output.contains("beside it"), "\(removed.output)")
    let list = scratch.path + "/out/SMS_TaskSequencePackage/ABC00099/ReferencesInfo.xml"
    #expect(try Scratch.read(list) == "<ArrayOfString />")
    #expect(try await Program.run(["check", object]).code == 0)
    _ = try scratch.file(
      "out/SMS_TaskSequencePackage/ABC00099/ReferencesInfo.xml",
      "<ArrayOfString><string>\(entry.replacing("<", with: "&lt;"))</string></ArrayOfString>")
    let finding = "ReferencesInfo.xml beside it names package abc00001"
    let checked = try await Program.run(["check", object])
    #expect(checked.code == 1 && checked.output.contains("REF05 \(finding)"), "\(checked.output)")
  }

  @Test func newSequencesListWhatTheyReference() async throws {
    let made = try await Program.run(
      ["new", "--template", "cm-upgrade", "--set", "UpgradePackage=ABC00007", "-o", "-"])
    #expect(made.code == 0)
    #expect(
      made.output.contains("<referenceList><reference package=\"ABC00007\"/></referenceList>"))
  }

  @Test func remapWorksByTableAndByName() async throws {
    let site = try scratch.file("site.csv", Self.site)
    let path = try scratch.file("ts.xml", Self.sequence("ABC00001"))
    let map = try scratch.file("map.csv", "Old,New\nabc00001,XYZ00001\nABC00009,XYZ00009\n")
    let dry = try await Program.run(
      ["remap", path, "--map", map, "--catalog", site, "--dry-run"])
    #expect(dry.code == 0 && dry.output.contains("ABC00001 → Tools 2 (XYZ00001)"))
    #expect(dry.errors.contains("nothing names ABC00009"))
    #expect(try Scratch.read(path) == Self.sequence("ABC00001"))
    let other = scratch.path + "/out.xml"
    let done = try await Program.run(
      ["remap", path, "--map", map, "--catalog", site, "-o", other])
    #expect(done.code == 0, "\(done.errors)")
    #expect(try Scratch.read(other) == Self.sequence("XYZ00001"))
    // By name: what the file's own surroundings call it.
    _ = try scratch.file("tsedit/config.toml", "")
    let old = try scratch.file("old.csv", "Kind,Id,Name\npackage,ABC00001,Tools\n")
    _ = try scratch.file(
      "tsedit/config.toml", "[catalogs]\n\"\(scratch.path)\" = \"\(old)\"\n")
    let named = try await Program.run(
      ["remap", path, "--by-name", "--catalog", site],
      environment: ["XDG_CONFIG_HOME": scratch.path])
    #expect(named.code == 0, "\(named.errors)")
    #expect(try Scratch.read(path) == Self.sequence("XYZ00001"))
  }

  /// Names come from one site's catalogue and ids from another's; ids in texts stay unless they are to go.
  @Test func remapGoesFromOneSiteToAnother() async throws {
    let old = try scratch.file("old.csv", "Kind,Id,Name\npackage,ABC00001,Tools\n")
    let site = try scratch.file("site.csv", Self.site)
    let text = Self.sequence("ABC00001").replacing(
      "</sequence>", with: Self.mention + "</sequence>")
    let path = try scratch.file("ts.xml", text)
    let kept = scratch.path + "/kept.xml"
    let some = try await Program.run(["remap", path, "--from", old, "--to", site, "-o", kept])
    #expect(some.code == 0 && some.errors.contains("ABC00001 is still named in the VariableValue"))
    #expect(try Scratch.read(kept).contains("Path=C:\\ABC00001"))
    let listed = try await Program.run(["refs", path])
    #expect(listed.output.contains("ABC00001: mention: named in its VariableValue"))
    let all = try await Program.run(["remap", path, "--from", old, "--to", site, "--mentions"])
    #expect(all.code == 0 && all.errors.isEmpty, "\(all.errors)")
    #expect(try Scratch.read(path) == text.replacing("ABC00001", with: "XYZ00001"))
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func remapGoesByNameAsHandedOver() async throws {
    let text = String(decoding: FieldCases.bytes("80-by-name.xml"), as: UTF8.self)
    let path = try scratch.file("ts.xml", text)
    func site(_ prefix: String, _ name: String) throws -> String {
      let rows = (12...14).map { "package,\(prefix)000\($0),Part \($0),1\n" }.joined()
      return try scratch.file(name, "Kind,Id,Name,Version\n\(rows)")
    }
    let (old, new) = (try site("FLD", "old.csv"), try site("XYZ", "new.csv"))
    let moved = try await Program.run(["remap", path, "--by-name", "--from", old, "--to", new])
    #expect(moved.code == 0, "\(moved.errors)")
    #expect(try Scratch.read(path) == text.replacing("FLD000", with: "XYZ000"))
  }

  private static let mention = """
    <step type="SMS_TaskSequence_SetVariableAction" name="Where"><action>tsenv.exe \
    "Path=C:\\ABC00001"</action><defaultVarList><variable name="VariableName" property="VariableName" hidden="true">Path\
    </variable><variable name="VariableValue" property="VariableValue" hidden="true">C:\\ABC00001\
    </variable></defaultVarList></step>
    """

  @Test func badTablesAreNamedWithTheirLine() async throws {
    let path = try scratch.file("ts.xml", Self.sequence("ABC00001"))
    for (text, reason) in [
      ("A,B\n", "line 1: expected the header Old,New"), ("Old,New\nA,\n", "line 2: a row"),
    ] {
      let map = try scratch.file("map.csv", text)
      let result = try await Program.run(["remap", path, "--map", map])
      #expect(result.code == 2 && result.errors.contains("map.csv, \(reason)"), "\(result.errors)")
    }
    #expect(try await Program.run(["remap", path]).code == 2)
    #expect(try await Program.run(["remap", path, "--by-name"]).code == 2)
  }

  @Test func badCatalogueFilesDoNotStopTheRest() async throws {
    _ = try scratch.file("cat/a.csv", Self.site)
    _ = try scratch.file("cat/b.json", "{\"value\": [\n{\"PackageID\": }]}")
    _ = try scratch.file("cat/c.json", "[{\"PackageID\": \"XYZ00002\", \"Name\": \"X\"}]")
    _ = try scratch.file("cat/note.md", "no catalogue")
    let path = try scratch.file("ts.xml", Self.sequence("ABC00001"))
    let result = try await Program.run(["check", path, "--catalog", scratch.path + "/cat"])
    #expect(result.code == 1 && result.output.contains("closest: Tools 2 (XYZ00001)"))
    #expect(result.errors.contains("b.json, line 2: expected a value"), "\(result.errors)")
    #expect(result.errors.contains("c.json, line 1: it does not say what kind"))
    let missing = try await Program.run(["check", path, "--catalog", scratch.path + "/none"])
    #expect(missing.code == 2 && missing.errors.contains("/none: cannot open it"))
  }

  @Test func cataloguesAreBuiltAndShown() async throws {
    let csv = try scratch.file("site.csv", Self.site)
    let rows =
      "{\"@odata.context\":\"x#SMS_BootImagePackage\",\"value\":"
      + "[{\"PackageID\":\"XYZ00005\",\"Name\":\"Boot image (x64)\",\"Version\":\"10\"}]}"
    let json = try scratch.file("boot.json", rows)
    let built = scratch.path + "/all.json"
    let build = try await Program.run(["catalog", "build", csv, json, "-o", built])
    #expect(build.code == 0 && build.output.contains("2 objects"))
    let all = try await Program.run(["catalog", "show", built])
    #expect(all.output.contains("XYZ00001") && all.output.contains("Boot image (x64)"))
    let some = try await Program.run(["catalog", "show", built, "--kind", "SMS_BootImagePackage"])
    #expect(!some.output.contains("XYZ00001") && some.output.contains("XYZ00005"))
    let found = try await Program.run(["catalog", "show", built, "--find", "tool"])
    #expect(found.output == "package           XYZ00001   Tools  2\n")
    #expect(try await Program.run(["catalog", "show", built, "--kind", "pack"]).code == 2)
  }

  @Test func reportsComeAsJSONAndCSV() async throws {
    let site = try scratch.file("site.csv", Self.site)
    let path = try scratch.file("a,b.xml", Self.sequence("ABC00001"))
    let json = try await Program.run(
      ["check", path, "--catalog", site, "--format", "json"])
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(json.code == 1 && list?.count == 1)
    #expect(list?[0]["line"] as? Int == 1 && list?[0]["object"] as? String == "ABC00001")
    #expect((list?[0]["message"] as? String)?.contains("XYZ00001") == true)
    let csv = try await Program.run(["refs", path, "--format", "csv"])
    #expect(csv.code == 0 && csv.output.contains("a,b.xml\",1,"))
    let none = try await Program.run(["check", path, "--format", "json"])
    #expect(none.code == 0 && none.output.contains("["))
  }
}
