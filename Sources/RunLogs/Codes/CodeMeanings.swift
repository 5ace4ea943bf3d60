import Embedded

/// What exit codes and error codes mean; unknown ones stay numbers.
package struct CodeMeanings: Sendable {
  /// What one means, and where that is said.
  package struct Meaning: Equatable, Sendable {
    package let words: String
    package let source: String
  }

  private var known: [Int: Meaning] = [:]

  /// The table that is compiled in; read when it is first asked for.
  package static let shared = CodeMeanings(
    table: EmbeddedFile.text(of: "Catalogue/codes.tsv") ?? "")

  /// Reads a table: a code a line, lines that begin with `#` are for people.
  init(table: String) {
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3, let code = Self.number(cells[0]) else { continue }
      known[code] = Meaning(words: String(cells[1]), source: String(cells[2]))
    }
  }

  private static func number(_ text: Substring) -> Int? {
    text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
  }

  /// What a code means, whatever its sign; nil where nobody knows.
  package func meaning(of code: Int) -> Meaning? {
    let code = Int(UInt32(truncatingIfNeeded: code))
    if let meaning = known[code] { return meaning }
    // A system error in the dress of an HRESULT.
    return code >> 16 == 0x8007 ? known[code & 0xFFFF] : nil
  }

  /// A code as people search for it: decimal, and hexadecimal where that is its usual form.
  package static func text(of code: Int) -> String {
    let code = Int(UInt32(truncatingIfNeeded: code))
    guard code > 0xFFFF else { return "\(code)" }
    return "0x" + String(code, radix: 16, uppercase: true)
  }
}
