import Checks
import Conditions
import Containers
import Screen
import StepCatalog
import TaskSequence
import TestSupport
import Testing
import VariableCatalog
import Widgets
import XMLTree

@testable import Editor

@Suite("What the other product has is told apart")
struct ProductTests {
  private static let products: [Dialect] = [.configurationManager, .mdt]

  private static func empty(_ product: Dialect) -> String {
    "<sequence \(product == .mdt ? "version=\"3.00\" name=\"n\"" : "version=\"3.10\"")>"
      + "<group name=\"g\"></group></sequence>"
  }

  /// What is said of the other product's parts of each node, by the nodes' names.
  private static func strange(_ robot: Robot) -> [String: [String]] {
    var found: [String: [String]] = [:]
    robot.state.file.document.sequence.walk { node, _ in
      for finding in robot.state.file.check.everything(in: node) where finding.rule == "XML03" {
        found[node.name, default: []].append(finding.message)
      }
      return true
    }
    return found
  }

  // MARK: What is offered

  /// Whatever is typed, a type of the other product comes after all of this one's, under its heading.
  @Test(arguments: products) func typesOfTheOtherStandApart(_ product: Dialect) throws {
    var robot = try Robot(Self.empty(product))
    try robot.press("a")
    let heading = "\(product.other.words) only"
    let labels = [Dialect.mdt, .configurationManager].flatMap { StepTypes.shared.all(in: $0) }
      .map(\.label)
    for text in ["", "in", "windows", "disk", "zz"] + labels {
      guard var picker = robot.state.top as? PickerLayer else {
        Issue.record("no list")
        return
      }
      picker.filter = TextModel(text)
      let apart = picker.matches.map { picker.items[$0].section == heading }
      #expect(apart == apart.filter { !$0 } + apart.filter(\.self), "\(text)")
      guard !text.isEmpty else { continue }
      robot.state.changeTop { (top: inout PickerLayer) in top = picker }
      #expect(robot.screen.contains(heading) == apart.contains(true) || apart.count > 15, "\(text)")
    }
  }

  /// A step of the other product that was added all the same is told, and is a finding.
  @Test func addingOneIsSaid() throws {
    var robot = try Robot(Self.empty(.configurationManager))
    try robot.press("ja<C-u>Inject Drivers<Enter>")
    #expect(
      robot.state.message?.text.contains("Configuration Manager may not run “Inject Drivers”.")
        == true)
    #expect(Self.strange(robot).keys.sorted() == ["Inject Drivers"])
  }

  /// Every kind of test and every operator a product is offered is at home in it.
  @Test(arguments: products) func testsAreAtHome(_ product: Dialect) {
    let kinds = TestKind.all(in: product)
    for kind in kinds {
      guard case .test(let test) = kind.start else { continue }
      #expect(Operand.test(test).isThere(in: product))
      for field in test.fields(in: product) where field.label == "Operator" {
        guard case .choice(let choices) = field.kind else { continue }
        let signs = choices.map(\.value)
        for comparison in Comparison.allCases where !comparison.isThere(in: product) {
          #expect(!signs.contains(comparison.sign))
        }
      }
    }
    #expect(kinds.count { $0.title == "Operating system version" } == 1)
  }

  @Test(arguments: products) func typedTestsAreAtHome(_ product: Dialect) throws {
    let document = try SequenceDocument(loading: Array(Self.empty(product).utf8))
    let vocabulary = ConditionVocabulary(of: document)
    func offered(_ text: String) -> [String] {
      vocabulary.choices(for: ConditionText.beginning(text)).map(\.name)
    }
    let isMDT = product == .mdt
    #expect(offered("Model ").contains("like") == !isMDT)
    #expect(offered("Model not ").contains("like") == !isMDT)
    #expect(offered("os ").contains("X64") == isMDT)
    #expect(offered("o").contains("os language"))
  }

  /// What is typed all the same is told while it is typed, and stays a finding.
  @Test(arguments: [
    (Dialect.mdt, "Model like A*", "MDT has no “like” in conditions"),
    (.configurationManager, "os X64 >= 10.0.0.0", "Configuration Manager has no test of this kind"),
  ])
  func aTestOfTheOtherIsSaid(_ product: Dialect, _ text: String, _ words: String) throws {
    var robot = try Robot(Self.empty(product), size: Size(width: 120, height: 24))
    try robot.press("jC\(text)")
    #expect(robot.screen.contains(words), "\(robot.screen)")
    try robot.press("<Enter>")
    #expect(Self.strange(robot)["g"]?.first?.hasPrefix(words) == true)
  }

  /// No name that the other product alone knows is offered, unless a step here brings it.
  @Test(arguments: products) func namesAreAtHome(_ product: Dialect) throws {
    func names(_ inner: String) throws -> [String] {
      let text = Self.empty(product).replacing("</group>", with: "\(inner)</group>")
      return CompletionNames(of: try SequenceDocument(loading: Array(text.utf8))).all
    }
    let alone = try names("")
    #expect(alone.count > 100)
    for name in alone {
      #expect(BuiltInVariables.shared.named(name)?.owner != product.other, "\(name)")
    }
    #expect(alone.contains("DeployRoot") == (product == .mdt))
    #expect(alone.contains("OSDComputerName"))
    let gather = "<step name=\"s\" type=\"BDD_Gather\"/>"
    #expect(try names(gather).contains("IsLaptop"))
  }

  /// An option that only the other product's steps have cannot be asked for, and says why.
  @Test func optionsOfTheOther() throws {
    let text = "<sequence name=\"n\"><step name=\"s\"><action>a</action></step></sequence>"
    var robot = try Robot(text)
    try robot.press("j:Retries")
    #expect(robot.screen.contains("only steps of Configuration Manager have it"))
    robot.closeAll()
    #expect(!robot.state.file.detailRows.contains { $0.field?.id == "retryCount" })
  }

  // MARK: What comes in

  private static let group = """
    <group name="Clients" description="">
      <step type="SMS_TaskSequence_InstallPackages" name="Other"><action>a</action></step>
      <step type="SMS_TaskSequence_InstallUpdateAction" name="Updates"><action>smsinstallupdate.exe</action></step>
      <step type="SMS_TaskSequence_RunCommandLineAction" name="Command"><action>smsswd.exe /run: a</action></step>
      <step type="SMS_TaskSequence_DisableBitLockerAction" name="Unlock"><action>OSDBitLocker.exe</action></step>
      <step type="SMS_TaskSequence_RebootAction" name="Restart"><action>smsboot.exe /target:HD</action></step>
    </group>
    """

  private static func pastesIntoMDT(_ file: String) throws {
    var robot = try Robot(file, size: Size(width: 160, height: 24))
    try robot.press("j")
    robot.paste(Self.group)
    #expect(robot.screen.contains("MDT may not run 3 steps: “Updates”, “Command”, “Unlock”."))
    let wanted = ["Command", "Unlock", "Updates"]
    #expect(Self.strange(robot).keys.sorted() == wanted)
    try robot.press("<C-s>")
    // So it is when the file is opened again.
    let saved = try #require(robot.files["case.xml"])
    var again = try Robot(String(decoding: saved, as: UTF8.self))
    try again.press("j")
    #expect(again.state.file.document.dialect == .mdt)
    #expect(Self.strange(again).keys.sorted() == wanted)
    try robot.press("<C-z>")
    #expect(robot.xml == file)
  }

  @Test func aGroupOfASiteInMDT() throws {
    try Self.pastesIntoMDT(
      "<?xml version=\"1.0\"?>\r\n<sequence version=\"3.00\" name=\"n\" description=\"\">\r\n"
        + "  <group name=\"Install\" expand=\"true\">\r\n    <action />\r\n  </group>\r\n</sequence>"
    )
  }

  @Test(.enabled(if: SituationFiles.areThere, "\(SituationFiles.skipped)"))
  func aGroupOfASiteInMDTAsHandedOver() throws {
    try Self.pastesIntoMDT(try #require(SituationFiles.text(of: "59-mdt-target.xml")))
  }

  private static func inserts(_ group: String, named name: String) throws {
    var robot = try Robot(smallSequence, size: Size(width: 120, height: 24))
    robot.files["group.xml"] = Array(group.utf8)
    try robot.press("j:Insert from<Enter>group.xml<Enter>")
    #expect(robot.screen.contains("Pasted “\(name)” after “Set name”."), "\(robot.screen)")
    // What belongs to the other product is said, and found.
    #expect(robot.screen.contains("does not read all of"))
    #expect(
      Self.strange(robot)[name] == ["Configuration Manager does not read the attribute expand"])
    let inserted = robot.xml
    try robot.press("<C-z>")
    #expect(robot.xml == smallSequence)
    // Pasted from the terminal it is the same.
    robot.paste(group)
    #expect(robot.xml == inserted)
    try robot.press("<C-z>")
    // Opened as a file, it says what it is and offers the same.
    try robot.press("<C-o>group.xml<Enter>")
    #expect(robot.screen.contains("It is the group “\(name)”, to be put into one."))
    try robot.press("i")
    #expect(robot.xml == inserted)
  }

  @Test func aPublishedGroup() throws {
    try Self.inserts(
      "<group expand=\"true\" name=\"Names\" description=\"\">\n  <step name=\"Ask\" "
        + "type=\"SMS_TaskSequence_RunCommandLineAction\" startIn=\"\"><action>ask.exe</action></step>\n"
        + "  <action />\n</group>", named: "Names")
  }

  @Test(.enabled(if: SituationFiles.areThere, "\(SituationFiles.skipped)"))
  func aPublishedGroupAsHandedOver() throws {
    try Self.inserts(
      try #require(SituationFiles.text(of: "17-group-fragment.xml")), named: "Name picker")
  }

  /// A whole file of the other product gives its nodes, and says so.
  @Test func theNodesOfASequence() throws {
    var robot = try Robot(smallSequence, size: Size(width: 120, height: 24))
    robot.files["mdt.xml"] = Array(
      "<sequence name=\"n\"><step name=\"Line\"><action>a</action></step></sequence>".utf8)
    try robot.press("j:Insert from<Enter>mdt.xml<Enter>")
    #expect(
      robot.screen.contains(
        "Pasted “Line” after “Set name”. Configuration Manager may not run “Line”."))
    try robot.press(":Insert from<Enter>none.xml<Enter>")
    #expect(robot.screen.contains("none.xml: cannot open it"))
  }

  // MARK: Where a command starts

  @Test(.enabled(if: SituationFiles.areThere, "\(SituationFiles.skipped)"))
  func theFolderOfACommandAsHandedOver() throws {
    var robot = try Robot(try #require(SituationFiles.text(of: "90-run-command.xml")))
    try robot.press(":folder the command<Enter>C:\\temp<Enter><C-s>")
    let saved = try #require(robot.files["case.xml"])
    let text = String(decoding: saved, as: UTF8.self)
    #expect(text.contains("property=\"WorkingDirectory\">C:\\temp</variable>"))
    #expect(!text.contains("startIn"))
    var again = try Robot(text)
    #expect(again.state.file.document.dialect == .configurationManager)
    try again.press("jaSet Task Sequence Variable<Enter>A<Enter><Esc>")
    #expect(again.xml.contains("<action>tsenv.exe "))
  }
}
