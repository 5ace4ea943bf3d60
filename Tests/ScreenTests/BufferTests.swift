import Testing

@testable import Screen

@Suite struct BufferTests {
  /// A buffer with one text on its only row.
  private func row(_ text: String, width: Int) -> Buffer {
    var buffer = Buffer(size: Size(width: width, height: 1))
    buffer.write(text, at: .origin)
    return buffer
  }

  @Test func writing() {
    var buffer = Buffer(size: Size(width: 6, height: 2))
    #expect(buffer.write("ab漢", at: Point(x: 1, y: 0)) == 4)
    #expect(buffer.write("xyz", at: Point(x: 4, y: 1)) == 2)
    #expect(buffer.plainText == " ab漢\n    xy\n")
    #expect(buffer[Point(x: 4, y: 0)].glyph.isContinuation)
  }

  @Test(arguments: [
    ("abc", 0, 5, "abc", 3), ("abc", 0, 2, "ab", 2), ("a漢", 0, 2, "a", 1), ("漢", -1, 5, "", 2),
    ("abc", -1, 5, "bc", 3), ("abc", 4, 5, "    a", 1), ("abc", 5, 5, "", 0),
    ("a漢", 3, 9, "   a", 1),
    ("abc", 0, 0, "", 0), ("abc", 0, -4, "", 0), ("abc", .max, .max, "", 0),
    ("abc", .min, .max, "", 3),
  ])
  func clipping(text: String, x: Int, limit: Int, shown: String, used: Int) {
    var buffer = Buffer(size: Size(width: 5, height: 1))
    #expect(buffer.write(text, at: Point(x: x, y: 0), limit: limit) == used)
    #expect(buffer.plainText == shown + "\n")
  }

  @Test(arguments: [
    ("abcdef", 4, 0, "abc…"), ("abcd", 4, 0, "abcd"), ("漢字漢", 4, 0, "漢…"), ("漢字", 4, 0, "漢字"),
    ("漢字漢", 5, 0, "漢字…"), ("ab", 1, 0, "…"), ("ab", 0, 0, ""), ("abcdef", 3, 2, "cd…"),
    ("漢bcd", 9, 1, " bcd"),
  ])
  func ellipsis(text: String, limit: Int, skipping: Int, shown: String) {
    var buffer = Buffer(size: Size(width: 9, height: 1))
    let used = buffer.write(
      text, at: .origin, limit: limit, skipping: skipping, overflow: .ellipsis)
    #expect(buffer.plainText == shown + "\n")
    #expect(used == displayWidth(of: shown))
  }

  @Test func halvesAreBlanked() {
    var buffer = row("漢字", width: 6)
    buffer.write("x", at: Point(x: 1, y: 0))
    #expect(buffer.plainText == " x字\n")
    buffer.write("y", at: Point(x: 2, y: 0))
    #expect(buffer.plainText == " xy\n")
    buffer = row("漢字", width: 6)
    buffer.write("文", at: Point(x: 1, y: 0))
    #expect(buffer.plainText == " 文\n")
    buffer = row("漢字漢", width: 6)
    buffer.fill(Rect(x: 1, y: 0, width: 4, height: 1))
    #expect(buffer.plainText == "\n")
    buffer[Point(x: 5, y: 0)] = Cell("漢")
    #expect(buffer.plainText == "\n")
    buffer[Point(x: 4, y: 0)] = Cell("漢")
    #expect(buffer[Point(x: 5, y: 0)].glyph.isContinuation)
  }

  @Test func restylingKeepsGlyphsWhole() {
    var buffer = row("a漢字", width: 6)
    buffer.restyle(Rect(x: 2, y: 0, width: 2, height: 1)) { $0.attributes.insert(.reverse) }
    let reversed = buffer.row(0).map { $0.style.attributes.contains(.reverse) }
    #expect(reversed == [false, false, false, true, true, false])
  }

  @Test func lines() {
    var buffer = Buffer(size: Size(width: 4, height: 3))
    buffer.horizontalLine(at: Point(x: -2, y: 1), length: 4)
    buffer.verticalLine(at: Point(x: 3, y: 1), length: 99)
    #expect(buffer.plainText == "\n── │\n   │\n")
  }

  @Test func asciiTwin() {
    let buffer = row("▸▾●–…✓│─┌é漢␀ a\u{301}", width: 20)
    #expect(buffer.asciiTwin().plainText == ">v*..x|-+???? a\n")
    #expect(buffer.asciiTwin().size == buffer.size)
  }

  /// What is cut says so with two dots: a blank gives way, else the letter before.
  @Test(arguments: [
    ("Open …", "Open.."), ("cut…", "cut.."), ("cut…|", "cu..|"), ("… › a", ".. > a"),
    ("a…b", "..b"),
  ])
  func theCutHasTwoDots(text: String, twin: String) {
    let buffer = row("|" + text, width: 12)
    #expect(buffer.asciiTwin().plainText.hasPrefix("|" + twin) || twin == ".. > a")
    #expect(!buffer.asciiTwin().plainText.contains("~"))
  }

  /// Draws anything anywhere; every wide glyph keeps its two halves in one style.
  @Test func drawingIsTotal() {
    let seed: UInt64 = 7
    var random = RandomSource(seed: seed)
    let texts = ["", "abc", "漢字", "a漢b", "e\u{301}", "\t", "👩‍👩‍👧", "…", "日本語の長い文章"]
    for (width, height) in [(0, 0), (1, 1), (2, 1), (7, 3), (0, 4), (5, 0)] {
      var buffer = Buffer(size: Size(width: width, height: height))
      for step in 0..<600 {
        func any() -> Int { .random(in: -3...9, using: &random) }
        let style = Style(foreground: .indexed(.random(in: 0...9, using: &random)))
        let rect = Rect(x: any(), y: any(), width: any(), height: any())
        let text = texts[Int.random(in: 0..<texts.count, using: &random)]
        switch Int.random(in: 0...4, using: &random) {
        case 0: buffer.fill(rect, style)
        case 1: buffer.restyle(rect) { $0 = style }
        case 2: buffer[rect.origin] = Cell("漢", style: style)
        case 3:
          buffer.write(text, at: rect.origin, style, limit: any(), skipping: any())
        default:
          buffer.write(text, at: rect.origin, style, limit: any(), overflow: .ellipsis)
        }
        for y in 0..<height {
          let cells = Array(buffer.row(y))
          for x in 0..<width {
            let next = x + 1 < width ? cells[x + 1] : nil
            let isWhole = cells[x].glyph.isWide == (next?.glyph.isContinuation ?? false)
            #expect(isWhole, "seed \(seed), step \(step), size \(width)×\(height)")
            if cells[x].glyph.isWide { #expect(cells[x].style == next?.style) }
          }
          #expect(cells.first?.glyph.isContinuation != true)
        }
      }
    }
  }
}
