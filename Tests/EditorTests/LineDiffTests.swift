import Appearance
import Testing
import Widgets

@testable import Editor

@Suite struct LineDiffTests {
  /// A changed line with what differs in brackets, any other line with its sign.
  private func shown(_ old: String, _ new: String) -> [String] {
    LineDiff.lines(from: Array(old.utf8), to: Array(new.utf8)).map { pieces in
      pieces.map { piece in
        let isChange = piece.role == .diffAdded || piece.role == .diffRemoved
        return isChange && pieces.count == 4 && piece.text.count != 2
          ? "[\(piece.text)]" : piece.text
      }.joined()
    }
  }

  @Test func onlyWhatDiffersStandsOut() {
    #expect(
      shown("a\n<b name=\"one\"/>\nc", "a\n<b name=\"none\"/>\nc") == [
        "  a", "- <b name=\"[]one\"/>", "+ <b name=\"[n]one\"/>", "  c",
      ])
    #expect(shown("a\nb", "a\nb\nc") == ["  a", "  b", "+ c"])
    #expect(shown("aa", "aaa") == ["- aa[]", "+ aa[a]"])
    #expect(shown("a", "a") == ["Nothing will change."])
  }

  @Test func spellingsThatLookTheSameAreTwo() {
    let lines = shown("a\n\u{E9}", "a\ne\u{301}")
    #expect(lines == ["  a", "- [\u{E9}]", "+ [e\u{301}]"])
  }

  @Test func wideFilesAreReadAsText() {
    func wide(_ text: String) -> [UInt8] {
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let lines = LineDiff.lines(from: wide("<a>1</a>"), to: wide("<a>2</a>"))
    #expect(lines.map { $0.map(\.text).joined() } == ["- <a>1</a>", "+ <a>2</a>"])
  }

  @Test func aLongBeginningIsCutShort() {
    let same = "  <step " + String(repeating: "x", count: 60)
    let lines = shown(same + "old\"/>", same + "new\"/>")
    let kept = "  …" + String(repeating: "x", count: 24)
    #expect(lines == ["- \(kept)[old]\"/>", "+ \(kept)[new]\"/>"])
  }
}
