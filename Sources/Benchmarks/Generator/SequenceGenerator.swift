import Containers
import Operations
import TaskSequence
import TestSupport

/// Writes sequences that look like real ones, of any number of steps; the same for the same seed.
///
/// Shapes and frequencies follow what was counted in real files: groups of about ten that nest a few
/// deep, a condition on every fifth node, a description on every second, one step in twelve
/// disabled, a list of references that names every object, values said twice where the products say
/// them twice. There are no secrets in it.
struct SequenceGenerator {
  let dialect: Dialect
  private var seeded: Seeded
  private var xml: MarkupWriter
  private var written = 0

  init(_ dialect: Dialect, seed: UInt64) {
    self.dialect = dialect
    seeded = Seeded(seed)
    xml = MarkupWriter(lineEnd: dialect == .mdt ? "\r\n" : "\n")
  }

  /// A whole file with that many steps.
  static func file(steps: Int, _ dialect: Dialect, seed: UInt64) -> [UInt8] {
    var generator = SequenceGenerator(dialect, seed: seed)
    generator.writeSequence(steps)
    let bytes = generator.xml.bytes
    // The list names what steps use that run, as a site writes it.
    let listed = try? SequenceDocument(loading: bytes).applying(ListReferences()).document
    return listed?.serialized() ?? bytes
  }

  private mutating func writeSequence(_ steps: Int) {
    if dialect == .mdt {
      xml.line(#"<?xml version="1.0"?>"#)
      xml.open("sequence", #"version="3.00" name="Generated" description="\#(steps) steps""#)
      xml.open("globalVarList")
      xml.leaf("variable", #"name="OSGUID" property="OSGUID""#, guid(0))
      xml.close("globalVarList")
    } else {
      xml.open("sequence", #"version="3.10""#)
      xml.open("referenceList")
      for number in 0..<40 { xml.line("<reference package=\"\(packageID(number))\"/>") }
      for number in 0..<40 { xml.line("<reference application=\"\(applicationID(number))\"/>") }
      xml.close("referenceList")
    }
    writeNodes(steps)
    xml.close("sequence")
  }

  /// Some steps, in groups where they are many.
  private mutating func writeNodes(_ steps: Int) {
    guard steps > 12 else {
      for _ in 0..<steps { writeStep() }
      return
    }
    var left = steps
    let share = max(6, steps / (4 + seeded.below(5)))
    while left > 0 {
      let inside = min(left, share + seeded.below(share / 2 + 1))
      if inside < 4 {
        for _ in 0..<inside { writeStep() }
      } else {
        writeGroup(inside)
      }
      left -= inside
    }
  }

  private mutating func writeGroup(_ steps: Int) {
    let name = seeded.pick(Words.groups) + " \(written + 1)"
    if dialect == .mdt {
      let options = #"disable="false" continueOnError="false" description="\#(words())""#
      xml.open("group", #"name="\#(name)" \#(options)"#)
    } else {
      xml.open("group", #"name="\#(name)" description="\#(words())""#)
    }
    writeCondition()
    writeNodes(steps)
    xml.close("group")
  }

  // MARK: Steps

  private mutating func writeStep() {
    written += 1
    switch seeded.below(10) {
    case 0..<4: writeCommandLine()
    case 4..<6: writeApplication()
    case 6: writePackageStep()
    case 7: writeRestart()
    default: writeVariable()
    }
  }

  private mutating func writeCommandLine() {
    let program = "setup\(seeded.below(900)).exe \(seeded.pick(Words.switches))"
    let command = #"\#(program) /log %LogPath%\\#(written).log"#
    if dialect == .mdt {
      open(nil, "Run", codes: "0 3010", rest: #" startIn="""#)
      xml.leaf("action", "", command)
      xml.open("defaultVarList")
      for name in ["RunAsUser", "LoadProfile"] { variable(name, "false") }
      for name in ["PackageID", "UserName"] { variable(name, "") }
      xml.close("defaultVarList")
    } else {
      let package = packageID(seeded.below(40))
      open("RunCommandLineAction", "Run", codes: "0 3010 1641")
      xml.leaf("action", "", "smsswd.exe /run:\(package) \(command)")
      xml.open("defaultVarList")
      argument("CommandLine", command)
      argument("PackageID", package)
      variable("_SMSTSRunCommandLineAsUser", "false", property: "RunAsUser")
      argument("SuccessCodes", "0 3010 1641")
      xml.close("defaultVarList")
    }
    writeCondition()
    xml.close("step")
  }

  private mutating func writeApplication() {
    if dialect == .mdt {
      open("BDD_InstallApplication", "Install", codes: "0 3010", isWhole: true)
      xml.open("defaultVarList")
      variable("ApplicationGUID", guid(seeded.below(40)))
      variable("ApplicationSuccessCodes", "0 3010")
      xml.close("defaultVarList")
      xml.leaf("action", "", #"cscript.exe "%SCRIPTROOT%\ZTIApplications.wsf""#)
    } else {
      let id = applicationID(seeded.below(40))
      let name = "\(seeded.pick(Words.products)) \(seeded.below(30)).0"
      open("InstallApplicationAction", "Install", codes: "0")
      xml.leaf("action", "", "smsappinstall.exe /app:\(id) /basevar: /continueOnError:False")
      xml.open("defaultVarList")
      argument("ApplicationName", id)
      argument("ContinueOnInstallError", "false")
      argument("OSDApp", "1", property: "AppInfo")
      variable("OSDApp0DisplayName", name, property: "AppInfo0DisplayName")
      variable("OSDApp0Name", id, property: "AppInfo0Name")
      variable("OSDAppCount", "1", property: "NumApps")
      xml.close("defaultVarList")
    }
    writeCondition()
    xml.close("step")
  }

  private mutating func writePackageStep() {
    if dialect == .mdt {
      open("BDD_InjectDrivers", "Inject drivers for", codes: "0 3010", isWhole: true)
      xml.open("defaultVarList")
      variable("DriverSelectionProfile", seeded.pick(["All Drivers", "Nothing", "Notebooks"]))
      variable("DriverInjectionMode", "AUTO")
      xml.close("defaultVarList")
      xml.leaf("action", "", #"cscript.exe "%SCRIPTROOT%\ZTIDrivers.wsf""#)
    } else {
      let package = packageID(seeded.below(40))
      open("ApplyDriverPackageAction", "Apply drivers for", codes: "0")
      xml.leaf(
        "action", "",
        "osddriverclient.exe /install:\(package)  /unsigned:%OSDAllowUnsignedDriver%")
      xml.open("defaultVarList")
      argument("OSDApplyDriverDriverPackageID", package, property: "DriverPackageID")
      variable("OSDAllowUnsignedDriver", "false", property: "UnsignedDriver")
      xml.close("defaultVarList")
    }
    writeCondition()
    xml.close("step")
  }

  private mutating func writeRestart() {
    open("RebootAction", "Restart", codes: "0 3010")
    if dialect == .mdt {
      xml.open("defaultVarList")
      variable("Message", "")
      variable("MessageTimeout", "60")
      variable("Target", "")
      xml.close("defaultVarList")
      xml.leaf("action", "", "smsboot.exe /target:WinPE")
    } else {
      xml.leaf("action", "", "smsboot.exe /target:HD")
      xml.open("defaultVarList")
      variable("SMSRebootMessage", "Windows is set up; this takes a while.", property: "Message")
      variable("SMSRebootTimeout", "60", property: "MessageTimeout")
      argument("SMSRebootTarget", "HD", property: "Target")
      xml.close("defaultVarList")
    }
    writeCondition()
    xml.close("step")
  }

  private mutating func writeVariable() {
    let name = seeded.pick(Words.variables)
    let value = "%\(seeded.pick(Words.variables))%-\(seeded.below(1000))"
    open("SetVariableAction", "Set \(name) for", codes: dialect == .mdt ? "0 3010" : "0")
    if dialect == .mdt {
      xml.open("defaultVarList")
      variable("VariableName", name)
      variable("VariableValue", value)
      xml.close("defaultVarList")
      xml.leaf("action", "", #"cscript.exe "%SCRIPTROOT%\ZTISetVariable.wsf""#)
    } else {
      xml.leaf("action", "", "tsenv.exe \"\(name)=\(value)\"")
      xml.open("defaultVarList")
      argument("VariableName", name)
      argument("VariableValue", value)
      xml.close("defaultVarList")
    }
    writeCondition()
    xml.close("step")
  }

  // MARK: Parts

  private mutating func open(
    _ type: String?, _ verb: String, codes: String, rest: String = "", isWhole: Bool = false
  ) {
    var tag = type.map { #"type="\#(isWhole ? $0 : "SMS_TaskSequence_" + $0)" "# } ?? ""
    tag += #"name="\#(verb) \#(seeded.pick(Words.products)) \#(written)""#
    tag += #" description="\#(words())""#
    let isDisabled = seeded.chance(8)
    let goesOn = seeded.chance(15)
    if dialect == .mdt {
      tag += #" disable="\#(isDisabled)" continueOnError="\#(goesOn)""#
    } else {
      if isDisabled { tag += #" disable="true""# }
      if goesOn { tag += #" continueOnError="true""# }
      tag += #" timeout="\#(60 * (1 + seeded.below(60)))" runIn="WinPEandFullOS""#
    }
    xml.open("step", tag + #" successCodeList="\#(codes)""# + rest)
  }

  private mutating func variable(_ name: String, _ value: String, property: String? = nil) {
    xml.leaf("variable", #"name="\#(name)" property="\#(property ?? name)""#, value)
  }

  /// A variable that is an argument of the command line.
  private mutating func argument(_ name: String, _ value: String, property: String? = nil) {
    xml.leaf(
      "variable", #"name="\#(name)" property="\#(property ?? name)" hidden="true""#, value)
  }

  private mutating func writeCondition() {
    guard seeded.chance(20) else { return }
    xml.open("condition")
    switch seeded.below(3) {
    case 0: writeExpression()
    case 1:
      xml.open("operator", #"type="\#(seeded.pick(["and", "or"]))""#)
      for _ in 0..<2 + seeded.below(3) { writeExpression() }
      xml.close("operator")
    default:
      xml.open("expression", #"type="SMS_TaskSequence_WMIConditionExpression""#)
      xml.leaf("variable", #"name="Namespace""#, #"root\cimv2"#)
      xml.leaf(
        "variable", #"name="Query""#,
        "select * from Win32_ComputerSystem where Model like '%Model \(seeded.below(90))%'")
      xml.close("expression")
    }
    xml.close("condition")
  }

  private mutating func writeExpression() {
    xml.open("expression", #"type="SMS_TaskSequence_VariableConditionExpression""#)
    xml.leaf("variable", #"name="Operator""#, seeded.pick(["equals", "notEquals", "like"]))
    xml.leaf("variable", #"name="Value""#, seeded.pick(["true", "false", "NB-*", "Notebook"]))
    xml.leaf("variable", #"name="Variable""#, seeded.pick(Words.variables))
    xml.close("expression")
  }

  private mutating func words() -> String {
    guard seeded.chance(50) else { return "" }
    return (0..<4 + seeded.below(6)).map { _ in seeded.pick(Words.prose) }.joined(separator: " ")
  }

  private func packageID(_ number: Int) -> String { "NBG" + hex(number + 0x20, 5) }

  private func guid(_ number: Int) -> String { "{0d7e7fee-3710-4aaf-892f-\(hex(number, 12))}" }

  private func applicationID(_ number: Int) -> String {
    "ScopeId_6B1F2C7E-0D7A-4C55-9B0E-2E6F3C1A9D01/Application_3f0e7a52-1d3b-4c86-8f5a-"
      + hex(number, 12)
  }

  private func hex(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: width - digits.count) + digits
  }
}

/// What the names and descriptions are made of.
private enum Words {
  static let groups = ["Prepare", "Disk", "Drivers", "Software", "Settings", "Site", "Finish"]
  static let products = [
    "Editor", "Viewer", "Runtime", "Agent", "Client", "Browser", "Archiver", "Printer", "Console",
    "Reader", "Scanner", "Connector",
  ]
  static let switches = ["/quiet", "/qn /norestart", "-s -f1", "/S", "/passive &amp; exit 0"]
  static let variables = [
    "OSDComputerName", "AssetSite", "AssetRole", "DeploymentMode", "_SMSTSInWinPE",
    "_SMSTSMediaType", "LogPath", "Language",
  ]
  static let prose = [
    "installs", "the", "current", "version", "for", "notebooks", "and", "desktops", "once",
    "Windows", "is", "ready", "see", "change", "request", "of", "site", "Grüße",
  ]
}
