import Testing

@testable import Help

@Suite struct HelpPageTests {
  @Test func everyKindOfBlockIsRead() {
    let page = HelpPage(
      """
      # Title

      One line,
      and another.

      ## Part
      - an entry
        of two lines
      - the next

      | head | `other` |
      | --- | :-: |
      | `a \\| b` | c |
      | `a` or `b` | |

      ```sh
      ls  -l

      # no heading
      ```

      <!-- keys -->
      """)
    #expect(
      page.blocks == [
        .heading("Title", level: 1), .paragraph("One line, and another."),
        .heading("Part", level: 2), .items(["an entry of two lines", "the next"]),
        .table([["head", "other"], ["a | b", "c"], ["`a` or `b`", ""]]),
        .code(["ls  -l", "", "# no heading"]), .insertion("keys"),
      ])
  }

  @Test(arguments: [
    ("plain", ["plain"]), ("a `b` c", ["a ", "<b>", " c"]), ("`` `n `` end", ["<`n>", " end"]),
    ("``` `` ```", ["<``>"]), ("`open", ["`open"]), ("`a``b`", ["<a``b>"]), ("", []),
  ])
  func codeStandsBetweenBackticks(text: String, parts: [String]) {
    #expect(HelpText.spans(in: text).map { $0.isCode ? "<\($0.text)>" : $0.text } == parts)
  }

  @Test func aPageIsLaidOut() {
    let page = HelpPage(
      """
      # Title

      Press `x` or `` `n `` to see how words are put into lines.

      - an entry that needs another line

      | a | b |
      | --- | --- |
      | `x` | what x does, in more words than fit |
      | `a name that is much longer than a column` | why |

      ```
      code stays as it is, however long its lines may be
      ```

      <!-- more -->
      """)
    let lines = page.lines(width: 30) { name in [.paragraph("\(name): put in")] }
    #expect(
      lines.map(\.text) == [
        "Title", "", "Press `x` or “`n” to see how", "words are put into lines.", "",
        "- an entry that needs another", "  line", "",
        "  x  what x does, in more", "     words than fit",
        "  a name that is much longer than a column", "     why", "",
        "  code stays as it is, however long its lines may be", "", "more: put in",
      ])
    #expect(lines[0].pieces.map(\.look) == [.heading])
    #expect(lines[8].pieces.map(\.look).contains(.code))
  }
}
