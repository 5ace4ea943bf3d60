import TestSupport
import Testing

@testable import XMLTree

/// 5,000 mutants of generated documents in each run, and 1,600 of real files where they are there.
@Suite("The parser accepts what libxml2 accepts")
struct DifferentialTests {
  /// Why a file may be refused here and accepted there.
  ///
  /// Nothing may be the other way round.
  private static func isExplained(_ file: [UInt8], _ fault: String) -> Bool {
    // By design: nothing external, nothing expanded.
    let reason = fault.drop { $0 != " " }.dropFirst()
    return reason.hasPrefix("a DOCTYPE is not accepted")
      // libxml2 asks iconv, which knows hundreds.
      || reason.hasPrefix("the encoding '")
      // libxml2 lets the declaration win over the mark, which no writer means.
      || reason.hasSuffix("correct one of them")
      // libxml2 takes NUL after the root element for the end of the file.
      || (reason == "the control character U+0000 cannot stand in XML"
        && isRead(file.prefix { $0 != 0 }))
      // libxml2 overlooks half a character at the end.
      || (reason.hasPrefix("a byte here means nothing in UTF-16") && isRead(file.dropLast()))
  }

  private static func isRead(_ file: ArraySlice<UInt8>) -> Bool {
    (try? Document(parsing: Array(file))) != nil
  }

  @Test(.enabled(if: XMLLint.isThere, XMLLint.skipped), arguments: Seeded.seeds(10))
  func generated(seed: UInt64) throws {
    var mutator = Mutator(random: Seeded(seed))
    let files = (0..<UInt64(500)).map { index in
      let original = Specimen.make(seed * 1000 + index, elements: 8)
      return mutator.mutant(of: index % 8 == 0 ? recoded(original, &mutator.random) : original)
    }
    try compare(files, seed)
  }

  @Test(
    .enabled(if: XMLLint.isThere, XMLLint.skipped),
    .enabled(if: Corpus.isThere, "\(Corpus.skipped)"),
    arguments: Seeded.seeds(4))
  func corpus(seed: UInt64) throws {
    var mutator = Mutator(random: Seeded(seed))
    let originals = Corpus.files(upTo: 12_000).map(\.bytes)
    let files = (0..<400).map { _ in mutator.mutant(of: mutator.random.pick(originals)) }
    try compare(files, seed)
  }

  /// A share of each outcome is asked for, so that the test cannot pass by testing nothing.
  private func compare(_ files: [[UInt8]], _ seed: UInt64) throws {
    let verdicts = files.map { Verdict.given($0) }
    let accepted = verdicts.count { $0.fault == nil }
    #expect(accepted > files.count / 20 && accepted < files.count * 3 / 4, "seed \(seed)")
    for index in try XMLLint.disagreements(verdicts.map { ($0.bytes, $0.fault == nil) }) {
      let (verdict, fault) = (verdicts[index], verdicts[index].fault ?? "accepted")
      let isExplained = verdict.fault.map { Self.isExplained(verdict.bytes, $0) } ?? false
      let text = String(decoding: verdict.bytes, as: UTF8.self).debugDescription
      #expect(isExplained, "seed \(seed), \(index): \(fault), \(text)")
    }
  }

  /// The same characters in another encoding.
  private func recoded(_ file: [UInt8], _ random: inout Seeded) -> [UInt8] {
    let text = String(decoding: file, as: UTF8.self)
    let body = text.hasPrefix("<?xml version=\"1.0\"?>") ? text.dropFirst(21) : text[...]
    func declared(_ name: String) -> String {
      "<?xml version=\"1.0\" encoding=\"\(name)\"?>" + body
    }
    let units = declared("utf-16").utf16
    switch random.below(6) {
    case 0: return [0xEF, 0xBB, 0xBF] + file
    case 1: return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: return [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 3: return Array(declared("ISO-8859-1").utf8)
    case 4: return Array(declared("windows-1252").utf8)
    default: return Array(declared("us-ascii").utf8)
    }
  }
}
