import ObjectCatalog
import Screen
import StepCatalog
import TaskSequence
import TestSupport
import Testing

@testable import Editor

/// Forms as people fill them in, on small files of what goes wrong in the field.
@Suite struct FormCaseTests {
  private static let size = Size(width: 110, height: 40)
  private static let aSecret = "s3cret"

  /// Moves to a line of the details by its label.
  private static func go(_ robot: inout Robot, to label: String) throws {
    robot.state.pane = .details
    robot.state.file.details.selected = try #require(
      robot.state.file.detailRows.firstIndex { $0.field?.label == label }, "\(label)")
  }

  // MARK: A command that is typed over

  private static func typesACommandOver(_ xml: String) throws {
    var robot = try Robot(xml, size: size)
    try robot.press("c<C-a><C-k>setup2.exe /q<C-s><C-s>")
    let saved = String(decoding: try #require(robot.files["case.xml"]), as: UTF8.self)
    #expect(saved == xml.replacing("setup.exe /q", with: "setup2.exe /q"))
    #expect(saved.contains("<action>smsswd.exe /run: setup2.exe /q</action>"))
    try robot.press("<C-z>")
    #expect(robot.xml == xml)
  }

  private static let command = """
    <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="Setup" \
    successCodeList="0"><action>smsswd.exe /run: setup.exe /q</action><defaultVarList><variable \
    name="CommandLine" property="CommandLine" hidden="true">setup.exe /q</variable></defaultVarList>\
    </step></sequence>
    """

  @Test func aCommandTypedOver() throws { try Self.typesACommandOver(Self.command) }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func aCommandTypedOverAsHandedOver() throws {
    try Self.typesACommandOver(
      String(decoding: FieldCases.bytes("40-success-codes.xml"), as: UTF8.self))
  }

  // MARK: A value that is not displayed

  /// - Parameter isFirst: Whether the box is ticked before the value is typed.
  private static func hidesAValue(_ xml: String, isFirst: Bool) throws {
    var robot = try Robot(xml, size: size)
    try robot.press("j")
    if !isFirst {
      try go(&robot, to: "Value")
      try robot.press("<Enter><C-u>\(aSecret)<Enter>")
    }
    try go(&robot, to: "Do not display this value")
    try robot.press("<Enter>")
    if isFirst {
      try go(&robot, to: "Hidden value")
      try robot.press("<Enter><C-u>\(aSecret)<Enter>")
    }
    #expect(!robot.screen.contains(aSecret))
    try robot.press("<C-s>")
    let saved = String(decoding: try #require(robot.files["case.xml"]), as: UTF8.self)
    #expect(saved.split(separator: aSecret).count == 2, "\(saved)")
    let variable = "name=\"SetVariableActionHiddenVariableValue\""
    let line = try #require(saved.split(separator: "<").first { $0.contains(aSecret) })
    #expect(line.contains(variable) && line.contains("property=\"HiddenVariableValue\""), "\(line)")
    for _ in 0..<5 { try robot.press("<C-z>") }
    #expect(robot.xml == xml)
  }

  private static let setting = """
    <sequence version="3.10"><step type="SMS_TaskSequence_SetVariableAction" name="Base" \
    successCodeList="0"><action>tsenv.exe "A=B" /hiddenflag:False</action><defaultVarList>\
    <variable name="DoNotShowVariableValue" property="DoNotShowVariableValue" hidden="true">false\
    </variable><variable name="VariableName" property="VariableName" hidden="true">A</variable>\
    <variable name="VariableValue" property="VariableValue" hidden="true">B</variable>\
    </defaultVarList></step></sequence>
    """

  @Test(arguments: [true, false])
  func aValueThatIsNotDisplayed(isFirst: Bool) throws {
    try Self.hidesAValue(Self.setting, isFirst: isFirst)
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"), arguments: [true, false])
  func aValueThatIsNotDisplayedAsHandedOver(isFirst: Bool) throws {
    try Self.hidesAValue(
      String(decoding: FieldCases.bytes("91-set-variable.xml"), as: UTF8.self), isFirst: isFirst)
  }

  // MARK: A name that only follows from the class

  private static func changesTheDrive(_ xml: String) throws {
    var robot = try Robot(xml, size: size)
    try robot.press("j")
    let row = robot.state.file.detailRows.firstIndex { row in
      if case .step(let field) = row.field?.kind { field.property == "TargetDrive" } else { false }
    }
    robot.state.pane = .details
    robot.state.file.details.selected = try #require(row)
    try robot.press("<Enter><C-u>E:<Enter>")
    #expect(robot.xml == xml.replacing("D:", with: "E:"))
    try robot.press("<C-z>")
    #expect(robot.xml == xml)
  }

  /// The variable is spelled as the class has it, or as somebody else spelled it: no second one comes.
  @Test(arguments: ["OSDBitLockerTargetDrive", "TargetDrive"])
  func theDrive(_ name: String) throws {
    try Self.changesTheDrive(
      """
      <sequence version="3.10"><step type="SMS_TaskSequence_DisableBitLockerAction" name="Off" \
      successCodeList="0"><action>OSDBitLocker.exe /disable  /drive:D:</action><defaultVarList>\
      <variable name="OSDBitLockerRebootCount" property="RebootCount">1</variable><variable \
      name="\(name)" property="TargetDrive" hidden="true">D:</variable></defaultVarList></step>\
      </sequence>
      """)
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func theDriveAsHandedOver() throws {
    try Self.changesTheDrive(
      String(decoding: FieldCases.bytes("92-bitlocker.xml"), as: UTF8.self))
  }

  // MARK: A list without rows

  /// What only the list names is shown as rows, and one more keeps it.
  private static func addsAThird(_ xml: String, _ catalog: Catalog, _ ids: [String]) throws {
    var robot = try Robot(xml, size: Size(width: 200, height: 40), catalog: catalog)
    try robot.press("j")
    for id in ids.prefix(2) { #expect(robot.screen.contains(id.prefix(60)), "\(robot.screen)") }
    robot.state.pane = .details
    robot.state.file.details.selected = try #require(
      robot.state.file.detailRows.firstIndex { $0.field?.kind == .newRow })
    try robot.press("<Enter>Desk<Enter>")
    let step = robot.state.file.focus
    #expect(step.variable("ApplicationName") == ids.joined(separator: ","))
    #expect(step.variable("OSDAppCount") == "3")
    for (index, id) in ids.enumerated() { #expect(step.variable("OSDApp\(index)Name") == id) }
    let list = ReferenceList(of: robot.state.file.document.sequence)?.entries.map(\.id) ?? []
    #expect(Set(list) == Set(ids), "\(list)")
    #expect(step.action?.contains("/app:\(ids.joined(separator: ",")) ") == true)
    try robot.press("<C-z>")
    #expect(robot.xml == xml)
  }

  @Test func aListWithoutRows() throws {
    let ids = ["ScopeId_1/Application_a", "ScopeId_1/Application_b", "ScopeId_1/Application_c"]
    var catalog = Catalog()
    for (id, name) in zip(ids, ["Packer", "Browser", "Desk"]) {
      catalog.add(CatalogObject(kind: .application, id: id, name: name))
    }
    let two = ids.prefix(2).joined(separator: ",")
    try Self.addsAThird(
      """
      <sequence version="3.10"><referenceList><reference application="\(ids[0])"/><reference \
      application="\(ids[1])"/></referenceList><step type="SMS_TaskSequence_InstallApplicationAction" \
      name="Apps" successCodeList="0" retryCount="2"><action>smsappinstall.exe /app:\(two) /basevar: \
      /continueOnError:False</action><defaultVarList><variable name="ApplicationName" \
      property="ApplicationName" hidden="true">\(two)</variable><variable \
      name="ContinueOnInstallError" property="ContinueOnInstallError" hidden="true">false</variable>\
      <variable name="OSDAppCount" property="NumApps">2</variable><variable name="RetryCount" \
      property="RetryCount" hidden="true">2</variable></defaultVarList></step></sequence>
      """, catalog, ids)
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func aListWithoutRowsAsHandedOver() throws {
    let file = CatalogFile(FieldCases.bytes("94-objects.csv"), name: "94-objects.csv")
    let scope = "ScopeId_11111111-1111-1111-1111-111111111111/Application_"
    let ids = ["aaaaaaaa", "bbbbbbbb", "cccccccc"].map {
      "\(scope)\($0)-1111-1111-1111-111111111111"
    }
    try Self.addsAThird(
      String(decoding: FieldCases.bytes("93-application-list.xml"), as: UTF8.self), file.catalog,
      ids)
  }

  // MARK: A name that is typed

  /// The field's own spelling is asked for, written and said, whatever capitals are typed.
  @Test func aNameWithOtherCapitals() throws {
    var robot = try Robot(Self.command, size: Self.size)
    try robot.press("jVWORKINGdirectory<Enter>")
    #expect(robot.screen.contains("WorkingDirectory:"), "\(robot.screen)")
    try robot.press("C:\\temp<Enter>")
    #expect(robot.xml.contains("name=\"WorkingDirectory\" property=\"WorkingDirectory\">C:\\temp<"))
    #expect(robot.screen.contains("Added WorkingDirectory to"), "\(robot.screen)")
  }

  /// A name that nobody can set is refused where it is typed.
  @Test func aNameThatIsLocked() throws {
    var robot = try Robot(Self.setting, size: Self.size)
    try robot.press("j")
    try Self.go(&robot, to: "Task sequence variable")
    try robot.press("<Enter><C-u>_SMSTSMake<Enter>")
    #expect(robot.screen.contains("read-only") && robot.xml == Self.setting, "\(robot.screen)")
    try robot.press("<C-u>_SMSTSOrgName<Enter>")
    #expect(
      robot.xml
        == Self.setting.replacing(">A<", with: ">_SMSTSOrgName<").replacing(
          "A=B", with: "_SMSTSOrgName=B"))
  }
}
