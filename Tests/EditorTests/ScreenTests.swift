import Appearance
import Screen
import Testing

@testable import Editor

@Suite struct DrawingTests {
  /// Every state can be drawn at every size, and the cursor is on the screen.
  @Test func drawingIsTotal() throws {
    let states = [
      "", "<Enter>", "?", "r", "/n", "<Enter>jjj<Enter>", "q", "X", "dq", "c", "dW", "m", "H", "f",
    ]
    for keys in states {
      var robot = try Robot(smallSequence)
      try robot.press(keys)
      for width in [0, 1, 2, 5, 30, 59, 60, 61, 79, 80, 99, 100, 101, 140, 300] {
        for height in [0, 1, 2, 3, 15, 16, 17, 24, 60] {
          let size = Size(width: width, height: height)
          robot.take(.terminal(.resize(size)))
          var buffer = Buffer(size: size)
          let cursor = robot.state.draw(into: &buffer, .probe)
          if let cursor { #expect(buffer.bounds.contains(cursor), "\(keys) at \(size)") }
        }
      }
    }
  }

  @Test func aFileCannotDriveTheTerminal() throws {
    let robot = try Robot(
      "<sequence version=\"3.10\"><step name=\"a&#x9b;31m\u{202E}b&#xA;c\"/></sequence>")
    for scalar in robot.screen.unicodeScalars {
      #expect(scalar.value >= 0x20 || scalar == "\n")
      #expect(!(0x7F..<0xA0).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
    }
  }

  @Test func theCursorStandsOnTheFocusedRowAndField() throws {
    var robot = try Robot(smallSequence)
    let first = try #require(robot.cursor)
    try robot.press("j")
    #expect(robot.cursor?.y == first.y + 1)
    try robot.press("r<Home>")
    let name = try #require(robot.cursor)
    try robot.press("<Right>")
    #expect(robot.cursor == Point(x: name.x + 1, y: name.y))
  }
}
