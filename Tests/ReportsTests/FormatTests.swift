import Foundation
import Reports
import Testing

/// What a format makes of what is put into it.
@Suite struct FormatTests {
  private struct Cells: TableReport, LineReport, Encodable {
    var cells: [String]

    static let columns = ["A", "B"]
    var rows: [[String]] { [cells] }
    var lines: [String] { cells }
  }

  /// A reader of RFC 4180 gets the cells back.
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""),
    ("größe", "größe"),
  ])
  func cellsAreQuoted(_ cell: String, _ written: String) throws {
    let text = try Format<Cells>.csv.text(of: Cells(cells: [cell, "x"]))
    #expect(text == "A,B\n\(written),x\n")
  }

  @Test func keysAreInOrderAndTextsAreThemselves() throws {
    let texts = ["\u{9b}31m", "\u{202E}", "a\nb\u{0}", "/", "größe"]
    let text = try Format<[String: [String]]>.json.text(of: ["b": texts, "a": []])
    let back = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String]]
    #expect(back == ["a": [], "b": texts])
    #expect(text.hasPrefix("{\n  \"a\" :") && text.hasSuffix("}\n"))
    for scalar in ["\u{9b}", "\u{202E}", "\u{0}"] as [Unicode.Scalar] {
      #expect(!text.unicodeScalars.contains(scalar))
    }
    #expect(text.contains("\"/\"") && text.contains("größe"))
  }

  @Test func everyLineEnds() throws {
    #expect(try Format<Cells>.text.text(of: Cells(cells: ["a", ""])) == "a\n\n")
    #expect(try Format<Cells>.text.text(of: Cells(cells: [])) == "")
    #expect(Format<Cells>.lines(named: "tree").name == "tree")
  }
}
