import TOMLText
import TestSupport
import Testing

/// What a text says, or where and why it is refused.
func outcome(_ bytes: [UInt8]) -> String {
  do throws(TOMLFault) {
    return try TOMLTable(bytes).spelled.split(separator: "\n").joined(separator: ", ")
  } catch {
    return "\(error.place.line):\(error.place.column) \(error.reason)"
  }
}

func outcome(_ text: String) -> String { outcome(Array(text.utf8)) }

@Suite("Every production of the grammar holds, and is held to")
struct GrammarTests {
  @Test(arguments: Production.all) func holds(_ production: Production) {
    #expect(outcome(production.valid) == production.meaning)
    let fault = outcome(production.invalid)
    #expect(fault.hasPrefix(production.fault), "\(fault)")
  }

  @Test func noneIsLeftOut() {
    let names = Production.names.split { $0.isWhitespace }.map(String.init)
    #expect(Production.all.map(\.name).sorted() == names.sorted())
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() throws {
    #expect(outcome("\u{FEFF}a = 1") == #""a" = 1"#)
    #expect(outcome("\u{FEFF}a : 1") == "1:3 expected '=' after the name")
    #expect(outcome("a = 1\n\u{FEFF}b = 2") == "2:1 expected a name")
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "1:1"), (Array("a = '".utf8) + [0xC3, 0x28], "1:6"),
      (Array("# ".utf8) + [0xC0, 0x80], "1:3"), (Array("# é".utf8) + [0xED, 0xA0, 0x80], "1:4"),
      (Array("a = \"".utf8) + [0xF4, 0x90, 0x80, 0x80], "1:6"),
      (Array("a = ".utf8) + [0xE9], "1:5"),
      (Array("a = '".utf8) + [0xE2, 0x82], "1:6"),
    ] as [([UInt8], String)])
  func whatIsNoUTF8IsRefused(_ bytes: [UInt8], _ place: String) {
    #expect(outcome(bytes) == "\(place) this is no UTF-8")
  }

  /// `é` and `e` with an accent are one `Character` of Swift and two names of TOML.
  @Test func namesAreTheSameWhenTheirBytesAre() throws {
    let table = try TOMLTable(Array("'\u{E9}' = 1\n'e\u{301}' = 2".utf8))
    #expect(table["\u{E9}"]?.integer == 1 && table["e\u{301}"]?.integer == 2)
  }

  @Test func aNumberInAMessageIsShort() {
    let fault = outcome("a = " + String(repeating: "1", count: 100_000))
    #expect(fault.count < 150 && fault.contains("whole ones go"))
  }
}
