import Testing

@Suite("What is well-formed and what is not")
struct VerdictTests {
  @Test("start tags, end tags and names", arguments: tagVerdicts)
  func tags(verdict: Verdict) { verdict.check() }

  @Test("attributes", arguments: attributeVerdicts)
  func attributes(verdict: Verdict) { verdict.check() }

  @Test("references", arguments: referenceVerdicts)
  func references(verdict: Verdict) { verdict.check() }

  @Test("text, comments, sections and instructions", arguments: sectionVerdicts)
  func sections(verdict: Verdict) { verdict.check() }

  @Test("what stands beside the root element", arguments: outsideVerdicts)
  func outside(verdict: Verdict) { verdict.check() }

  @Test("the XML declaration", arguments: declarationVerdicts)
  func declarations(verdict: Verdict) { verdict.check() }

  @Test("characters and bytes", arguments: characterVerdicts)
  func characters(verdict: Verdict) { verdict.check() }
}

private let tagVerdicts: [Verdict] = [
  Verdict("<a>", "1:4 the file ends inside an element; expected '</a>'"),
  Verdict("<a></b>", "1:4 expected '</a>' to close the element opened on line 1"),
  Verdict("<a></ab>", "1:4 expected '</a>' to close the element opened on line 1"),
  Verdict("<ab></a>", "1:5 expected '</ab>' to close the element opened on line 1"),
  Verdict("<1a/>", "1:2 expected the name of an element after '<'"),
  Verdict("<a:b:c/>"),
  Verdict("<a></a >"),
  Verdict("<a></ a>", "1:4 expected '</a>' to close the element opened on line 1"),
  Verdict("< a/>", "1:2 expected the name of an element after '<'"),
  Verdict("<a / >", "1:5 expected '>' after '/'"),
  Verdict("<é/>"),
  Verdict("<a\u{B7}/>"),
  Verdict("<\u{B7}a/>", "1:2 expected the name of an element after '<'"),
  Verdict("<a", "1:1 the tag is not closed; expected '>'"),
  Verdict("<a /", "1:5 expected '>' after '/'"),
  Verdict("<", "1:2 expected the name of an element after '<'"),
  Verdict("<a>\r<b>\r</c></a>", "3:1 expected '</b>' to close the element opened on line 2"),
  Verdict("<a><b></a></b>", "1:7 expected '</b>' to close the element opened on line 1"),
  Verdict("<-a/>", "1:2 expected the name of an element after '<'"),
  Verdict("<.a/>", "1:2 expected the name of an element after '<'"),
  Verdict("<_a-.1/>"),
  Verdict("<:a/>"),
  Verdict("<a><a/</a>", "1:7 expected '>' after '/'"),
  Verdict("<a></a", "1:4 expected '</a>' to close the element opened on line 1"),
  Verdict("<a>é<b>", "1:8 the file ends inside an element; expected '</b>'"),
  Verdict("<a><b></b ></a\t\n>"),
  Verdict("<a></a/>", "1:4 expected '</a>' to close the element opened on line 1"),
]

private let attributeVerdicts: [Verdict] = [
  Verdict(#"<a b="1" b="2"/>"#, "1:10 the attribute 'b' is written twice in this tag"),
  Verdict(
    #"<a>\#n\#n   <b c="1"\#n      c="2"/></a>"#,
    "4:7 the attribute 'c' is written twice in this tag"),
  Verdict(#"<a b="<"/>"#, "1:7 '<' cannot stand in an attribute's value; expected '&lt;'"),
  Verdict("<a b=1/>", "1:6 expected the attribute's value in quotes"),
  Verdict("<a b/>", "1:5 expected '=' after the attribute's name"),
  Verdict("<a b=/>", "1:6 expected the attribute's value in quotes"),
  Verdict(#"<a b="1/>"#, "1:6 the attribute's value is not closed; expected the other quote"),
  Verdict("<a b='1'c='2'/>", "1:9 expected a blank, '>' or '/>'"),
  Verdict(#"<a x:y="1"/>"#),
  Verdict(#"<a b = "1"/>"#),
  Verdict(#"<a b="x\#ny"/>"#),
  Verdict(#"<a\#nb="x"\#n/>"#),
  Verdict(#"<a b="]]>"/>"#),
  Verdict(#"<a b=">"/>"#),
  Verdict("<a b", "1:5 expected '=' after the attribute's name"),
  Verdict("<a b=", "1:6 expected the attribute's value in quotes"),
  Verdict(#"<a b=""#, "1:6 the attribute's value is not closed; expected the other quote"),
  Verdict(#"<a b="c"#, "1:6 the attribute's value is not closed; expected the other quote"),
  Verdict(#"<a b="1" C="1" B="1"/>"#),
  Verdict(#"<a ="1"/>"#, "1:4 expected the name of an attribute, '>' or '/>'"),
  Verdict(#"<a "1"/>"#, "1:4 expected the name of an attribute, '>' or '/>'"),
  Verdict(#"<a b="1"" c="2"/>"#, "1:9 expected a blank, '>' or '/>'"),
  Verdict(#"<a b="1"/ c>"#, "1:10 expected '>' after '/'"),
  Verdict(#"<a &#65;="1"/>"#, "1:4 expected the name of an attribute, '>' or '/>'"),
  Verdict(#"<a xml:space="foo"/>"#),
  Verdict(#"<a b="1"\#tc="2"\#rd="3"/>"#),
]

private let referenceVerdicts: [Verdict] = [
  .reference("<a>&foo;</a>", "1:4", "&foo;"),
  .reference("<a>&#0;</a>", "1:4", "&#0;"),
  .reference("<a>&#xD800;</a>", "1:4", "&#xD800;"),
  Verdict("<a>&#x10FFFF;</a>"),
  .reference("<a>&#x110000;</a>", "1:4", "&#x110000;"),
  .reference("<a>&#x;</a>", "1:4", "&#x;"),
  .reference("<a>&;</a>", "1:4", "&;"),
  .reference("<a>&</a>", "1:4", "&"),
  .reference("<a>a & b</a>", "1:6", "&"),
  .reference(#"<a b="&amp"/>"#, "1:7", "&amp"),
  .reference("<a>&#X41;</a>", "1:4", "&#X41;"),
  .reference("<a>&#x41</a>", "1:4", "&#x41"),
  .reference("<a>&#65a;</a>", "1:4", "&#65a;"),
  Verdict(#"<a b="&#9;"/>"#),
  Verdict("<a>&#00000000000000000000000000000000000065;</a>"),
  .reference("<a>&#99999999999999999999;</a>", "1:4", "&#99999999999999999999;"),
  .reference("<a>\r\n  <b>\r\n    é😀 & x</b></a>", "3:8", "&"),
  .reference("<a>&#xFFFE;</a>", "1:4", "&#xFFFE;"),
  .reference("<a>&#1;</a>", "1:4", "&#1;"),
  Verdict("<a>&#x9;&#10;&#xD;</a>"),
  .reference("<a>&lt</a>", "1:4", "&lt"),
  .reference(
    "<a>&nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn;</a>", "1:4",
    "&nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn;"),
]

private let sectionVerdicts: [Verdict] = [
  Verdict("<a>]]></a>", "1:4 ']]>' cannot stand in text; expected ']]&gt;'"),
  Verdict("<a>&amp;]]></a>", "1:9 ']]>' cannot stand in text; expected ']]&gt;'"),
  Verdict("<a><![CDATA[</a>", "1:4 the CDATA section is not closed; expected ']]>'"),
  Verdict("<a><!-- </a>", "1:4 the comment is not closed; expected '-->'"),
  Verdict("<a><?x </a>", "1:4 the processing instruction is not closed; expected '?>'"),
  Verdict("<a><!-- a -- b --></a>", "1:11 '--' inside a comment; expected '-->'"),
  Verdict("<a><!----></a>"),
  Verdict("<a><!---></a>", "1:4 the comment is not closed; expected '-->'"),
  Verdict("<a><!-- x ---></a>", "1:11 '--' inside a comment; expected '-->'"),
  Verdict("<a><!-x--></a>", "1:4 expected a comment or a CDATA section after '<!'"),
  Verdict("<a><!x></a>", "1:4 expected a comment or a CDATA section after '<!'"),
  Verdict("<a><?></a>", "1:6 expected the name of a processing instruction"),
  Verdict("<a><? x?></a>", "1:6 expected the name of a processing instruction"),
  Verdict("<a><?x?></a>"),
  Verdict("<a><?x ??></a>"),
  Verdict("<a><?x?y?></a>", "1:7 expected a blank or '?>' after the instruction's name"),
  Verdict("<a>]]]</a>"),
  Verdict("<a><!DOCTYPE a></a>", "1:4 expected a comment or a CDATA section after '<!'"),
  Verdict("<a><![CDATA[]]]]></a>"),
  Verdict("<a><![CDATA[]]></a>"),
  Verdict("<a><![cdata[]]></a>", "1:4 expected a comment or a CDATA section after '<!'"),
]

private let outsideVerdicts: [Verdict] = [
  Verdict("<a/>x", "1:5 text after the end of the root element; expected nothing more"),
  Verdict("<a/><b/>", "1:5 a second element after the root element; expected nothing more"),
  Verdict("\n<a/>"),
  Verdict("", "1:1 there is no element; expected '<'"),
  Verdict("  ", "1:3 there is no element; expected '<'"),
  Verdict("x<a/>", "1:1 text before the root element; expected '<'"),
  Verdict("<?xml-foo bar?><a/>"),
  Verdict("<![CDATA[x]]><a/>", "1:1 expected the root element or a comment"),
  Verdict("<a/><![CDATA[x]]>", "1:5 expected the root element or a comment"),
  Verdict("<a/><!-- x --><?y z?>\n"),
  Verdict("&lt;<a/>", "1:1 text before the root element; expected '<'"),
  Verdict(
    "<!DOCTYPE a><a/>",
    "1:1 a DOCTYPE is not accepted; task sequences have none, remove the declaration"),
  Verdict(
    #"<?xml version="1.0"?>\#n<!DOCTYPE a [<!ENTITY b "c">]>\#n<a/>"#,
    "2:1 a DOCTYPE is not accepted; task sequences have none, remove the declaration"),
  Verdict("<!ELEMENT a><a/>", "1:1 expected the root element or a comment"),
  Verdict("</a>", "1:1 an end tag without a start tag; expected an element"),
  Verdict("<a></a></a>", "1:8 an end tag without a start tag; expected an element"),
  Verdict("<a/></b>", "1:5 an end tag without a start tag; expected an element"),
  Verdict("<a/>&lt;", "1:5 text after the end of the root element; expected nothing more"),
  Verdict("<!-- c --><?p?><a/>"),
  Verdict("<!-- c", "1:1 the comment is not closed; expected '-->'"),
  Verdict("<?p", "1:4 expected a blank or '?>' after the instruction's name"),
  Verdict("<?p ", "1:1 the processing instruction is not closed; expected '?>'"),
]

private let declarationVerdicts: [Verdict] = [
  Verdict(
    #" <?xml version="1.0"?><a/>"#,
    "1:2 an instruction named 'xml'; an XML declaration can stand only at the start of the file: take out what is before it"
  ),
  Verdict(#"<?xml version="1.1"?><a/>"#),
  Verdict(#"<?xml version="1."?><a/>"#),
  Verdict(#"<?xml version="1.x"?><a/>"#, "1:16 XML version '1.x' is not known; expected 1.0"),
  Verdict(#"<?xml version="2.0"?><a/>"#, "1:16 XML version '2.0' is not known; expected 1.0"),
  Verdict(#"<?xml version="1.0" standalone="yes"?><a/>"#),
  Verdict(
    #"<?xml version="1.0" standalone="maybe"?><a/>"#,
    "1:33 standalone is 'maybe'; expected 'yes' or 'no'"),
  Verdict(
    "<?XML bar?><a/>",
    "1:1 an instruction named 'XML'; an XML declaration can stand only at the start of the file: take out what is before it"
  ),
  Verdict(
    #"<a><?xml version="1.0"?></a>"#,
    "1:4 an instruction named 'xml'; an XML declaration can stand only at the start of the file: take out what is before it"
  ),
  Verdict(#"<?xml version="1.0" ?><a/>"#),
  Verdict(#"<?xml  version = "1.0"?><a/>"#),
  Verdict(#"<?xml encoding="utf-8"?><a/>"#, #"1:6 expected version="1.0" in the XML declaration"#),
  Verdict(#"<?xml version="1.0"encoding="utf-8"?><a/>"#, "1:20 expected a blank before 'encoding'"),
  Verdict("<?xml?><a/>", #"1:6 expected version="1.0" in the XML declaration"#),
  Verdict(
    #"<?xml version="1.0" encoding="utf-8" foo="x"?><a/>"#,
    "1:38 expected '?>' at the end of the XML declaration"),
  Verdict(
    #"<?xml version="1.0" standalone="yes" encoding="utf-8"?><a/>"#,
    "1:38 expected '?>' at the end of the XML declaration"),
  Verdict(#"<?xml version="1.0><a/>"#, "1:15 the value is not closed; expected the other quote"),
  Verdict("<?xml version=1.0?><a/>", "1:15 expected a value in quotes"),
  Verdict(#"<?xml version="1.0"><a/>"#, "1:20 expected '?>' at the end of the XML declaration"),
  Verdict(
    #"<?xml version="1.0" encoding="1"?><a/>"#,
    "1:31 '1' cannot name an encoding; expected UTF-8 or another name"),
  Verdict(
    "<a><?XmL x?></a>",
    "1:4 an instruction named 'XmL'; an XML declaration can stand only at the start of the file: take out what is before it"
  ),
  Verdict(
    "<a><?xml?></a>",
    "1:4 an instruction named 'xml'; an XML declaration can stand only at the start of the file: take out what is before it"
  ),
]

private let characterVerdicts: [Verdict] = [
  Verdict("<a>\u{1}</a>", "1:4 the control character U+0001 cannot stand in XML"),
  Verdict(bytes: "<a>\u{FF}</a>", "1:4 the byte 0xFF is not valid UTF-8 here"),
  Verdict("<a>\u{FFFE}</a>", "1:4 the character U+FFFE cannot stand in XML"),
  Verdict("<a>\u{7F}</a>"),
  Verdict("<a>\u{85}</a>"),
  Verdict(bytes: "<a>\u{ED}\u{A0}\u{80}</a>", "1:4 the byte 0xED is not valid UTF-8 here"),
  Verdict(bytes: "<a>\u{F4}\u{90}\u{80}\u{80}</a>", "1:4 the byte 0xF4 is not valid UTF-8 here"),
  Verdict(bytes: "<a>\u{C0}\u{80}</a>", "1:4 the byte 0xC0 is not valid UTF-8 here"),
  Verdict(bytes: "<a>\u{E2}\u{82}</a>", "1:4 the byte 0xE2 is not valid UTF-8 here"),
  Verdict("<a \u{0}/>", "1:4 the control character U+0000 cannot stand in XML"),
  Verdict("<a><b/><!-- \u{B} --></a>", "1:13 the control character U+000B cannot stand in XML"),
  Verdict(#"<a b="\#u{1F}"/>"#, "1:7 the control character U+001F cannot stand in XML"),
  Verdict("<a>\u{FEFF}</a>"),
  Verdict(bytes: "<a><!-- \u{FF}", "1:9 the byte 0xFF is not valid UTF-8 here"),
  Verdict(#"<a b="\#u{1}"#, "1:7 the control character U+0001 cannot stand in XML"),
  Verdict(
    #"<?xml version="1.\#u{1}0"?><a/>"#, "1:18 the control character U+0001 cannot stand in XML"),
  Verdict("<a>\u{0}</a>", "1:4 the control character U+0000 cannot stand in XML"),
  Verdict("<a/>\u{0}", "1:5 the control character U+0000 cannot stand in XML"),
  Verdict("<a/>\u{1}", "1:5 the control character U+0001 cannot stand in XML"),
  Verdict(bytes: "<\u{FF}/>", "1:2 the byte 0xFF is not valid UTF-8 here"),
]
