import Basics
import XMLTree

extension Inlay {
  /// How often a text may be escaped.
  private static let deepest = 4
  /// How much of a text is looked at before all of it is.
  private static let opening = 600

  /// The XML of a sequence that stands in some bytes, and where in them it is without the blanks
  /// around it; nil when they are anything else.
  ///
  /// - Parameter escapings: How it is escaped there, the outermost first; it may be escaped once more.
  static func find(
    in bytes: ArraySlice<UInt8>, _ escapings: [any Escaping]
  ) -> (inlay: Inlay, range: Range<Int>)? {
    var escapings = escapings
    for _ in 0..<deepest {
      let start = Inlay(raw: Array(bytes.prefix(opening)), escapings).text
      switch Heading(of: start[...], isWhole: bytes.count <= opening) {
      case .other: return nil
      case .escaped: escapings.append(XMLEscaping(isBetweenTags: false))
      case .sequence, .cut:
        let whole = Inlay(raw: Array(bytes), escapings)
        guard Heading(of: whole.text[...], isWhole: true) == .sequence else { return nil }
        return whole.trimmed(bytes.startIndex)
      }
    }
    return nil
  }

  private func trimmed(_ start: Int) -> (inlay: Inlay, range: Range<Int>) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var inside = text.trimming(while: isSpace)
    while inside.starts(with: mark) { inside = inside.dropFirst(3).drop(while: isSpace) }
    let range = offset(inside.startIndex)..<offset(inside.endIndex)
    let inlay = range == 0..<raw.count ? self : reading(Array(raw[range]))
    return (inlay, start + range.lowerBound..<start + range.upperBound)
  }
}

/// What a text begins with, seen without building a tree.
private enum Heading {
  /// A sequence, or a package with one in it.
  case sequence
  /// XML that is escaped.
  case escaped
  /// The text ends before it says what it is.
  case cut
  case other

  init(of text: ArraySlice<UInt8>, isWhole: Bool) {
    var rest = text
    func skip(_ opening: String, _ end: String) -> Bool {
      guard rest.starts(with: opening.utf8) else { return false }
      rest = rest.firstRange(of: Array(end.utf8)).map { rest[$0.upperBound...] } ?? []
      return true
    }
    repeat {
      rest = rest.drop { isSpace($0) }
    } while skip("\u{FEFF}", "\u{FEFF}") || skip("<?", "?>") || skip("<!--", "-->")
    let names = ["<sequence", "<SmsTaskSequencePackage"]
    if let name = names.first(where: { rest.starts(with: $0.utf8) }) {
      let next = rest.dropFirst(name.utf8.count).first
      let isName = next.map { isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
      self = isName == true ? .sequence : isName == nil && !isWhole ? .cut : .other
    } else if ["&lt;", "&#60;", "&#x3c;", "&#x3C;", "&amp;"].contains(where: {
      rest.starts(with: $0.utf8)
    }) {
      self = .escaped
    } else {
      let isCut = names.contains { $0.utf8.starts(with: rest) } || rest.isEmpty
      self = isCut && !isWhole ? .cut : .other
    }
  }
}
