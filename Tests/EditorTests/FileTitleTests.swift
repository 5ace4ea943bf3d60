import Testing

@testable import Editor

/// Files of the same name are told apart wherever one is named.
@Suite struct FileTitleTests {
  @Test(arguments: [
    (["a.xml", "b.xml"], ["a.xml", "b.xml"]),
    (["c/PC0001/ts.xml", "c/PC0002/ts.xml"], ["PC0001/ts.xml", "PC0002/ts.xml"]),
    (["x/1/ts.xml", "y/1/ts.xml", "y/2/ts.xml"], ["x/1/ts.xml", "y/1/ts.xml", "2/ts.xml"]),
    (["ts.xml", "../B/ts.xml"], ["ts.xml", "B/ts.xml"]),
    (["./a/ts.xml", "b/ts.xml", "other.xml"], ["a/ts.xml", "b/ts.xml", "other.xml"]),
  ])
  func theShortestPathTells(paths: [String], titles: [String]) {
    let files = paths.map {
      (name: String($0.split(separator: "/").last ?? ""), path: Optional($0))
    }
    #expect(FileTitles.titles(of: files) == titles)
  }

  /// No two open files have the same title, whatever they are called.
  @Test func noTwoAreAlike() {
    let files: [(String, String?)] = [
      ("new.xml", "a/new.xml"), ("new.xml", nil), ("new.xml", nil), ("new.xml", "b/new.xml"),
      ("new.xml", "a/b/new.xml"),
    ]
    let titles = FileTitles.titles(of: files.map { (name: $0.0, path: $0.1) })
    #expect(Set(titles).count == titles.count, "\(titles)")
  }

  @Test func titlesFollowWhatIsOpen() throws {
    var robot = try Robot(smallSequence, path: "c/PC0001/ts.xml")
    robot.state.files[0].name = "ts.xml"
    try robot.open(smallSequence, path: "c/PC0002/ts.xml", title: "ts.xml")
    #expect(robot.screen.contains("1/2 PC0001/ts.xml"))
    try robot.press("<Down>d<C-s>")
    #expect(robot.state.message?.text.hasPrefix("Saved “PC0001/ts.xml”") == true)
    try robot.press("b")
    #expect(robot.screen.contains("PC0002/ts.xml"))
    try robot.press("<Esc>]<C-w>")
    #expect(robot.state.file.title == "ts.xml", "alone it needs no more")
  }
}
