import Foundation
import Help
import Screen
import StepCatalog
import Testing

@testable import Editor

/// The legend of signs says what the screen draws, and their twins as they are drawn in ASCII.
@Suite struct SignTests {
  private static var rows: [[String]] {
    (HelpTopic.named("signs")?.page.blocks ?? []).flatMap { block in
      if case .table(let rows) = block { Array(rows.dropFirst()) } else { [[String]]() }
    }
  }

  @Test func twinsAreThoseThatAreDrawn() throws {
    #expect(Self.rows.count > 12)
    for row in Self.rows where !["…", "•••"].contains(row[0]) {
      var buffer = Buffer(size: Size(width: 40, height: 1))
      buffer.write(row[0], at: Point(x: 0, y: 0), Style())
      #expect(buffer.asciiTwin().plainText == row[1] + "\n", "\(row[0])")
    }
    var cut = Buffer(size: Size(width: 5, height: 1))
    cut.write("shorten", at: Point(x: 0, y: 0), Style(), limit: 5, overflow: .ellipsis)
    #expect(cut.plainText == "shor…\n" && cut.asciiTwin().plainText == "sho..\n")
  }

  /// Each kind of step has a sign, and a twin that no other kind has.
  @Test func everyKindIsExplained() {
    let rows = Self.rows
    var twins: Set<String> = []
    for kind in StepKind.allCases {
      let row = rows.first { $0[0] == kind.sign }
      #expect(row != nil && row?[1] != "?", "\(kind)")
      twins.insert(kind == .child ? "child" : row?[1] ?? "")
    }
    #expect(twins.count == StepKind.allCases.count, "\(twins)")
  }

  /// Whatever sign stands left of a name is in the legend.
  @Test(arguments: CaseTests.cases) func everySignOfTheTreeIsExplained(_ name: String) throws {
    let known = Set(Self.rows.map { $0[0] }.joined(separator: " "))
    let text = try String(contentsOfFile: "\(CaseTests.folder)/\(name)/screen.txt", encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst().dropLast(2) {
      guard let gutter = line.firstMatch(of: /^[ *][ 0-9]{2}[ +│][^\p{L}│┌└]{3,12} \p{L}/) else {
        continue
      }
      for sign in gutter.output where !sign.isLetter && !sign.isNumber && sign != " " {
        #expect(known.contains(sign), "\(name): \(sign) in “\(line)”")
      }
    }
  }

  @Test func theListOfCommandsBeginsWithThem() throws {
    var robot = try Robot(smallSequence)
    try robot.press("?<Home><Enter>")
    #expect(robot.screen.contains("continues on error"))
  }
}
