import ObjectCatalog
import Screen
import StepCatalog
import TaskSequence
import Testing
import Widgets
import XMLTree

@testable import Editor

/// Forms of steps, driven by keys, with what a case of text cannot hold: pastes and catalogues.
@Suite struct FormTests {
  private static var catalog: Catalog {
    var catalog = Catalog()
    for (id, name) in [("a", "7-Zip"), ("b", "Reader"), ("c", "Editor")] {
      catalog.add(CatalogObject(kind: .application, id: "ScopeId_1/Application_\(id)", name: name))
      catalog.add(CatalogObject(kind: .mdtApplication, id: "{\(id)}", name: name))
    }
    catalog.add(CatalogObject(kind: .osImage, id: "NBG00030", name: "Windows 11"))
    catalog.add(CatalogObject(kind: .package, id: "NBG00002", name: "Client"))
    return catalog
  }

  /// The steps in order.
  private func steps(_ robot: Robot) -> [TaskNode] {
    var steps: [TaskNode] = []
    robot.state.file.document.sequence.walk { node, _ in
      if node.kind != .group { steps.append(node) }
      return true
    }
    return steps
  }

  private func undoAll(_ robot: inout Robot) throws {
    for _ in 0..<50 where robot.state.file.history.canUndo { try robot.press("<C-z>") }
  }

  @Test func aPastedScriptIsStoredAsTheProductStoresIt() throws {
    var robot = try Robot(smallSequence)
    let before = robot.xml
    try robot.press("<Down>arun powershell<Enter>")
    let script = (1...40).map { "Write-Output \"line \($0) – \($0 * $0)\"" }.joined(separator: "\n")
    robot.paste(script)
    try robot.press("<C-s>")
    let step = try #require(steps(robot).first { $0.name == "Run PowerShell Script" })
    let value = try #require(step.variable("OSDRunPowerShellScriptSourceScript"))
    #expect(value.hasPrefix("//5"), "base64 of UTF-16 with its mark")
    #expect(ScriptText.decode(value) == script)
    #expect(robot.screen.contains("(40 lines)"))
    try undoAll(&robot)
    #expect(robot.xml == before)
  }

  @Test func severalApplicationsAreMarkedAndChosenAtOnce() throws {
    var robot = try Robot(smallSequence, catalog: Self.catalog)
    let before = robot.xml
    try robot.press("<Down>ainstall application<Enter><Tab>read<Tab><C-u><Enter>")
    let step = try #require(steps(robot).first { $0.name == "Install Application" })
    let ids = ["a", "b"].map { "ScopeId_1/Application_\($0)" }
    #expect(step.variable("ApplicationName") == ids.joined(separator: ","))
    #expect(step.variable("OSDAppCount") == "2" && step.variable("OSDApp") == "2")
    #expect(step.variable("OSDApp1DisplayName") == "Reader")
    #expect(step.action?.contains("/app:\(ids.joined(separator: ",")) ") == true)
    try undoAll(&robot)
    #expect(robot.xml == before)
  }

  @Test func severalMDTApplicationsBecomeSteps() throws {
    var robot = try Robot(mdtGroup, catalog: Self.catalog)
    let before = robot.xml
    try robot.press("<Down>ainstall application<Enter><Tab><Down><Tab><Enter>")
    #expect(steps(robot).map(\.name) == ["7-Zip", "Reader"])
    #expect(steps(robot).map { $0.variable("ApplicationGUID") } == ["{a}", "{b}"])
    try undoAll(&robot)
    #expect(robot.xml == before)
  }

  /// A new sequence is asked for with the objects that are known.
  @Test func theWizardOffersWhatIsKnown() throws {
    var robot = try Robot(smallSequence, catalog: Self.catalog)
    try robot.press("<C-t>existing image<Enter>")
    #expect(robot.screen.contains("Windows 11"))
    try robot.press("<Enter>1<Enter>")
    #expect(robot.screen.contains("Client package") && robot.screen.contains("NBG00002"))
    // Partition, user state, BitLocker: as usual; a workgroup; its name, time zone, user.
    try robot.press(
      "<Enter><Enter><Enter><Enter>workgroup<Enter><Enter><Enter><Enter>Northgate<Enter>")
    try robot.press("<Enter><Tab><Tab><Enter>")
    let names = steps(robot).map(\.name)
    #expect(names.contains("Install Applications") && !names.contains("Enable BitLocker"))
    let apply = try #require(steps(robot).first { $0.name == "Apply Operating System" })
    #expect(apply.variable("ImagePackageID") == "NBG00030")
    let install = try #require(steps(robot).first { $0.name == "Install Applications" })
    #expect(install.variable("OSDApp0DisplayName") == "7-Zip")
  }

  /// What is hidden never reaches the screen by itself, wherever one looks.
  @Test func secretsStayHidden() throws {
    let secret = "Correct-Horse-7"
    var robot = try Robot(smallSequence, size: Size(width: 120, height: 60))
    let before = robot.xml
    try robot.press(
      "<Down>ajoin<Enter>northgate.example<Enter>NG\\svc<Enter>")
    try robot.press(secret)
    #expect(!robot.screen.contains(secret), "while it is typed")
    try robot.press("<Enter>")
    #expect(robot.xml.contains(secret))
    for keys in [
      "", "<Esc>W", "<Esc>X", "<Esc>$", "OSDJoinPassword<Enter>", "<Esc>H", "<Esc>y", "xml<Enter>",
      "<Esc>/\(secret)<Enter>", "<Esc>%\(secret)<Enter>x<Enter>", "<Esc>",
    ] {
      try robot.press(keys)
      let rows = robot.screen.split(separator: "\n").filter {
        // What is being looked for is typed by the user.
        !$0.contains("“\(secret)”") && !$0.contains("Find")
      }
      #expect(!rows.contains { $0.contains(secret) }, "after \(keys)")
    }
    try robot.press("<Esc><Esc>:passwords<Enter>")
    #expect(robot.screen.contains("Account password") && !robot.screen.contains(secret))
    try robot.press("<Enter><Esc><C-u>")
    #expect(robot.screen.contains(secret), "when it is asked for")
    try robot.press("<Down>")
    #expect(!robot.screen.contains(secret), "and only until the next key")
    try undoAll(&robot)
    #expect(robot.xml == before)
  }

  @Test func valuesAgainstALimitAreProblemsAndDoNotStopASave() throws {
    var robot = try Robot(smallSequence)
    try robot.press("/Restart<Enter><Tab><Down><Down><Down><Down><Down><Enter>Bye<C-s>")
    try robot.press("<Down><Enter>soon")
    #expect(robot.screen.contains("whole number"), "while it is typed")
    try robot.press("<Enter>")
    #expect(robot.screen.contains("whole number") && robot.state.top != nil, "it is refused")
    // What is in the file already is a problem, and no reason not to save.
    let timeout = "<variable name=\"SMSRebootTimeout\" property=\"MessageTimeout\">soon</variable>"
    let message = "<variable name=\"SMSRebootMessage\" property=\"Message\">Bye</variable>"
    robot = try Robot(
      smallSequence.replacing(">HD</variable>", with: ">HD</variable>\(message)\(timeout)"))
    try robot.press("jd}")
    #expect(robot.screen.contains("whole number"))
    try robot.press("<C-s>")
    #expect(robot.files["case.xml"].map { String(decoding: $0, as: UTF8.self) } == robot.xml)
  }

  /// What is marked is not touched by filling in a new step, nor by editing rows of another.
  @Test func marksAreNotFilledIn() throws {
    var robot = try Robot(smallSequence)
    try robot.press("/Run it<Enter><Space><Home>arun command<Enter>new.cmd<Enter>")
    let commands = steps(robot).filter { $0.type?.hasSuffix("RunCommandLineAction") == true }
    #expect(Set(commands.map { $0.variable("CommandLine") }) == ["new.cmd", "run.cmd"])
    #expect(robot.state.file.outline.marks.isEmpty)
    try robot.press("<Esc>aformat<Enter><C-s>")
    let before = robot.xml
    robot.state.file.outline.marks = Set(commands.map(\.id) + [robot.state.file.outline.focus])
    let row = robot.state.file.detailRows.firstIndex { $0.field?.kind == .row(0) }
    robot.state.file.details.selected = try #require(row)
    try robot.press("<Del>")
    #expect(robot.xml == before && robot.screen.contains("one step at a time"))
  }
}

/// What typing in the list of step types finds first.
@Suite struct StepPickerTests {
  @Test(arguments: [
    ("reboot", "Restart Computer"), ("apps", "Install Application"),
    ("ps1", "Run PowerShell Script"),
    ("bde", "Enable BitLocker"), ("diskpart", "Format and Partition Disk"),
    ("RebootAction", "Restart Computer"), ("tsenv", "Set Task Sequence Variable"),
    ("upgrade", "Upgrade Operating System"), ("group", "New Group"), ("run", "Run Command Line"),
  ])
  func finds(_ words: String, _ label: String) throws {
    var robot = try Robot(smallSequence)
    try robot.press("a\(words)")
    let picker = try #require(robot.state.top as? PickerLayer)
    #expect(picker.selectedItem?.title == label)
  }

  /// Microsoft's menus, in their order, the other product's last.
  @Test func hasTheCategoriesOfTheMenu() throws {
    var robot = try Robot(smallSequence)
    try robot.press("a")
    let picker = try #require(robot.state.top as? PickerLayer)
    var sections: [String] = []
    for item in picker.items where sections.last != item.section { sections.append(item.section) }
    #expect(
      sections == [
        "Group", "General", "Software", "Disks", "User State", "Images", "Drivers", "Settings",
        "MDT",
        "MDT only",
      ])
    #expect(picker.selectedItem?.title == "Run Command Line")
    try robot.press("restart<Enter>a")
    #expect(robot.screen.contains("Used before"))
  }
}
