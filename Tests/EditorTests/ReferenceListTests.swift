import ObjectCatalog
import TaskSequence
import Testing

@testable import Editor

@Suite("The list of references that stop a save")
struct ReferenceListTests {
  private static func step(_ name: String, _ package: String) -> String {
    """
    <step type="SMS_TaskSequence_RunCommandLineAction" name="\(name)">\
    <action>smsswd.exe /run:\(package) a</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">a</variable>\
    <variable name="PackageID" property="PackageID" hidden="true">\(package)</variable>\
    </defaultVarList></step>
    """
  }

  private static let sequence = """
    <sequence version="3.10">\(step("Once", "NBG00001"))<group name="Software">\
    \(step("Tools", "NBG00002"))\(step("Twice", "NBG00003"))<group name="New">\
    \(step("Tools", "NBG00002"))</group></group><group name="Old"><group name="New">\
    \(step("Tools", "NBG00004"))\(step("Tools", "NBG00003"))\(step("Tools", "NBG00002"))\
    </group></group></sequence>
    """

  private func list(_ robot: Robot) -> [Picker.Item] {
    guard case .picker(let picker)? = robot.state.layers.last else { return [] }
    return picker.matches.map { picker.items[$0] }
  }

  private func refused() throws -> Robot {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "NBG00099", name: "Other"))
    catalog.completeKinds()
    var robot = try Robot(Self.sequence, catalog: catalog)
    try robot.press("rx<Enter><C-s>")
    return robot
  }

  /// The object named most often first, its places together; of equals the one that is used first.
  @Test func theObjectThatSettlesMostComesFirst() throws {
    let ids = list(try refused()).map { $0.synonyms }
    #expect(ids == [2, 2, 2, 3, 3, 1, 4].map { "NBG0000\($0)" })
  }

  /// A name alone where it is one step's, else as many groups around it as tell it apart.
  @Test func stepsOfOneNameAreToldApart() throws {
    #expect(
      list(try refused()).map(\.title) == [
        "Software › Tools", "Software › New › Tools", "Tools (3)", "Twice", "Tools (2)", "Oncex",
        "Old › New › Tools",
      ])
  }

  @Test func theWholePlaceIsSaidBelowAndFound() throws {
    var robot = try refused()
    try robot.press("<Down><Down>")
    #expect(
      robot.screen.contains(" Old › New › Tools (3): There is no package NBG00002."),
      "\(robot.screen)")
    try robot.press("software")
    #expect(list(robot).count == 3)
    try robot.press("<Enter>")
    #expect(robot.screen.contains("Software › Tools"), "\(robot.screen)")
  }

  @Test func escapeGoesBackToTheListAndThenGivesTheSaveUp() throws {
    var robot = try refused()
    try robot.press("<Enter>f<Esc>")
    #expect(list(robot).count == 7, "\(robot.screen)")
    try robot.press("<Enter>ftype<Enter><Esc>")
    #expect(list(robot).count == 7, "\(robot.screen)")
    try robot.press("<Enter><Esc>")
    #expect(list(robot).count == 7, "\(robot.screen)")
    try robot.press("<Esc>")
    #expect(robot.state.layers.isEmpty && robot.files["case.xml"] == Array(Self.sequence.utf8))
  }

  @Test func aDraftCanBeLeftWhateverWasFixedBefore() throws {
    var robot = try refused()
    try robot.press("<Esc>qs<Enter>d")
    #expect(list(robot).last?.title == "Leave now and keep a draft", "\(robot.screen)")
    try robot.press("<End><Enter>")
    #expect(robot.exitCode == 0 && robot.performed.contains(.keepDraft(robot.state.file.id)))
  }
}
