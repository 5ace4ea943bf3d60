import Testing

@testable import Screen

@Suite struct ExportTests {
  private var tiny: Buffer {
    var buffer = Buffer(size: Size(width: 8, height: 2))
    buffer.write("a<&", at: .origin, Style(foreground: .indexed(1), attributes: .bold))
    buffer.write("漢", at: Point(x: 4, y: 0))
    buffer.write(
      "ok", at: Point(x: 0, y: 1), Style(foreground: .rgb(255, 0, 0), background: .indexed(240)))
    return buffer
  }

  @Test func plain() {
    #expect(tiny.plainText == "a<& 漢\nok\n")
    #expect(Buffer(size: Size(width: 2, height: 2)).plainText == "\n\n")
  }

  @Test func ansi() {
    #expect(
      tiny.ansi()
        == "\u{1b}[1;31ma<&\u{1b}[0m 漢\n\u{1b}[38;2;255;0;0;48;5;240mok\u{1b}[0m\n")
    #expect(
      tiny.ansi(depth: .ansi16) == "\u{1b}[1;31ma<&\u{1b}[0m 漢\n\u{1b}[30;100mok\u{1b}[0m\n")
    #expect(tiny.ansi(depth: .mono) == "\u{1b}[1ma<&\u{1b}[0m 漢\nok\n")
  }

  @Test func svg() {
    let expected = """
      <svg xmlns="http://www.w3.org/2000/svg" width="72" height="36" viewBox="0 0 72 36" \
      font-size="15" shape-rendering="crispEdges" \
      font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace">
      <rect x="0" y="0" width="72" height="36" fill="#16181c"/>
      <text x="0" y="14" textLength="27" xml:space="preserve" fill="#cd0000" font-weight="bold">\
      a&lt;&amp;</text>
      <text x="36" y="14" textLength="18" xml:space="preserve" fill="#d8d8d8">漢</text>
      <rect x="0" y="18" width="18" height="18" fill="#585858"/>
      <text x="0" y="32" textLength="18" xml:space="preserve" fill="#ff0000">ok</text>
      <rect x="9" y="18" width="9" height="18" fill="none" stroke="#d8d8d8"/>
      </svg>

      """
    #expect(tiny.svg(cursor: Point(x: 1, y: 1)) == expected)
  }

  @Test func svgHidesNothingBehindMarks() {
    var buffer = Buffer(size: Size(width: 2, height: 1))
    buffer.write("<\u{301}", at: .origin)
    #expect(buffer.svg().contains("&lt;\u{301}"))
  }
}
