import Testing

@testable import XMLTree

@Suite("The text of an element")
struct TextTests {
  /// An element, a text, and the element then.
  struct Case: CustomTestStringConvertible, Sendable {
    var before: String
    var text: String
    var after: String
    var testDescription: String { "\(text.debugDescription) in \(before.debugDescription)" }

    init(_ before: String, _ text: String, _ after: String) {
      (self.before, self.text, self.after) = (before, text, after)
    }
  }

  @Test(arguments: [
    Case("<r>a</r>", "b", "<r>b</r>"), Case("<r></r >", "<", "<r>&lt;</r >"),
    Case("<r a='1' />", "x", "<r a='1'>x</r>"), Case("<r>a</r>", "", "<r></r>"),
    Case("<r/>", "", "<r/>"), Case("<r> </r>", "", "<r></r>"),
    Case("<r> </r>", " x ", "<r> x </r>"),
    Case("<r>&quot;a&quot; &#65;</r>", "\"b\" A", "<r>&quot;b&quot; &#65;</r>"),
    Case("<r>a\nb\r\nc</r>", "a\nb\nd", "<r>a\nb\r\nd</r>"),
    Case("<r>a</r>", "a\nb", "<r>a\r\nb</r>"),
    Case("<r>a\nb</r>", "a\nb\nc", "<r>a\nb\nc</r>"), Case("<r>a]]</r>", "a]]>", "<r>a]]&gt;</r>"),
    Case("<r>\u{E9}</r>", "e\u{301}", "<r>e\u{301}</r>"),
    Case("<r>a</r>", "\u{FFFF}", "<r>\u{FFFD}</r>"),
  ])
  func characters(example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("<r><![CDATA[a]]></r>", "<b>&", "<r><![CDATA[<b>&]]></r>"),
    Case("<r>\r\n<![CDATA[a]]>\r\n</r>", "\nb\n", "<r>\r\n<![CDATA[b]]>\r\n</r>"),
    Case("<r><![CDATA[a\nb\r\nc]]></r>", "a\nb\nd", "<r><![CDATA[a\nb\r\nd]]></r>"),
    Case("<r><![CDATA[a\nb]]></r>", "a\nb\nc", "<r><![CDATA[a\nb\nc]]></r>"),
    Case("<r><![CDATA[a]]></r>", "a\nb", "<r><![CDATA[a\r\nb]]></r>"),
    Case("<r><![CDATA[a]]></r>", "", "<r><![CDATA[]]></r>"),
    Case("<r><![CDATA[]]></r>", "<", "<r><![CDATA[<]]></r>"),
    Case("<r><![CDATA[a]]></r>", "a]]>", "<r>a]]&gt;</r>"),
    Case("<r><![CDATA[a]]></r>", "a]]>\u{301}", "<r>a]]&gt;\u{301}</r>"),
    Case("<r><![CDATA[a]]></r>", "a\rb", "<r>a&#xD;b</r>"),
    Case("<r>\n <![CDATA[a]]>\n</r>", "zzz", "<r><![CDATA[zzz]]></r>"),
    Case("<r>pre X<![CDATA[sec]]></r>", "pre sec", "<r>pre <![CDATA[sec]]></r>"),
    Case("<r>pre <![CDATA[sec]]>post</r>", "pre second", "<r>pre <![CDATA[sec]]>ond</r>"),
    Case("<r>pre <![CDATA[sec]]>post</r>", "pre post", "<r>pre <![CDATA[]]>post</r>"),
    Case("<r><![CDATA[ab]]><![CDATA[cd]]></r>", "abxcd", "<r><![CDATA[abx]]><![CDATA[cd]]></r>"),
    Case("<r><![CDATA[ab]]><![CDATA[cd]]></r>", "ab", "<r><![CDATA[ab]]><![CDATA[]]></r>"),
    Case("<r>\u{E9}<![CDATA[x]]></r>", "\u{E8}y", "<r><![CDATA[\u{E8}y]]></r>"),
    Case("<r>]]<![CDATA[x]]>&gt;</r>", "]]>", "<r>]]<![CDATA[]]>&gt;</r>"),
  ])
  func sections(example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("<r>a<!-- c -->b</r>", "axb", "<r>ax<!-- c -->b</r>"),
    Case("<r>a<!-- c -->b</r>", "ab!", "<r>a<!-- c -->b!</r>"),
    Case("<r>a<!-- c -->b</r>", "", "<r><!-- c --></r>"),
    Case("<r>ab<!-- c -->cd</r>", "aXd", "<r>aX<!-- c -->d</r>"),
    Case("<r><!-- c --></r>", "x", "<r>x<!-- c --></r>"),
    Case("<r>a<?p?>\u{E9}</r>", "a\u{E8}", "<r>a<?p?>\u{E8}</r>"),
    Case("<r>\n  <b/>\n</r>", "\n  x\n", "<r>\n  x<b/>\n</r>"),
  ])
  func asides(example: Case) throws { try check(example) }

  private func check(_ example: Case) throws {
    var sketch = try Sketch(example.before)
    sketch.rewrite("r") { $0.settingText(example.text, newline: [0x0D, 0x0A]) }
    #expect(Array(sketch.text.utf8) == Array(example.after.utf8))
    #expect(broken(sketch.document) == nil)
    let sound = String(decoding: Spelling.sound(example.text), as: UTF8.self)
    #expect(sketch.document.root.text.utf8.elementsEqual(sound.utf8))
  }

  @Test(arguments: [
    "<r>a&#65;\r\nb</r>", "<r><![CDATA[a\r]]>b</r>", "<r>&#xD;<![CDATA[\n]]></r>", "<r/>",
    "<r>&#xD;&#xD;&#xA;</r>", "<r>\n <a/>\n</r>",
  ])
  func sameTextIsNoChange(text: String) throws {
    let root = try Sketch(text).document.root
    #expect(root.settingText(root.text, newline: [0x0A]) === root)
  }

  @Test func runsOfOneFileStayApart() throws {
    let root = try Sketch("<r>a&amp;<b>no</b><![CDATA[&amp;\r\n]]><!-- no -->c\r</r>").document.root
    #expect(root.text == "a&&amp;\nc\n")
  }
}
