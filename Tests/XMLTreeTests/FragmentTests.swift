import Testing

@testable import XMLTree

@Suite("Pasted text")
struct FragmentTests {
  @Test(arguments: [
    ("<a/>", ["a"]), ("<a>t</a><b/>", ["a", "b"]), (" \n<a/> <!-- c --> <b/><?p?>\n", ["a", "b"]),
    ("\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<a/>", ["a"]), ("<x><x/></x>", ["x"]),
    ("<?xml\tversion='1.0'\n?><a/>", ["a"]),
  ])
  func isRead(text: String, names: [String]) throws {
    var document = try Sketch("<r><s/></r>").document
    let pieces = try document.parseFragment(Array(text.utf8))
    #expect(pieces.map(\.element.name) == names)
    let ids = pieces.flatMap { $0.element.descendants.map(\.id) }
    #expect(ids == (0..<ids.count).map { NodeID(UInt32(3 + $0)) })
    #expect(document.ids.next == UInt32(3 + ids.count))
  }

  @Test(arguments: [
    ("", "1:1 there is no element; expected '<'"),
    ("hello", "1:1 text beside an element; expected '<'"),
    ("<a/>\n&amp;", "1:5 text beside an element; expected '<'"),
    ("<a/><![CDATA[]]>", "1:5 text beside an element; expected '<'"),
    ("<!-- c -->", "1:11 there is no element; expected '<'"),
    ("<a>", "1:4 the file ends inside an element; expected '</a>'"),
    ("<a/>\n </x>", "2:2 an end tag without a start tag; expected an element"),
    ("</x><x>", "1:1 an end tag without a start tag; expected an element"),
    ("<?xml version='1.0'?><a b></a>", "1:26 expected '=' after the attribute's name"),
    (
      "<?xml version='1.0'\n?>\n<a></b>",
      "3:4 expected '</a>' to close the element opened on line 3"
    ),
    (
      "\u{FEFF}<a>&x;</a>",
      "1:4 '&x;' is no reference; expected &lt; &gt; &amp; &quot; &apos; or a character number"
    ),
    ("<a>\u{1}</a>", "1:4 the control character U+0001 cannot stand in XML"),
    ("<!DOCTYPE a><a/>", "1:1 expected a comment or a CDATA section after '<!'"),
  ])
  func isRefused(text: String, fault: String) throws {
    var document = try Sketch("<r/>").document
    let before = document.ids.next
    let failure = #expect(throws: ParseFailure.self) {
      _ = try document.parseFragment(Array(text.utf8))
    }
    #expect(failure.map { "\($0.line):\($0.column) \($0.reason)" } == fault)
    #expect(document.ids.next == before)
  }
}
