import Foundation
import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// Filters, search, titles and details say Microsoft's name of a step, and know both.
@Suite struct StepNameCaseTests {
  /// Both products' steps, one of a type nobody knows, and one without a type.
  private static let mixed = """
    <sequence version="3.10">
      <step type="SMS_TaskSequence_RebootAction" name="Again" description="" successCodeList="0"><action>smsboot.exe /target:HD</action></step>
      <step type="BDD_Gather" name="Facts" description="" successCodeList="0"><action>cscript.exe x</action></step>
      <step name="Plain" description="" successCodeList="0"><action>a.exe</action></step>
      <step type="Contoso_Step" name="Odd" description="" successCodeList="0"><action>b.exe</action></step>
    </sequence>
    """

  private func robot(_ keys: String) throws -> Robot {
    var robot = try Robot(Self.mixed, size: Size(width: 200, height: 40))
    try robot.press(keys)
    return robot
  }

  @Test func theListOfFiltersSaysBothAndFindsBoth() throws {
    let all = try robot("f").screen
    for words in [
      "Restart Computer", "Run Command Line (type left out)", "Unknown type Contoso_Step",
    ] { #expect(all.contains(words), "\(words)\n\(all)") }
    let items = try #require(try robot("f").state.top as? PickerLayer).items
    #expect(items.allSatisfy { !$0.title.contains("SMS_TaskSequence_") })
    let own = try #require(all.range(of: "Types of steps"))
    let other = try #require(all.range(of: "MDT only"))
    #expect(own.lowerBound < other.lowerBound)
    for words in ["restart", "reboot"] {
      let list = try #require(try robot("f" + words).state.top as? PickerLayer)
      #expect(list.selectedItem?.title == "Restart Computer", "\(words)")
    }
  }

  @Test func theTitleAndTheMessageSayIt() throws {
    let screen = try robot("frestart<Enter>").screen
    #expect(screen.contains("only Restart Computer"))
    #expect(screen.contains("Shown: Restart Computer."))
  }

  @Test(arguments: [
    ("restart computer", "Again"), ("rebootaction", "Again"), ("gather", "Facts"),
    ("bdd_gather", "Facts"), ("command line", "Plain"),
  ])
  func searchKnowsBoth(words: String, name: String) throws {
    var typed = "/"
    for character in words { typed += character == " " ? "<Space>" : String(character) }
    // Typed letter by letter and put in at once: the hits are the same.
    let slow = try robot(typed + "<Enter>")
    #expect(slow.state.file.focus.name == name, "\(words)")
    var quick = try robot("/")
    quick.paste(words)
    try quick.press("<Enter>")
    #expect(quick.state.file.search.hits == slow.state.file.search.hits)
  }

  @Test func theDetailsSayBoth() throws {
    #expect(try robot("").screen.contains("Restart Computer  SMS_TaskSequence_RebootAction"))
    #expect(try robot("<Down>").screen.contains("Gather  BDD_Gather"))
  }
}
