import TestSupport

/// Writes well-formed files of every look: line ends, indentation, quotes, comments, CDATA, entities.
struct Specimen {
  private var random: Seeded
  private let lineEnd: String
  private let unit: String
  private let isRegular: Bool
  private let quote: String
  private let emptyTag: String
  private let attributesOnLines: Bool
  private var elementsLeft: Int
  private var text = ""

  /// A file for a seed.
  ///
  /// A regular one lays every parent out in the same way and has no comments between elements; any
  /// other mixes all it can.
  static func make(_ seed: UInt64, isRegular: Bool = false, elements: Int = 30) -> [UInt8] {
    var specimen = Specimen(seed, isRegular, elements)
    specimen.writeDocument()
    return Array(specimen.text.utf8)
  }

  private init(_ seed: UInt64, _ isRegular: Bool, _ elements: Int) {
    random = Seeded(seed)
    lineEnd = random.pick(["\n", "\r\n", "\r\n", "\r\n", "", "\r"])
    unit = lineEnd.isEmpty ? "" : random.pick(["  ", "  ", "\t", "    ", ""])
    quote = random.pick(["\"", "\"", "\"", "'"])
    emptyTag = random.pick([" />", "/>", "\t/>"])
    attributesOnLines = random.chance(10)
    self.isRegular = isRegular
    elementsLeft = elements
  }

  private mutating func writeDocument() {
    if random.chance(60) { text += "<?xml version=\"1.0\"?>" + lineEnd }
    if random.chance(20) { writeAside() }
    writeElement(depth: 0, base: "", hasChildren: true)
    if random.chance(20) { writeAside() }
    if random.chance(30) { text += lineEnd }
  }

  // MARK: Elements

  private mutating func writeElement(depth: Int, base: String, hasChildren: Bool) {
    let name = random.pick(["group", "step", "variable", "condition", "größe", "a:b", "x-1.y_"])
    elementsLeft -= 1
    text += "<" + name
    writeAttributes(base)
    if hasChildren {
      text += ">"
      writeChildren(depth: depth + 1, base: base)
    } else {
      if random.chance(20) {
        text += emptyTag
        return
      }
      text += ">"
      writeLeaf()
    }
    text += "</" + name + random.pick(["", "", "", "", " ", "\n"]) + ">"
  }

  private mutating func writeChildren(depth: Int, base: String) {
    let sharesLine = !isRegular && random.chance(15)
    let between = sharesLine ? random.pick(["", " "]) : lineEnd
    let inner = sharesLine ? "" : base + unit
    for _ in 0..<1 + random.below(5) where elementsLeft > 0 {
      text += between + inner
      if !isRegular { writeNoise() }
      let goesDown = depth < 7 && random.chance(40)
      writeElement(depth: depth, base: inner, hasChildren: goesDown)
    }
    if !sharesLine { text += lineEnd + base }
  }

  private mutating func writeNoise() {
    switch random.below(100) {
    case 0..<6: writeAside()
    case 6..<9: text += lineEnd + lineEnd
    case 9..<12: text += random.pick([" ", "\t", "\n   ", "\r\n\t", "\n"])
    case 12..<14: writeCharacters()
    case 14..<15: text += "<![CDATA[ mixed ]]>"
    default: break
    }
  }

  private mutating func writeAside() {
    text += random.pick([
      "<!-- a <comment> & more -->", "<?target some data?>", "<!---->", "<?x?>",
      "<!-- <![CDATA[ -->",
    ])
    text += lineEnd
  }

  // MARK: Values

  private mutating func writeAttributes(_ base: String) {
    var names = ["name", "type", "description", "disable", "xml:lang", "größe", "n.1-x"]
    names.shuffle(using: &random)
    for name in names.prefix(random.below(5)) {
      let blank =
        attributesOnLines ? lineEnd + base + unit + " " : random.pick([" ", " ", " ", "  "])
      let mark = random.chance(90) ? quote : random.pick(["'", "\""])
      let equals = random.chance(95) ? "=" : " =\n"
      text += blank + name + equals + mark
      for _ in 0..<random.below(4) {
        text += random.pick([
          "plain", "a b", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#xD;&#xA;", "&#xA;",
          "&#9;",
          "&#65;", "&#x1F600;", "é", "😀", ">", "]]>", "\n", "\r\n", "\t", "e\u{301}",
          mark == "'" ? "\"" : "'",
        ])
      }
      text += mark
    }
  }

  private mutating func writeLeaf() {
    switch random.below(100) {
    case 0..<15: break
    case 15..<22: text += random.pick([" ", "\t", lineEnd + "  ", "\n"])
    case 22..<30: writeSection()
    case 30..<34:
      text += lineEnd
      writeSection()
      text += lineEnd
    case 34..<38:
      writeCharacters()
      text += "<!-- inside -->"
      writeCharacters()
    default: writeCharacters()
    }
  }

  private mutating func writeCharacters() {
    for _ in 0..<1 + random.below(5) {
      text += random.pick([
        "plain", "two words", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#xD;", "&#x41;",
        "&#10;",
        "é", "😀", "\"", "'", "]]", ">=", "\n", "\r\n", "\r", "\t", "e\u{301}", "&#x1F600;",
      ])
      if text.hasSuffix("]]") { text += " " }
    }
  }

  private mutating func writeSection() {
    text += "<![CDATA["
    for _ in 0..<random.below(4) {
      text += random.pick(["<b>", "&amp;", "]]", "]", ">>", "\n", "\r\n", "text", "é", "\t", "--"])
      if text.hasSuffix("]]") { text += " " }
    }
    text += "]]>"
  }
}
