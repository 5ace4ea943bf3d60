import Testing

@testable import XMLTree

@Suite("Encodings and byte-order marks")
struct EncodingTests {
  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let littleMark: [UInt8] = [0xFF, 0xFE]
  private static let bigMark: [UInt8] = [0xFE, 0xFF]

  /// Bytes, how they must be understood, and the text of the root.
  struct Form: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var encoding: TextEncoding
    var hasMark: Bool
    var text: String
  }

  static let forms: [Form] = [
    Form("no mark, no name", latin("<a>x</a>"), .utf8, false, "x"),
    Form("UTF-8 by name", utf8(declared("utf-8", "é")), .utf8, false, "é"),
    Form("UTF-8 by another name", utf8(declared("UTF8", "é")), .utf8, false, "é"),
    Form("UTF-8 by mark", utf8Mark + utf8("<a>é</a>"), .utf8, true, "é"),
    Form("UTF-8 by both", utf8Mark + utf8(declared("UTF-8", "é")), .utf8, true, "é"),
    Form("UTF-16 LE", littleMark + wide("<a>é😀</a>"), .utf16LittleEndian, true, "é😀"),
    Form("UTF-16 BE", bigMark + wide("<a>é😀</a>", big: true), .utf16BigEndian, true, "é😀"),
    Form("named UTF-16", littleMark + wide(declared("utf-16", "é")), .utf16LittleEndian, true, "é"),
    Form(
      "named UTF-16LE", littleMark + wide(declared("UTF-16LE", "é")), .utf16LittleEndian, true, "é"),
    Form("UTF-16 LE without mark", wide(declared("UTF-16", "é")), .utf16LittleEndian, false, "é"),
    Form(
      "UTF-16 BE without mark", wide(declared("UTF-16BE", "é"), big: true), .utf16BigEndian, false,
      "é"),
    Form(
      "UTF-16 that says UTF-8", littleMark + wide(declared("utf-8", "é")), .utf16LittleEndian, true,
      "é"),
    Form("ISO-8859-1", latin(declared("ISO-8859-1", "é\u{85}")), .latin1, false, "é\u{85}"),
    Form("US-ASCII", latin(declared("us-ascii", "e")), .ascii, false, "e"),
    Form("windows-1252", latin(declared("Windows-1252", "\u{80}é")), .windows1252, false, "€é"),
  ]

  @Test(arguments: forms)
  func isUnderstoodAndKept(form: Form) throws {
    let document = try Document(parsing: form.bytes)
    #expect(document.encoding == form.encoding)
    #expect(document.hasByteOrderMark == form.hasMark)
    #expect(document.root.text == form.text)
    #expect(document.serialized() == form.bytes)
  }

  /// Text with a letter Latin-1 has, one only windows-1252 has and one beyond both.
  @Test(arguments: forms)
  func editIsWrittenBack(form: Form) throws {
    let value = "é€😀 & <"
    let document = try Document(parsing: form.bytes)
    let edited = document.rewriting([document.root.id]) {
      $0.settingText(value, newline: [0x0A]).settingAttribute("b", to: value)
    }
    let again = try Document(parsing: edited.serialized())
    #expect(again.encoding == form.encoding)
    #expect(again.root.text == value)
    #expect(again.root.attribute("b") == value)
    #expect(again.serialized() == edited.serialized())
  }

  @Test func missingCharacterBecomesReference() throws {
    let file = latin(declared("windows-1252", "a"))
    let document = try Document(parsing: file)
    let edited = document.rewriting([document.root.id]) { $0.settingText("€éΩ", newline: []) }
    #expect(edited.serialized() == latin(declared("windows-1252", "\u{80}é&#937;")))
  }

  @Test func missingCharacterInterruptsSection() throws {
    let file = latin(declared("ISO-8859-1", "<![CDATA[a]]>"))
    let document = try Document(parsing: file)
    let edited = document.rewriting([document.root.id]) { $0.settingText("<Ω>", newline: []) }
    let wanted = latin(declared("ISO-8859-1", "<![CDATA[<]]>&#937;<![CDATA[>]]>"))
    #expect(edited.serialized() == wanted)
    #expect(try Document(parsing: wanted).root.text == "<Ω>")
  }

  @Test(arguments: [
    ("<Ω/>", "1:2"), ("<a Ω='1'/>", "1:4"), ("<a>\n<!-- Ω --></a>", "2:1"),
    ("<a><b Ω=''/></a>", "1:7"),
  ])
  func pastedNameMustBeWritable(text: String, place: String) throws {
    var document = try Document(parsing: latin(declared("us-ascii", "a")))
    let failure = #expect(throws: ParseFailure.self) {
      _ = try document.parseFragment(Array(text.utf8))
    }
    #expect(failure.map { "\($0.line):\($0.column)" } == place)
    #expect(failure?.reason == "'Ω' cannot be written in US-ASCII outside text and values")
  }

  static let refused: [Verdict] = [
    Verdict(
      bytes: declared("utf-16", "x"),
      "1:1 the declaration says utf-16, but the bytes are not UTF-16"),
    Verdict(
      bytes: declared("bogus", "x"),
      "1:1 the encoding 'bogus' is not supported; expected UTF-8, UTF-16, ISO-8859-1, US-ASCII "
        + "or windows-1252"),
    Verdict(
      bytes: "\u{EF}\u{BB}\u{BF}" + declared("ISO-8859-1", "x"),
      "1:1 the byte-order mark says UTF-8, the declaration says ISO-8859-1; correct one of them"),
    Verdict(
      littleMark + wide(declared("windows-1252", "x")),
      "1:1 the byte-order mark says UTF-16LE, the declaration says windows-1252; "
        + "correct one of them"),
    Verdict(
      wide(declared("us-ascii", "x")),
      "1:1 the bytes are UTF-16LE, the declaration says us-ascii; correct one of them"),
    Verdict(bytes: "\u{EF}\u{BB}\u{BF}" + #" <?xml version="1.0"?><a/>"#, "1:2 \(lateDeclaration)"),
    Verdict(bytes: "\u{EF}\u{BB}\u{BF}", "1:1 there is no element; expected '<'"),
    Verdict(bytes: "<a>\u{E9}</a>", "1:4 the byte 0xE9 is not valid UTF-8 here"),
    Verdict(bytes: declared("us-ascii", "\u{E9}"), "1:45 a byte here means nothing in US-ASCII"),
    Verdict(
      bytes: declared("windows-1252", "x\u{81}"), "1:50 a byte here means nothing in windows-1252"),
    Verdict(bytes: declared("us-ascii", "<b></c>\u{E9}"), "1:48 \(wrongEnd)"),
    Verdict(littleMark + wide("<a>x</a>") + [0x20], "1:9 a byte here means nothing in UTF-16LE"),
    Verdict(littleMark + [0x3C], "1:1 a byte here means nothing in UTF-16LE"),
    Verdict(littleMark + wide("<a>") + [0, 0xD8], "1:4 a byte here means nothing in UTF-16LE"),
    Verdict(littleMark + wide("<a>") + [0, 0xDC], "1:4 a byte here means nothing in UTF-16LE"),
    Verdict(
      littleMark + wide("<a>") + [0, 0xD8, 0x41, 0], "1:4 a byte here means nothing in UTF-16LE"),
    Verdict(littleMark + wide("<a>\u{FFFE}</a>"), "1:4 the character U+FFFE cannot stand in XML"),
    Verdict(bigMark + wide("<a>\n\u{B}", big: true), "2:1 \(control)"),
    Verdict(littleMark + wide("<a>"), "1:4 the file ends inside an element; expected '</a>'"),
    Verdict(wide("<a/>"), "1:2 the control character U+0000 cannot stand in XML"),
    Verdict(littleMark + [0, 0] + wide("<a/>"), "1:1 \(null)"),
  ]

  private static let lateDeclaration =
    "an instruction named 'xml'; an XML declaration can stand only at the start of the file: take out what is before it"
  private static let wrongEnd = "expected '</b>' to close the element opened on line 1"
  private static let control = "the control character U+000B cannot stand in XML"
  private static let null = "the control character U+0000 cannot stand in XML"

  @Test(arguments: refused)
  func isRefused(verdict: Verdict) { verdict.check() }

  @Test func sizeIsLimited() {
    #expect(throws: Never.self) { try FileForm(of: utf8("<a/>"), limit: 4) }
    #expect(throws: ParseFailure.self) { try FileForm(of: utf8("<a/>"), limit: 3) }
  }
}

extension EncodingTests.Form {
  init(
    _ name: String, _ bytes: [UInt8], _ encoding: TextEncoding, _ hasMark: Bool, _ text: String
  ) {
    (testDescription, self.bytes, self.encoding) = (name, bytes, encoding)
    (self.hasMark, self.text) = (hasMark, text)
  }
}

private func declared(_ encoding: String, _ text: String) -> String {
  "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>\(text)</a>"
}

private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Each character is one byte.
private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

private func wide(_ text: String, big: Bool = false) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
    return big ? [high, low] : [low, high]
  }
}
