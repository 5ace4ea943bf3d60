import Containers
import Handover
import ObjectCatalog
import References
import Screen
import TaskSequence
import Testing

@testable import Editor

/// What the editor tells of the way back, and of the size.
@Suite struct HandoverTests {
  private static func sequence(_ bytes: Int) -> String {
    "<sequence version=\"3.10\"><step name=\"Large\"><defaultVarList><variable "
      + "name=\"OSDRunPowerShellScriptSourceScript\">\(String(repeating: "A", count: bytes))"
      + "</variable></defaultVarList></step></sequence>"
  }

  @Test func theRecipeIsAskedForAndShown() throws {
    var robot = try Robot(Self.sequence(10))
    robot.state.file.path = "/srv/a.xml"
    try robot.press("<C-p>how do I import<Enter>")
    let document = robot.state.file.document
    let part = RecipeSubject.Part(.only, document, ReferenceCheck(catalog: .init()))
    let recipe = Recipe(
      for: RecipeSubject(path: "/srv/a.xml", SoleSequence(document), [part]))
    robot.take(.outcome(.recipe(robot.state.file.id, recipe)))
    #expect(robot.screen.contains("How “a.xml” goes back to a site"), "\(robot.screen)")
    #expect(robot.screen.contains("1. Better: edit the archive"), "\(robot.screen)")
    try robot.press("<Enter>")
    let text = String(decoding: robot.copied.last ?? [], as: UTF8.self)
    #expect(text.contains("\nImport-CMTaskSequence -Path"), "\(text)")
  }

  @Test func whatIsLargeIsShown() throws {
    var robot = try Robot(Self.sequence(5000))
    try robot.press("<C-p>what makes it large<Enter>")
    #expect(robot.screen.contains("5 kB, 0 % of the 2 MB a site stores."), "\(robot.screen)")
    #expect(robot.screen.contains("Large: script in the step"), "\(robot.screen)")
    #expect(robot.screen.contains("Put the script into a package"), "\(robot.screen)")
  }

  @Test(arguments: [(900_000, false), (1_100_000, true)])
  func theMeterIsThereFromHalfOn(bytes: Int, isThere: Bool) throws {
    let robot = try Robot(Self.sequence(bytes))
    #expect(robot.screen.contains("of 2 MB") == isThere, "\(robot.screen)")
  }

  @Test func aSaveBeyondSaysWhatIsLarge() throws {
    var robot = try Robot(Self.sequence(2_200_000))
    robot.state.file.path = "/srv/a.xml"
    try robot.press("d<C-s>")
    #expect(robot.screen.contains("The sequence has 2.0 MB"), "\(robot.screen)")
    #expect(robot.screen.contains("2.0 MB: Large, script in the step"), "\(robot.screen)")
  }
}
