import TaskSequence
import TestSupport
import Testing

@testable import ObjectCatalog

/// Files of objects as sites and scripts leave them.
@Suite struct CatalogFileTests {
  private static func read(_ text: String, name: String = "x.json") -> CatalogFile {
    CatalogFile(Array(text.utf8), name: name)
  }

  private static func words(_ file: CatalogFile) -> [String] {
    ReferenceKind.allCases.filter { $0 != .content }.flatMap { file.catalog.all($0) }
      .map { "\($0.kind) \($0.words)" }
  }

  @Test func anAnswerOfTheAdminServiceSaysItsClass() {
    let file = Self.read(
      """
      {"@odata.context": "https://cm/AdminService/wmi/$metadata#SMS_DriverPackage(Name,PackageID)",
       "value": [{"@odata.etag": "1", "__LAZYPROPERTIES": [], "PackageID": "ABC00001",
                  "Name": "Model \\"X\\" \\u00fc", "Version": "2", "Extra": {"a": [1, null, true]}},
                 {"PackageID": "ABC00002", "Name": "Y", "Version": ""}]}
      """)
    #expect(file.faults.isEmpty)
    #expect(
      Self.words(file)
        == ["driverPackage Model \"X\" ü 2 (ABC00001)", "driverPackage Y (ABC00002)"])
    #expect(file.catalog.isComplete(.driverPackage) && !file.catalog.isComplete(.package))
  }

  @Test(arguments: [
    // Pages one after the other, and an array of pages.
    ##"{"@odata.context":"#SMS_Package","value":[{"PackageID":"A1","Name":"N"}]}"##
      + ##"{"@odata.context":"#SMS_Package","value":[{"PackageID":"A2","Name":"N"}]}"##,
    ##"[{"@odata.context":"#SMS_Package","value":[{"PackageID":"A1"}]},"##
      + ##"{"@odata.context":"#SMS_Package","value":[{"PackageID":"A2"}]}]"##,
    // Rows alone: the type says it, or what a provider adds.
    ##"[{"PackageID":"A1","PackageType":0},{"PackageID":"A2","PackageType":0}]"##,
    ##"[{"PackageID":"A1","SmsProviderObjectPath":"SMS_Package.PackageID=\"A1\""},"##
      + ##"{"PackageID":"A2","__CLASS":"SMS_Package"}]"##,
    // tsedit's own.
    ##"{"asOf": 1, "objects": [{"kind":"package","id":"A1"},{"kind":"SMS_Package","id":"A2"}]}"##,
  ])
  func rowsComeInManyWrappings(_ text: String) {
    let file = Self.read(text)
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(file.catalog.all(.package).map(\.id) == ["A1", "A2"])
  }

  @Test func theNameOfTheFileTellsTheClassOfRowsThatDoNot() {
    let rows = ##"[{"PackageID":"A1","Name":"Boot"}]"##
    let named = Self.read(rows, name: "SMS_BootImagePackage-page2.json")
    #expect(named.catalog.all(.bootImage).map(\.id) == ["A1"])
    let nameless = Self.read(rows)
    #expect(nameless.count == 0 && nameless.faults.first?.line == 1)
  }

  @Test func whatIsReadInPartProvesNothing() {
    let row = "{\"kind\":\"package\",\"id\":\"A1\"}"
    for text in [
      "[\(row), {\"kind\":\"package\"}]", "[\(row), ",
      "{\"@odata.nextLink\": \"x\", \"value\": [\(row)]}",
    ] {
      let file = Self.read(text)
      #expect(file.catalog.object(.package, "A1") != nil && !file.catalog.isComplete(.package))
    }
    let last = "{\"@odata.nextLink\": \"x\", \"value\": [\(row)]}{\"value\": [\(row)]}"
    #expect(Self.read(last).catalog.isComplete(.package))
  }

  /// What a step that runs a child has to know, from whatever tells it, and through a built catalogue.
  @Test(arguments: [
    ##"{"@odata.context":"#SMS_TaskSequencePackage","value":[{"PackageID":"A1","BootImageID":"B1","##
      + ##""TsEnabled":false},{"PackageID":"A2","BootImageID":"","TsEnabled":true}]}"##,
    "PackageID,Name,PackageType,BootImageID,TsEnabled\nA1,One,4,B1,False\nA2,Two,4,,True\n",
    "Kind,Id,Name,BootImage,TsEnabled\ntask sequence,A1,One,B1,FALSE\ntask sequence,A2,Two,,TRUE\n",
  ])
  func aRowTellsTheFactsOfAChild(_ text: String) {
    let file = Self.read(text, name: "x")
    let built = Self.read(file.catalog.text(asOf: nil))
    for catalog in [file.catalog, built.catalog] {
      let child = catalog.object(.taskSequence, "A1")
      #expect(child?.bootImage == "B1" && child?.remark == "disabled" && child?.isEnabled == false)
      let other = catalog.object(.taskSequence, "A2")
      #expect(other?.bootImage == "" && other?.remark == "" && other?.isEnabled == true)
    }
  }

  /// A row of a site that is silent takes nothing away from what lies beside the file.
  @Test func whatASilentRowDoesNotHide() {
    var beside = CatalogObject(kind: .taskSequence, id: "A1", name: "One", remark: "disabled")
    (beside.bootImage, beside.isEnabled) = ("B1", false)
    for (row, boot, remark) in [
      ("A1,One,4,,", "B1", "disabled"), ("A1,One,4,B2,", "B2", "disabled"),
      ("A1,One,4,,TRUE", "B1", ""),
    ] {
      var catalog = Self.read("PackageID,Name,PackageType,BootImageID,TsEnabled\n\(row)\n").catalog
      catalog.add(beside, as: .told)
      let child = catalog.object(.taskSequence, "A1")
      #expect(child?.bootImage == boot && child?.remark == remark, "\(row)")
    }
  }

  @Test func applicationsAndProgramsHaveIdsOfTheirOwn() {
    let file = Self.read(
      """
      [{"ModelName":"ScopeId_1/Application_1","LocalizedDisplayName":"Reader","SoftwareVersion":"9",
        "IsExpired":true},
       {"PackageID":"ABC00001","PackageName":"Tools","ProgramName":"Install"}]
      """)
    #expect(file.catalog.object(.application, "scopeid_1/application_1")?.remark == "retired")
    #expect(file.catalog.object(.program, "ABC00001:install")?.name == "Tools")
  }

  @Test(arguments: [
    ("Kind,Id,Name,Version\npackage,A1,\"A, \"\"B\"\"\",2\nboot image,A2,C,\n", 2),
    ("#TYPE Selected.Object\r\nName;Kind;Id\r\nX;SMS_Package;A1\r\n\r\nY;package;A2\r\n", 2),
    ("\u{FEFF}Kind\tId\tName\npackage\tA1\t\"two\nlines\"", 1),
  ])
  func tablesMayHaveAnySeparator(_ text: String, _ count: Int) {
    let file = Self.read(text, name: "x.csv")
    #expect(file.faults.isEmpty && file.count == count, "\(file.faults)")
  }

  /// The columns of a site, as `Export-Csv` writes them.
  @Test(arguments: [
    "#TYPE IResultObject#SMS_BootImagePackage\r\n\"Name\",\"PackageID\"\r\n\"x64\",\"A1\"\r\n",
    "\"PackageID\";\"PackageType\";\"Name\"\r\n\"A1\";\"258\";\"x64\"\r\n",
    "#TYPE Selected.System.Object\nPackageID,__CLASS,Name\nA1,SMS_BootImagePackage,x64\n",
    "sep=;\r\nPackageID;SmsProviderObjectPath;Name\r\nA1;\"SMS_BootImagePackage.PackageID=\"\"A1\"\"\";x64",
  ])
  func tablesMayHaveTheColumnsOfASite(_ text: String) {
    let file = Self.read(text, name: "x.csv")
    #expect(file.faults.isEmpty && file.count == 1, "\(file.faults)")
    #expect(file.catalog.object(.bootImage, "A1")?.name == "x64")
    #expect(file.catalog.isComplete(.bootImage))
  }

  @Test func aTableOfASiteIsReadAsItsJSONIs() {
    let table =
      "ModelName,PackageID,LocalizedDisplayName,IsExpired,IsEnabled\r\n"
      + "S/1,,Old,True,True\r\nS/2,,Off,False,False\r\n"
    let catalog = Self.read(table, name: "SMS_ApplicationLatest.csv").catalog
    #expect(catalog.object(.application, "S/1")?.remark == "retired")
    #expect(catalog.object(.application, "S/2")?.remark == "disabled")
    // The class is in the file's name.
    let named = Self.read("\"a, b\";Name;PackageID\n1;Boot;A1\n", name: "SMS_Package.csv").catalog
    #expect(named.object(.package, "A1")?.name == "Boot")
  }

  /// What Windows PowerShell writes unless it is told otherwise.
  @Test(arguments: [
    "Kind,Id,Name\r\npackage,A1,Größe €\r\n",
    "[{\"kind\":\"package\",\"id\":\"A1\",\"name\":\"Größe €\"}]",
  ])
  func codePagesAreReadAndSaid(_ text: String) {
    let bytes = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
    let file = CatalogFile(bytes, name: "x")
    #expect(file.catalog.object(.package, "A1")?.name == "Größe €")
    #expect(file.guessedEncoding == "windows-1252" && file.faults.isEmpty)
    #expect(file.remark(on: "x")?.contains("windows-1252") == true)
    #expect(CatalogFile(Array(text.utf8), name: "x").remark(on: "x") == nil)
  }

  /// What is neither is refused, not shown with other letters.
  @Test func whatIsNoTextIsRefused() {
    for bad in [[0x81], [0xC3, 0xA4, 0xE4, 0x20]] as [[UInt8]] {
      let file = CatalogFile(Array("Kind,Id,Name\npackage,A1,".utf8) + bad, name: "x")
      #expect(file.count == 0 && file.faults.first?.reason.contains("-Encoding UTF8") == true)
    }
  }

  @Test func windowsPowerShellWritesUTF16() {
    let text = "Kind,Id,Name\r\npackage,A1,Gerät\r\n"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(CatalogFile(bytes, name: "x.csv").catalog.object(.package, "A1")?.name == "Gerät")
  }

  @Test(
    arguments: [
      (
        "[{\"PackageID\":\"A1\",\"PackageType\":0},\n{\"PackageID\":\"A2\" \"Name\"}]", 2,
        "expected }"
      ),
      (
        "{\"value\":[\n{\"kind\":\"package\",\"id\":\"A1\"},\n{\"kind\":\"pack\",\"id\":\"A2\"}]}",
        3, "'pack'"
      ),
      ("Kind,Id\npackage,A1\npackage,\n", 3, "no id"),
      ("Name\nB\n", 1, "PackageID"), ("Id,Name\nA1,B\n", 1, "column Kind"),
      ("Kind,Id\npackage,\"A1\n", 2, "not closed"), ("", nil, "empty"), ("<a/>", 1, "XML"),
      ("[1, 2]", 1, "object"), ("{\"a\": tru}", 1, "'tru'"), ("{\"a\": \"b", 1, "no end"),
      ("[{\"a\": \"\\u00g0\", \"name\": \"\\u00g0\"}]", 1, "hexadecimal"), ("{", 1, "ends"),
    ] as [(String, Int?, String)])
  func whatIsWrongIsNamedWithItsLine(_ text: String, _ line: Int?, _ reason: String) {
    let fault = Self.read(text).faults.first
    #expect(
      fault?.line == line && fault?.reason.contains(reason) == true, "\(String(describing: fault))")
  }

  /// Any cut and any changed byte of a file gives objects or faults, never a trap.
  @Test(arguments: Seeded.seeds(20)) func damageIsSurvived(_ seed: UInt64) {
    var random = Seeded(seed)
    let texts = [
      ##"{"@odata.context":"#SMS_Package","value":[{"PackageID":"A1","Name":"\n\"xA"}]}"##,
      "Kind,Id,Name\npackage,A1,\"a \"\"b\"\"\"\n",
    ]
    for _ in 0..<200 {
      var bytes = Array(random.pick(texts).utf8)
      for _ in 0...random.below(3) {
        switch random.below(3) {
        case 0: bytes.removeLast(random.below(bytes.count))
        case 1 where !bytes.isEmpty: bytes[random.below(bytes.count)] = UInt8(random.below(256))
        default: bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count + 1))
        }
      }
      let file = CatalogFile(bytes, name: "x")
      #expect(file.count > 0 || !file.faults.isEmpty || file.catalog.count == 0)
    }
  }

  @Test func whatIsBuiltReadsBackTheSame() {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "A1", name: "q\" \\ \n \u{1} ü", version: "1"))
    catalog.completeKinds()
    catalog.add(
      CatalogObject(
        kind: .mdtApplication, id: "{1}", name: "", remark: "disabled", folder: "Tools/\"Old\"",
        needs: ["{2}", "{3}"]))
    let file = Self.read(catalog.text(asOf: 7))
    #expect(file.faults.isEmpty && file.written == 7 && file.count == 2)
    for kind in ReferenceKind.allCases {
      #expect(file.catalog.all(kind) == catalog.all(kind))
      #expect(file.catalog.isComplete(kind) == catalog.isComplete(kind), "\(kind)")
    }
  }
}
