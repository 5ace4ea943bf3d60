import TOMLText
import TestSupport
import Testing

/// `TSEDIT_SEED` makes the texts other ones.
@Suite("Laws of reading, held by texts put together at random")
struct LawTests {
  /// Whatever the bytes, reading ends, and a fault lies inside the text.
  @Test(arguments: Seeded.seeds(20)) func everythingIsReadOrRefusedInItsPlace(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<200 {
      let bytes = random.text()
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      do throws(TOMLFault) { _ = try TOMLTable(bytes) } catch {
        #expect(!error.reason.isEmpty && (1...lines.count).contains(error.place.line))
        let length = lines[min(error.place.line, lines.count) - 1].count
        #expect((1...length + 1).contains(error.place.column), "seed \(seed): \(bytes)")
      }
    }
  }

  /// Where a name or value is said to stand, it stands.
  @Test(arguments: Seeded.seeds(20)) func placesAreTrue(seed: UInt64) {
    var random = Seeded(seed)
    var count = 0
    while count < 100 {
      let bytes = random.text()
      guard let table = try? TOMLTable(bytes) else { continue }
      count += 1
      let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
        .split(separator: "\n", omittingEmptySubsequences: false)
      func rest(_ place: TOMLPlace) -> String {
        String(String.UnicodeScalarView(lines[place.line - 1].dropFirst(place.column - 1)))
      }
      for entry in table.entries {
        let (key, value) = (rest(entry.key.place), rest(entry.value.place))
        #expect(key.hasPrefix(entry.key.name) || key.dropFirst().hasPrefix(entry.key.name))
        let start = value.first
        if entry.value.integer != nil { #expect(start?.isNumber == true, "seed \(seed): \(bytes)") }
        if entry.value.string != nil { #expect(start == "'" || start == "\"", "seed \(seed)") }
      }
    }
  }
}

extension Seeded {
  /// Lines that are TOML for the most part, now and then with a byte that is none.
  fileprivate mutating func text() -> [UInt8] {
    let pieces = [
      "a = 1", "b = 'é\t'", "  'é' = 1 # é", "[a]", "[[a]]", "[ b . c ]", "[a.b]", "a.b = 'x'", "",
      "c = {a = 1, b.c = [1, '💻', {d = 1}]}", "d = '''é\n'''", "e = \"\"\"\\\r\n \\u00e9\"\"\"",
      "f = [ # é\r\n1]", "g = 1979-05-27 07:32:00Z", "h = 1_0.5e-3", "# é\r", "i.j.k = 1",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<below(8) { bytes += Array((pick(pieces) + "\n").utf8) }
    for _ in 0..<pick([0, 0, 0, 1, 3]) where !bytes.isEmpty {
      let index = below(bytes.count)
      if chance(50) { bytes[index] = UInt8(below(256)) } else { bytes.remove(at: index) }
    }
    return bytes
  }
}
