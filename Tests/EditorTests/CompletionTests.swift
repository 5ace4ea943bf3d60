import Testing
import Widgets

@testable import Editor

@Suite struct CompletionTests {
  private let known = ["SiteCode", "Site", "OSDComputerName", "OSDisk"]

  private func completion(_ text: String, _ kind: Completion.Kind) -> Completion? {
    Completion(of: TextModel(text), kind, among: known)
  }

  @Test(arguments: [
    ("echo %si", ["SiteCode", "Site"]), ("%a% %osd", ["OSDComputerName", "OSDisk"]),
    ("%comp", ["OSDComputerName"]), ("%a%si", []), ("%site%", []), ("100%", []), ("si", []),
    ("echo %Site", ["SiteCode", "Site"]), ("%nothing", []), ("%a b", []),
    ("%", ["SiteCode", "Site", "OSDComputerName", "OSDisk"]),
  ])
  func offersWhatFits(_ text: String, _ names: [String]) {
    #expect(completion(text, .references)?.names ?? [] == names)
  }

  @Test(arguments: [("si", ["SiteCode", "Site"]), ("", []), ("OSDisk", []), ("x", [])])
  func offersWholeNames(_ text: String, _ names: [String]) {
    #expect(completion(text, .names)?.names ?? [] == names)
  }

  @Test func putsInTheNameAndTheSign() throws {
    var text = TextModel("echo %si")
    var chosen = try #require(completion("echo %si", .references))
    chosen.move(by: 1)
    chosen.accept(in: &text)
    #expect(text.text == "echo %Site%")
    text.undo()
    #expect(text.text == "echo %si")
    // A sign that stands there already is taken as the end.
    text = TextModel("%si%")
    text.move(.left)
    let inside = try #require(Completion(of: text, .references, among: known))
    inside.accept(in: &text)
    #expect(text.text == "%SiteCode%")
    #expect(text.cursor == 10)
  }
}
