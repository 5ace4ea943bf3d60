import Containers
import TaskSequence
import TestSupport

/// Writes sequences as the field's tools do: both products, every carrier, several layouts.
package struct SequenceSpecimen {
  private var random: Seeded
  private let isMDT: Bool
  private let lineEnd: String
  private let unit: String
  private let emptyTag: String
  private var nodesLeft: Int
  private var text = ""

  /// A file for a seed, around 1 to 3 kB.
  ///
  /// - Parameter isPlain: Whether its XML stands for itself, and in no other text.
  package static func make(_ seed: UInt64, isPlain: Bool = false) -> [UInt8] {
    let file = plain(seed)
    var random = Seeded(seed ^ 0xD15C)
    guard !isPlain, !file.starts(with: "<INSTANCE".utf8), random.chance(20) else { return file }
    return Disguise(file, as: random.pick(Disguise.Kind.allCases), seed).text
  }

  private static func plain(_ seed: UInt64) -> [UInt8] {
    var random = Seeded(seed)
    let carrier = random.pick([Carrier.bare, .bare, .bare, .package, .export])
    var specimen = SequenceSpecimen(random, isMDT: carrier == .bare && random.chance(50))
    specimen.writeSequence()
    return wrap(specimen.text, in: carrier, isMDT: specimen.isMDT)
  }

  private init(_ random: Seeded, isMDT: Bool) {
    self.random = random
    self.isMDT = isMDT
    lineEnd = self.random.pick(isMDT ? ["\r\n", "\r\n", "\n"] : ["", "", "\n", "\r\n"])
    unit = lineEnd.isEmpty ? "" : self.random.pick(["  ", "  ", "\t"])
    emptyTag = self.random.pick([" />", "/>"])
    nodesLeft = 12
  }

  private static func wrap(_ sequence: String, in carrier: Carrier, isMDT: Bool) -> [UInt8] {
    let text =
      switch carrier {
      case .package:
        "<?xml version=\"1.0\"?>\n<SmsTaskSequencePackage>\n  <Name>A &amp; B</Name>\n  "
          + "<SequenceData>\(sequence)</SequenceData>\n</SmsTaskSequencePackage>\n"
      case .export:
        "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\">\r\n"
          + "<PROPERTY NAME=\"Name\" TYPE=\"string\"><VALUE><![CDATA[One]]></VALUE></PROPERTY>\r\n"
          + "<PROPERTY NAME=\"Sequence\" TYPE=\"string\"><VALUE><![CDATA[\(sequence)\r\n]]></VALUE>"
          + "</PROPERTY>\r\n</INSTANCE>\r\n"
      default: (isMDT ? "<?xml version=\"1.0\"?>\r\n" : "") + sequence
      }
    return Array(text.utf8)
  }

  // MARK: Nodes

  private mutating func writeSequence() {
    text +=
      isMDT
      ? "<sequence version=\"3.00\" name=\"Made\" description=\"\">" : "<sequence version=\"3.10\">"
    if !isMDT {
      line(1, "<referenceList><reference package=\"ABC00001\"\(emptyTag)</referenceList>")
    }
    if isMDT || random.chance(50) {
      line(1, "<globalVarList>")
      for _ in 0..<2 { variable(2, "OSGUID", "{1}") }
      line(1, "</globalVarList>")
    }
    while nodesLeft > 0 { writeNode(1) }
    line(0, "</sequence>")
  }

  private mutating func writeNode(_ depth: Int) {
    nodesLeft -= 1
    switch random.below(10) {
    case 0..<4 where depth < 5: writeGroup(depth)
    case 4 where !isMDT:
      line(depth, "<subtasksequence\(named())><action>smstsrunchild.exe</action></subtasksequence>")
    default: writeStep(depth)
    }
  }

  private mutating func writeGroup(_ depth: Int) {
    let fold = isMDT ? " expand=\"\(random.pick(["true", "false"]))\"" : ""
    line(depth, "<group\(named())\(switches())\(fold)>")
    if random.chance(40) { writeCondition(depth + 1) }
    if random.chance(4) { writeCondition(depth + 1) }
    if random.chance(4) {
      line(depth + 1, "<steps><step name=\"Hidden\"><action>cmd</action></step></steps>")
    }
    if isMDT, random.chance(30) { line(depth + 1, "<action\(emptyTag)") }
    for _ in 0..<random.below(4) where nodesLeft > 0 { writeNode(depth + 1) }
    line(depth, "</group>")
  }

  private mutating func writeStep(_ depth: Int) {
    let isRun = random.chance(60)
    let type = isRun ? "SMS_TaskSequence_RunCommandLineAction" : "BDD_InstallOS"
    let command = random.pick(["cmd.exe /c dir", "setup.exe /s", "echo &quot;a &amp; b&quot;"])
      .replacing("&quot;", with: "\"")
    let codes = random.pick(["0", "0 3010"])
    line(depth, "<step type=\"\(type)\"\(named())\(switches()) successCodeList=\"\(codes)\">")
    let actionFirst = !isMDT
    let action = isRun ? "smsswd.exe /run:ABC00001 \(command)" : "cscript.exe \"LTIApply.wsf\""
    if actionFirst { line(depth + 1, "<action>\(action)</action>") }
    line(depth + 1, "<defaultVarList>")
    if isRun {
      variable(depth + 2, "CommandLine", command)
      variable(depth + 2, "PackageID", "ABC00001")
      variable(depth + 2, "SuccessCodes", codes)
    } else {
      variable(depth + 2, "OSGUID", random.pick(["{1}", "{2}"]))
      variable(depth + 2, "Empty", "")
    }
    line(depth + 1, "</defaultVarList>")
    if !actionFirst { line(depth + 1, "<action>\(action)</action>") }
    if random.chance(30) { writeCondition(depth + 1) }
    line(depth, "</step>")
  }

  private mutating func writeCondition(_ depth: Int) {
    guard random.chance(80) else { return line(depth, "<condition\(emptyTag)") }
    line(depth, "<condition>")
    line(depth + 1, "<expression type=\"SMS_TaskSequence_VariableConditionExpression\">")
    for (name, value) in [("Operator", "equals"), ("Value", "X"), ("Variable", "PHASE")] {
      line(depth + 2, "<variable name=\"\(name)\">\(value)</variable>")
    }
    line(depth + 1, "</expression>")
    line(depth, "</condition>")
  }

  // MARK: Pieces

  private mutating func variable(_ depth: Int, _ name: String, _ value: String) {
    let start = "<variable name=\"\(name)\" property=\"\(name)\""
    let isTag = value.isEmpty && random.chance(50)
    line(depth, isTag ? start + emptyTag : "\(start)>\(value)</variable>")
  }

  private mutating func named() -> String {
    let name = random.pick([
      "Apply", "Apply", "a/b", "x#2", " lead", "trail ", "&lt;a&gt;", "größe 😀",
    ])
    return " name=\"\(name)\"" + (random.chance(50) ? " description=\"Says &amp; does\"" : "")
  }

  private mutating func switches() -> String {
    ["disable", "continueOnError"].map { name in
      let isOn = random.chance(15)
      return isMDT || isOn ? " \(name)=\"\(isOn)\"" : ""
    }.joined()
  }

  private mutating func line(_ depth: Int, _ content: String) {
    text += lineEnd + String(repeating: unit, count: depth) + content
  }
}
