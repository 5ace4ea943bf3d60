import Testing

@testable import XMLTree

@Suite struct NeedleTests {
  private static let text = """
    <a name="Apply &amp; Restart" other='Größe &#65;BC'>one<b/>two</a>
    """

  @Test(arguments: [
    ("restart", true), ("RESTART", true), ("& rest", true), ("amp", false), ("größe", true),
    ("GRÖSSE", false), ("abc", true), ("#65", false), ("restartx", false), ("", true),
    ("name", false), ("apply & restart", true), ("Größe ", true),
  ])
  func findsInAttributes(_ query: String, _ isThere: Bool) throws {
    let document = try Document(parsing: Array(Self.text.utf8))
    #expect(Needle(query).isFound(inAttributesOf: document.root) == isThere)
  }

  @Test(arguments: [
    ("<a>Hello World</a>", "o w", true), ("<a>Hello</a>", "hellox", false),
    ("<a>x &lt; y</a>", "x < y", true), ("<a>x &lt; y</a>", "lt", false),
    ("<a><![CDATA[<Tag>]]></a>", "<tag>", true), ("<a>on<!-- - -->e</a>", "one", true),
    ("<a/>", "x", false), ("<a></a>", "", true), ("<a>a\r\nb</a>", "a\nb", true),
    ("<a>ab</a>", "abc", false), ("<a>aab</a>", "ab", true),
  ])
  func findsInText(_ xml: String, _ query: String, _ isThere: Bool) throws {
    let document = try Document(parsing: Array(xml.utf8))
    #expect(Needle(query).isFound(inTextOf: document.root) == isThere)
  }
}
