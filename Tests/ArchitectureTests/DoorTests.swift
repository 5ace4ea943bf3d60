import Testing

/// Whoever stands above the door edits through it: what makes an edit on a lower floor is called by
/// `Operations` alone.
@Suite("One door stands before every edit")
struct DoorTests {
  /// Names that other types have for something else, too.
  private static let shared: Set<String> = [
    "adding", "moving", "movingIn", "movingOut", "replacing",
    // Reading a file again is no operation, and says so.
    "reloaded",
  ]

  /// What makes an edit below the door, by the declarations there.
  private static let edits: Set<String> = {
    let files = (try? SourceFile.all()) ?? []
    let below: Set = ["TaskSequence", "Conditions", "References"]
    var names: Set<String> = []
    for file in files where below.contains(file.target) {
      let text = file.lines.joined(separator: "\n")
      for match in text.matches(of: /package (?:mutating )?func (\w+)\([^{}]*?-> Edit\b/) {
        names.insert(String(match.output.1))
      }
    }
    return names.subtracting(shared)
  }()

  @Test func whatMakesAnEditIsFound() {
    #expect(Self.edits.isSuperset(of: ["removing", "setting", "writing", "changingConditions"]))
  }

  @Test(arguments: try SourceFile.all())
  func isUsed(file: SourceFile) throws {
    let rooms = House.ours.rooms
    let door = try #require(rooms["Operations"]?.floor)
    guard let floor = rooms[file.target]?.floor, floor > door else { return }
    for line in file.lines {
      for call in line.matches(of: /\.(\w+)\(/) where Self.edits.contains(String(call.output.1)) {
        Issue.record("\(file.path) edits past the door: \(line)")
      }
    }
  }
}
