import ObjectCatalog
import TaskSequence
import Testing
import XMLTree

@testable import Operations

/// What a step says twice, excludes or needs follows an edit, whichever way a value came.
@Suite struct KeepingTests {
  private static func run(_ action: String, _ more: [(String, String, String)] = []) throws -> Bench
  {
    try Bench(
      Bench.step(
        cm("RunCommandLine"), action,
        [
          ("*CommandLine", "CommandLine", "cmd.exe /c dir"),
          ("*PackageID", "PackageID", "ABC00001"),
          ("*SuccessCodes", "SuccessCodes", "0 3010"),
        ] + more, attributes: "successCodeList=\"0 3010\" retryCount=\"0\""))
  }

  private static let own = "smsswd.exe /run:ABC00001 cmd.exe /c dir"

  @Test(arguments: [
    "set S \"Command line\" = \"echo <1>\"", "set S variable CommandLine = \"echo <1>\"",
    "set S variable commandline = \"echo <1>\"", "set S command = \"echo <1>\"",
    "set S command = \"smsswd.exe /run:ABC00001 echo <1>\"",
    "replace \"cmd.exe /c dir\" with \"echo <1>\"",
    "replace \"cmd.exe /c dir\" with \"echo <1>\" in commands",
    "replace \"cmd.exe /c dir\" with \"echo <1>\" in variables",
    "rewrite S command as \"smsswd.exe /run:ABC00001 echo <1>\"",
    "rewrite S value CommandLine as \"echo <1>\"",
  ])
  func aCommandStandsTwice(_ line: String) throws {
    var bench = try Self.run(Self.own)
    try bench.run(line)
    #expect(bench.action == "smsswd.exe /run:ABC00001 echo <1>")
    #expect(bench.value("CommandLine") == "echo <1>")
    #expect(bench.value("PackageID") == "ABC00001")
    #expect(bench.variables.count == 3)
  }

  @Test func aPackageComesAndGoes() throws {
    var bench = try Self.run(Self.own)
    try bench.run("set S Package = ABC00002")
    #expect(bench.action == "smsswd.exe /run:ABC00002 cmd.exe /c dir")
    try bench.run("clear S Package")
    #expect(bench.action == "smsswd.exe /run: cmd.exe /c dir")
    #expect(bench.value("PackageID") == nil)
    try bench.run("set S Package = ABC00001")
    #expect(bench.isAsOpened)
  }

  @Test func aCommandIsNotEmptied() throws {
    let bench = try Self.run(Self.own)
    for line in [
      "set S command = \"\"", "set S \"Command line\" = \"\"", "clear S \"Command line\"",
      "set S variable CommandLine = \"\"", "clear S variable CommandLine",
    ] {
      #expect(try bench.refusal(line) == "Command line is needed here", "\(line)")
    }
    #expect(
      try bench.refusal("set S command = \"smsswd.exe /pkg:X\"")
        == "the command line is made from Package, Command line: smsswd.exe /run:‹Package› ‹Command line›"
    )
  }

  @Test func anotherObjectChangesEveryPlaceAndTheAction() throws {
    let list = "<referenceList><reference package=\"ABC00001\"/></referenceList>"
    var bench = try Bench(
      list
        + Bench.step(
          cm("RunCommandLine"), Self.own,
          [
            ("*CommandLine", "CommandLine", "cmd.exe /c dir"),
            ("*PackageID", "PackageID", "ABC00001"),
          ]))
    try bench.run("use package XYZ00009 instead of ABC00001")
    #expect(bench.text == bench.textOfOpened.replacing("ABC00001", with: "XYZ00009"))
  }

  @Test func successCodesFollowBothWays() throws {
    let bench = try Self.run(Self.own)
    for line in ["set S option successCodeList = 0", "set S variable SuccessCodes = 0"] {
      var copy = bench
      try copy.run(line)
      #expect(copy.text == bench.text.replacing("0 3010", with: "0"), "\(line)")
    }
  }

  /// No type makes this action, so the value is replaced where it stands once.
  @Test func aCommandWrittenByHand() throws {
    var bench = try Self.run("my.exe /run:ABC00001 cmd.exe /c dir")
    try bench.run("set S Package = XYZ00009")
    #expect(bench.action == "my.exe /run:XYZ00009 cmd.exe /c dir")
    #expect(bench.notes == [])
    var other = try Self.run("my.exe /run cmd.exe /c dir")
    try other.run("set S Package = XYZ00009")
    #expect(other.action == "my.exe /run cmd.exe /c dir")
    #expect(other.notes == ["The command line of “S” was written by hand and was left as it is."])
    // What is typed over it and fits is the variables’ again.
    try other.run("set S command = \"smsswd.exe /run:ABC00003 b.cmd\"")
    #expect(other.value("PackageID") == "ABC00003" && other.value("CommandLine") == "b.cmd")
  }

  /// A value that stands inside other words is not what the variable repeats.
  @Test(arguments: [
    ("my.exe /wait:10 /run:ABC1", "ABC1", "my.exe /wait:10 /run:XYZ9"),
    ("my.exe /run:ABC1 /log:ABC12.log", "ABC1", "my.exe /run:XYZ9 /log:ABC12.log"),
    ("my.exe /run:ABC12", "ABC1", nil), ("my.exe /run:xABC1", "ABC1", nil),
    ("my.exe /wait:10", "1", nil), ("my.exe /version:1.0", "1", nil),
    ("my.exe ABC1-old ABC1_old", "ABC1", nil), ("my.exe ABC1 ABC1", "ABC1", nil),
    (#"my.exe "ABC1" %ABC12%"#, "ABC1", #"my.exe "XYZ9" %ABC12%"#),
    ("my.exe /target:%ABC1%", "ABC1", "my.exe /target:%XYZ9%"),
    ("my.exe {ABC1}x", "{ABC1}", "my.exe XYZ9x"),
  ])
  func onlyWholeWordsFollow(_ action: String, _ value: String, _ followed: String?) throws {
    for type in [cm("RunCommandLine"), "Contoso_Action"] {
      var bench = try Bench(Bench.step(type, action, [("*PackageID", "PackageID", value)]))
      try bench.run("set S variable PackageID = XYZ9")
      #expect(bench.action == followed ?? action)
      let isCustom = type == "Contoso_Action"
      if !isCustom { #expect(bench.notes.isEmpty == (followed != nil), "\(bench.notes)") }
      if isCustom, followed != nil {
        #expect(bench.notes.first?.contains("only whole words follow") == true)
      }
    }
  }

  @Test func aHiddenValueStandsInOnePlace() throws {
    func bench() throws -> Bench {
      try Bench(
        Bench.step(
          cm("SetVariable"), "tsenv.exe \"A=B\" /hiddenflag:False",
          [
            ("*DoNotShowVariableValue", "DoNotShowVariableValue", "false"),
            ("*VariableName", "VariableName", "A"), ("*VariableValue", "VariableValue", "B"),
          ]))
    }
    var ticked = try bench()
    try ticked.run("set S \"Do not display this value\" = true")
    #expect(ticked.action == "tsenv.exe \"A=\" /hiddenflag:True")
    #expect(
      ticked.variables == [
        "*DoNotShowVariableValue=true", "SetVariableActionHiddenVariableValue=B",
        "*VariableName=A", "*VariableValue=",
      ])
    for line in [
      "set S \"Value\" = geheim", "set S \"Hidden value\" = geheim",
      "set S variable VariableValue = geheim", "rewrite S value VariableValue as geheim",
    ] {
      var copy = ticked
      try copy.run(line)
      #expect(copy.value("SetVariableActionHiddenVariableValue") == "geheim", "\(line)")
      #expect(copy.text.ranges(of: "geheim").count == 1, "\(line)")
    }
    try ticked.run("set S \"Do not display this value\" = false")
    #expect(ticked.isAsOpened)
  }

  @Test func oneSourceExcludesTheOther() throws {
    var bench = try Bench(
      Bench.step(
        cm("ApplyOperatingSystem"),
        "OSDApplyOS.exe /image:ABC00001,%OSDImageIndex% /target:%OSDisk% /runfromnet:False",
        [
          ("*DestinationVariable", "DestinationVariable", "OSDisk"),
          ("OSDImageIndex", "ImageIndex", "2"), ("*ImagePackageID", "ImagePackageID", "ABC00001"),
          ("*RunFromNet", "RunFromNet", "false"),
        ]))
    try bench.run("set S \"Installation source\" = ABC00002")
    #expect(
      bench.action
        == "OSDApplyOS.exe /install:ABC00002,%OSDInstallEditionIndex% /target:%OSDisk% /runfromnet:False"
    )
    #expect(
      bench.variables == [
        "*DestinationVariable=OSDisk", "OSDInstallEditionIndex=0", "*InstallPackageID=ABC00002",
        "*RunFromNet=false",
      ])
    #expect(bench.notes.contains("Image package left “S”: it does not count any more."))
    try bench.run("set S \"Destination drive\" = \"D:\"")
    #expect(bench.action?.contains(" /target:D: ") == true)
    #expect(bench.value("DestinationVariable") == nil)
    try bench.run("set S variable DestinationDisk = 0")
    #expect(bench.value("DestinationLogicalDrive") == nil)
    try bench.run("set S \"Use the distribution point\" = TRUE")
    #expect(bench.value("RunFromNet") == "true")
    #expect(bench.node().element.attribute("runFromNet") == "true")
    try bench.run("set S \"Image package\" = ABC00001")
    #expect(bench.value("OSDImageIndex") == "1" && bench.value("OSDInstallEditionIndex") == nil)
  }

  /// The line of three stock templates is read and never written.
  @Test func aMisquotedLineIsNotWritten() throws {
    var bench = try Bench(
      Bench.step(
        cm("ApplyOperatingSystem"),
        "OSDApplyOS.exe /image:ABC00001,%OSDImageIndex% \"/config:ABC00002,%OSDConfigFileName% /target:%OSDisk%\"",
        [
          ("OSDConfigFileName", "ConfigFileName", "u.xml"),
          ("*ConfigFilePackage", "ConfigFilePackage", "ABC00002"),
          ("*DestinationVariable", "DestinationVariable", "OSDisk"),
          ("OSDImageIndex", "ImageIndex", "1"), ("*ImagePackageID", "ImagePackageID", "ABC00001"),
        ]))
    try bench.run("set S \"Image package\" = ABC00003")
    #expect(
      bench.action
        == "OSDApplyOS.exe /image:ABC00003,%OSDImageIndex% \"/config:ABC00002,%OSDConfigFileName% /target:%OSDisk%\""
    )
    try bench.run("set S \"Destination drive\" = \"D:\"")
    #expect(
      bench.action
        == "OSDApplyOS.exe /image:ABC00003,%OSDImageIndex% \"/config:ABC00002,%OSDConfigFileName%\" /target:D:"
    )
  }

  /// A name that only follows from the class: the one a file has is the one that is edited.
  @Test(arguments: ["OSDBitLockerTargetDrive", "TargetDrive", "osdbitlockertargetdrive"])
  func theSpellingOfTheFileStays(_ name: String) throws {
    var bench = try Bench(
      Bench.step(
        cm("DisableBitLocker"), "OSDBitLocker.exe /disable  /drive:D:",
        [("OSDBitLockerRebootCount", "RebootCount", "1"), ("*\(name)", "TargetDrive", "D:")]))
    try bench.run("set S \"Drive (none: the one of Windows)\" = \"E:\"")
    #expect(bench.text == bench.textOfOpened.replacing("D:", with: "E:"))
    try bench.run("set S command = \"OSDBitLocker.exe /disable  /drive:F:\"")
    #expect(bench.value(name) == "F:")
    try bench.run("set S variable \(name) = \"\"")
    #expect(bench.action == "OSDBitLocker.exe /disable ")
  }

  @Test func anotherStepShowsTheSpelling() throws {
    let disable = Bench.step(
      cm("DisableBitLocker"), "OSDBitLocker.exe /disable  /drive:D:",
      [("*TargetDrive", "TargetDrive", "D:")])
    let bare = Bench.step(cm("DisableBitLocker"), "OSDBitLocker.exe /disable ", [])
    var bench = try Bench(disable + bare)
    try bench.run("set S#2 variable OSDBitLockerTargetDrive = \"E:\"")
    #expect(bench.node(1).variables.map(\.name) == ["TargetDrive"])
    #expect(bench.node(1).action == "OSDBitLocker.exe /disable  /drive:E:")
  }

  @Test func aDomainLeavesWithItsPassword() throws {
    var bench = try Bench(
      Bench.step(
        cm("JoinDomainWorkgroup"), "osdjoin.exe /type:%OSDJoinType%",
        [
          ("OSDJoinDomainName", "DomainName", "corp.example"),
          ("OSDJoinPassword", "DomainPassword", "geheim"),
          ("OSDJoinAccount", "DomainUsername", "corp\\joiner"), ("OSDJoinType", "Type", "0"),
        ]))
    #expect(
      try bench.refusal("set S Workgroup = HOME")
        == "Workgroup counts only when Join is a workgroup")
    try bench.run("set S Join = 1")
    #expect(bench.variables == ["OSDJoinType=1"])
    try bench.run("set S Workgroup = HOME")
    #expect(bench.variables == ["OSDJoinType=1", "OSDJoinWorkgroupName=HOME"])
  }

  @Test func aVolumeIsWholeOrNot() throws {
    var bench = try Bench("")
    try bench.run("add \"Format and Partition Disk\" named S into sequence")
    try bench.run("rows S add (Type = EFI, \"File system\" = fat32)")
    try bench.run("rows S add (Type = msr)")
    #expect(bench.value("OSDPartitions") == "2")
    #expect(bench.value("OSDPartitions0FileSystem") == "FAT32")
    #expect(
      bench.value("OSDPartitions1FileSystem") == nil && bench.value("OSDPartitions1Type") == "MSR")
    try bench.run("rows S set 1 (Type = MSR)")
    #expect(bench.value("OSDPartitions0FileSystem") == nil)
    try bench.run("set S variable OSDPartitions0Type = PRIMARY")
    #expect(bench.value("OSDPartitions0FileSystem") == "NTFS")
    #expect(bench.value("OSDGPTBootDisk") == "true")
    try bench.run("set S \"Partition style\" = mbr")
    #expect(bench.value("OSDPartitionStyle") == "MBR" && bench.value("OSDGPTBootDisk") == "false")
    for line in ["set S variable OSDPartitions = 5", "set S variable OSDPartitions7Type = EFI"] {
      #expect(
        try bench.refusal(line)
          == "“Volumes” of “S” counts its rows itself; add or remove one there")
    }
  }

  @Test func aCountOfRetriesStandsTwice() throws {
    var bench = try Bench("")
    try bench.run("add \"Install Software Updates\" named S into sequence")
    #expect(bench.node().element.attribute("retryCount") == "2" && bench.value("RetryCount") == "2")
    try bench.run("set S option retryCount = 3")
    #expect(bench.value("RetryCount") == "3")
    try bench.run("set S variable RetryCount = 4")
    #expect(bench.node().element.attribute("retryCount") == "4")
  }

  @Test func anAccountOfMDTWrapsTheCommand() throws {
    let lead = "%TOOLROOT%\\bddrun.exe /runas "
    var bench = try Bench(
      Bench.step("", "setup.exe", [("RunAsUser", "RunAsUser", "false")], attributes: ""),
      isMDT: true)
    try bench.run("set S \"Run as another account\" = true")
    #expect(bench.action == lead + "setup.exe")
    try bench.run("set S command = \"other.exe\"")
    #expect(bench.action == lead + "other.exe" && bench.value("RunAsUser") == "true")
    try bench.run("set S \"Run as another account\" = false")
    #expect(bench.action == "other.exe")
    try bench.run("set S command = \"%TOOLROOT%\\bddrun.exe /runas third.exe\"")
    #expect(bench.action == lead + "third.exe" && bench.value("RunAsUser") == "true")
  }

  @Test func namesObeyTheRules() throws {
    var bench = try Self.run(Self.own, [("My-Own_1", "My-Own_1", "x")])
    try bench.run("set S variable MY-OWN_1 = y")
    #expect(bench.value("My-Own_1") == "y" && bench.variables.count == 4)
    #expect(
      try bench.refusal("set S variable \"My own\" = y") == "the name of a variable has no blanks")
    #expect(
      try bench.refusal("rewrite S variable My-Own_1 as \"a.b\"")
        == "the name of a variable has letters, digits, _ and -, and no “.”")
    #expect(
      try bench.refusal("rewrite S variable My-Own_1 as commandline")
        == "there is a variable CommandLine already")
    #expect(
      try bench.refusal("rewrite S variable PackageID as Other")
        == "PackageID is a setting of “S” and keeps its name")
  }
}

extension Bench {
  var textOfOpened: String { String(decoding: opened.serialized(), as: UTF8.self) }
}
