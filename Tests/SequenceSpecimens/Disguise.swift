import TestSupport

/// XML as it stands inside another text: escaped, as a JSON text, in an object of PowerShell's
/// serializer; characters are spelled one way for the most part, and now and then another.
package struct Disguise {
  /// The file, UTF-8.
  package private(set) var text: [UInt8] = []
  /// Where in it each byte of the XML is that begins a character, and where the XML ends.
  package private(set) var places: [Int] = []
  private var random: Seeded
  private let kind: Kind
  /// How each character is spelled for the most part.
  private var spellings: [Unicode.Scalar: String] = [:]

  /// What it stands in.
  package enum Kind: CaseIterable, Sendable {
    case whole, element, property, serialized, row, list, text
  }

  package init(_ xml: [UInt8], as kind: Kind, _ seed: UInt64) {
    random = Seeded(seed)
    self.kind = kind
    let (before, after) = Self.frame(kind)
    text = Array(before.utf8)
    var last: Unicode.Scalar?
    for scalar in String(decoding: xml, as: UTF8.self).unicodeScalars {
      places += Array(repeating: text.count, count: String(scalar).utf8.count)
      text += Array(spelled(scalar, after: last).utf8)
      last = scalar
    }
    places.append(text.count)
    text += Array(after.utf8)
  }

  /// A file of several of them, and the names they have in it.
  package static func several(_ xml: [[UInt8]], as kind: Kind, _ seed: UInt64) -> [UInt8] {
    let rows = xml.enumerated().map { index, xml -> String in
      let row = Disguise(xml, as: kind, seed &+ UInt64(index)).text
      let text = String(decoding: row, as: UTF8.self)
        .replacing("ABC00001", with: "ABC0000\(index)")
        .replacing(/^<Objs[^>]*>|<\/Objs>$/, with: "")
      return kind == .row
        ? text.replacing(/^\s*\{\s*"value": \[|\]\s*\}\s*$/, with: "") : text
    }
    let isJSON = [.row, .list, .text].contains(kind)
    let text =
      isJSON
      ? "[\n" + rows.joined(separator: ",\n") + "\n]\n"
      : "<Objs Version=\"1.1.0.1\">\n" + rows.joined(separator: "\n") + "\n</Objs>"
    return Array(text.utf8)
  }

  private static func frame(_ kind: Kind) -> (before: String, after: String) {
    switch kind {
    case .whole: ("\r\n", "\r\n")
    case .element: ("<a>\n  <b>x</b>\n  <c> ", "\n</c>\n</a>")
    case .property:
      (
        "<Objects><Object><Property Name=\"PackageID\">ABC00001</Property>\n<Property "
          + "Name=\"Sequence\" Type=\"System.String\">", "</Property></Object></Objects>"
      )
    case .serialized:
      (
        "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
          + "<Obj RefId=\"0\"><MS><S N=\"Name\">A_x005F_x_B</S><S N=\"PackageID\">ABC00001</S>"
          + "<S N=\"Sequence\">", "</S></MS></Obj></Objs>"
      )
    case .row:
      (
        " { \"value\": [{\"PackageID\": \"ABC00001\", \"Name\": \"A \\u0026 \\\"B\\\"\", \"Sequence\":"
          + " \"", "\\r\\n\", \"Size\": 1}] }\n"
      )
    case .list: ("{\"x\": [1, \"", "\"]}")
    case .text: ("\"", "\"")
    }
  }

  // MARK: Spelling

  private mutating func spelled(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> String {
    let others = ways(scalar, after: last)
    if spellings[scalar] == nil { spellings[scalar] = random.pick(others) }
    let usual = spellings[scalar] ?? ""
    return others.contains(usual) && !random.chance(4) ? usual : random.pick(others)
  }

  /// How a character may be spelled.
  private func ways(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> [String] {
    let hex = String(scalar.value, radix: 16)
    switch kind {
    case .row, .list, .text:
      let number = String(scalar).utf16.map {
        let digits = String($0, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
      return switch scalar {
      case "\"", "\\": ["\\" + String(scalar), number]
      case "\n": ["\\n", number]
      case "\r": ["\\r", number]
      case "\t": ["\\t", number]
      case "/": ["/", "/", "\\/"]
      case "<", ">", "&", "'":
        [String(scalar), number, number.uppercased().replacing("\\U", with: "\\u")]
      case _ where !scalar.isASCII: [String(scalar), number]
      default: [String(scalar)]
      }
    case .serialized where scalar.value < 0x20 || scalar.value > 0xFFFF:
      return [
        String(scalar).utf16.map {
          let digits = String($0, radix: 16, uppercase: true)
          return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
        }.joined()
      ]
    case .serialized where scalar == "_": return ["_x005F_"]
    case .whole, .element, .property, .serialized:
      return switch scalar {
      case "<": ["&lt;", "&#60;", "&#x3c;"]
      case "&": ["&amp;", "&#38;"]
      case ">": last == "]" ? ["&gt;"] : ["&gt;", "&gt;", ">"]
      case "\"": ["\"", "&quot;"]
      case "'": ["'", "&apos;"]
      case _ where !scalar.isASCII || scalar == "e":
        [String(scalar), "&#\(scalar.value);", "&#x\(hex);"]
      default: [String(scalar)]
      }
    }
  }
}
