import ObjectCatalog
import Screen
import TaskSequence
import Testing
import Widgets

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

  private func list(_ robot: Robot) -> [PickerLayer.Item] {
    guard let picker = robot.state.top as? PickerLayer else { return [] }
    return picker.matches.map { picker.items[$0] }
  }

  /// A site with packages that have these names.
  private static func site(_ names: KeyValuePairs<String, String>) -> Catalog {
    var catalog = Catalog()
    for (id, name) in names { catalog.add(CatalogObject(kind: .package, id: id, name: name)) }
    catalog.completeKinds()
    return catalog
  }

  private func refused() throws -> Robot {
    var robot = try Robot(Self.sequence, catalog: Self.site(["NBG00099": "Other"]))
    try robot.press("rx<Enter><C-s>")
    return robot
  }

  /// A row for each object, the one named most often first; of equals the one that is used first.
  @Test func theObjectThatSettlesMostComesFirst() throws {
    #expect(objects(try refused()) == [2, 3, 1, 4].map { "NBG0000\($0)" })
  }

  private func objects(_ robot: Robot) -> [String] {
    list(robot).map { String($0.synonyms.prefix { $0 != " " }) }
  }

  /// What is most alike stands beside each object in the list of all references, too, and can be taken
  /// there for all its places.
  @Test func theLikeliestObjectIsBesideEach() throws {
    var robot = try Robot(
      Self.sequence, size: Size(width: 120, height: 40),
      catalog: Self.site(["NBG0000A": "Kept", "NBG10003": "Close"]))
    try robot.press("O")
    let row = try #require(list(robot).first { $0.title == "NBG00003" })
    #expect(row.detail.contains("Most alike: "), "\(row.detail)")
    try robot.press("NBG00003<Enter>")
    let uses = list(robot).filter { $0.title.hasPrefix("Use ") }
    #expect(uses.count > 1 && uses[0].title.hasSuffix("in all 2 places"), "\(uses.map(\.title))")
    let wanted = uses[0].title.contains("NBG10003") ? "NBG10003" : "NBG0000A"
    try robot.press("\(wanted)<Enter>")
    #expect(robot.xml.ranges(of: "smsswd.exe /run:\(wanted) a").count == 2, "\(robot.screen)")
    try robot.press("<C-z>")
    #expect(robot.xml == Self.sequence)
  }

  /// A name alone where it is one step's, else as many groups around it as tell it apart.
  @Test func stepsOfOneNameAreToldApart() throws {
    #expect(
      list(try refused()).map(\.title) == [
        "Software › Tools and 2 more", "Twice and 1 more", "Oncex", "Old › New › Tools",
      ])
    var robot = try refused()
    try robot.press("<Enter>p")
    #expect(
      list(robot).map(\.title) == ["Software › Tools", "New › Tools", "Tools (3)"])
  }

  @Test func theWholePlaceIsSaidBelowAndFound() throws {
    var robot = try refused()
    try robot.press("<Down><Down><Down>")
    #expect(
      robot.screen.contains(" Old › New › Tools: There is no package NBG00004."),
      "\(robot.screen)")
    try robot.press("<Up><Up><Up><Enter>psoftware")
    #expect(list(robot).count == 2)
    try robot.press("<Enter>")
    #expect(robot.screen.contains("Software › Tools"), "\(robot.screen)")
  }

  /// One answer serves all places of an object; each by itself can have another one.
  @Test func oneStepOrAllThatNameTheObject() throws {
    var robot = try refused()
    try robot.press("<Enter>")
    for choice in ["delete all 3 steps that name it ", "disable all 3 steps that name it "] {
      #expect(robot.screen.contains(choice), "\(robot.screen)")
    }
    try robot.press("p<Enter>")
    for choice in ["delete the step ", "disable the step for now "] {
      #expect(robot.screen.contains(choice), "\(robot.screen)")
    }
    try robot.press("d")
    #expect(list(robot)[1].side == "2 places", "\(robot.screen)")
    try robot.press("<Down><Enter>d")
    #expect(objects(robot).sorted() == [1, 3, 4].map { "NBG0000\($0)" })
  }

  @Test func escapeGoesBackToTheListAndThenGivesTheSaveUp() throws {
    var robot = try refused()
    try robot.press("<Enter>f<Esc>")
    #expect(list(robot).count == 4, "\(robot.screen)")
    try robot.press("<Enter>ftype<Enter><Esc>")
    #expect(list(robot).count == 4, "\(robot.screen)")
    try robot.press("<Enter><Esc>")
    #expect(list(robot).count == 4, "\(robot.screen)")
    try robot.press("<Esc>")
    #expect(robot.state.layers.isEmpty && robot.files["case.xml"] == Array(Self.sequence.utf8))
  }

  @Test func aDraftCanBeLeftWhateverWasFixedBefore() throws {
    var robot = try refused()
    try robot.press("<Esc>q<Enter>d")
    #expect(
      list(robot).map(\.title).suffix(3) == [
        "Save and leave", "Leave now and keep a draft", "Leave and discard the changes",
      ])
    try robot.press("<End><Up><Enter>")
    #expect(robot.exitCode == 0 && robot.performed.contains(.keepDraft(robot.state.file.id)))
  }

  /// What was matched with another site is there, so the gate must know that site; what has no
  /// counterpart is not.
  @Test func whatWasMatchedByNameIsKnown() throws {
    let old = Self.site([
      "NBG00001": "A", "NBG00002": "B", "NBG00003": "C", "NBG00004": "D",
    ])
    var robot = try Robot(Self.sequence, catalog: old)
    robot.other = Self.site(["XYZ00001": "A", "XYZ00002": "B", "XYZ00003": "C", "XYZ00004": "D"])
    try robot.press(":match by<Enter>other.csv<Enter><Enter>")
    #expect(!robot.screen.contains(" problem"), "\(robot.screen)")
    try robot.press("<C-s>")
    let saved = String(decoding: robot.files["case.xml"] ?? [], as: UTF8.self)
    #expect(saved.contains("XYZ00004") && !saved.contains(">NBG"), "\(robot.screen)")
  }
}
