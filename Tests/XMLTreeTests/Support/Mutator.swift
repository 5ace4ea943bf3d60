import TestSupport

/// Breaks well-formed files in small ways; some survive.
struct Mutator {
  var random: Seeded

  private static let tokens = [
    "<", ">", "&", "\"", "'", "/", "]]>", "<!--", "-->", "<![CDATA[", "<?", "?>", "=", " ", "\0",
    "\u{1F}",
    "é", "&#", ";", "</", "<a>", "</group>", ":", "xmlns:", "-", "\u{FFFF}", "&lt;", "\r", "1",
    "&#0;",
    "<x y=\"1\" y=\"2\"/>", "&amp;", "&x;", "<?xml version=\"1.0\"?>", "<!DOCTYPE a>", "\u{FEFF}",
    "x",
    "&#x10FFFF;", "<a/>", "--", "\n", "<!DOCTYPE", "<?p?>", " b='<'", " b=c", "\u{2}", "·", "‿",
  ].map { Array($0.utf8) }
  private static let bytes: [[UInt8]] = [
    [0xFF], [0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90],
  ]

  mutating func mutant(of file: [UInt8]) -> [UInt8] {
    var bytes = file
    for _ in 0..<random.pick([1, 1, 1, 2, 3]) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = random.below(bytes.count + 1)
    switch random.below(20) {
    case 0..<4:
      bytes.removeSubrange(place..<min(bytes.count, place + random.pick([1, 1, 2, 5, 20])))
    case 4..<12: bytes.insert(contentsOf: random.pick(Self.tokens), at: place)
    case 12: bytes.insert(contentsOf: random.pick(Self.bytes), at: place)
    case 13..<16:
      bytes.replaceSubrange(
        place..<min(bytes.count, place + 1), with: [UInt8(truncatingIfNeeded: random.next())])
    case 16..<18:
      let start = random.below(bytes.count + 1)
      let piece = bytes[start..<min(bytes.count, start + random.below(60))]
      bytes.insert(contentsOf: Array(piece), at: place)
    case 18: bytes.removeLast(bytes.count - place)
    default:
      // A change of the declaration, where there is one.
      let end = min(bytes.count, 45)
      bytes.insert(contentsOf: random.pick(Self.tokens), at: random.below(end + 1))
    }
  }
}
