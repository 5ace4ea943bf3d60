import Basics
import XMLTree

/// A text of XML as it stands inside a file, escaped once or several times.
///
/// What an edit leaves of the XML keeps the bytes it had in the file, however they are spelled; what it
/// brings is spelled as the rest is.
struct Inlay: Sendable {
  /// What stands in the file, and what comes out of it step by step; the last is the XML.
  private let layers: [SpelledText]
  /// What stands in the file.
  let raw: [UInt8]
  /// The XML.
  let text: [UInt8]
  /// The bytes the tree of the XML was read from.
  private var source: Source?

  /// Reads what stands in a file through some escapings, the outermost first.
  init(raw: [UInt8], _ escapings: [any Escaping]) {
    self.raw = raw
    var layers: [SpelledText] = []
    for escaping in escapings {
      layers.append(SpelledText(raw: layers.last?.text ?? raw, escaping))
    }
    self.layers = layers
    text = layers.last?.text ?? raw
  }

  /// The tree of the XML.
  ///
  /// - Parameter encoding: That of the file.
  mutating func parse(in encoding: TextEncoding) throws(ParseFailure) -> Document {
    let document = try Document(text: text, in: encoding)
    source = document.source
    return document
  }

  /// Where in the file, from where it begins, a place of the XML is.
  func offset(_ place: Int) -> Int {
    layers.reversed().reduce(place) { $1.offset($0) }
  }

  /// What stands in the file when the XML is that of a tree.
  func raw(of tree: Document) -> [UInt8] {
    guard let source else { return spelling(of: tree.text()[...]) }
    let runs = tree.runs(from: source)
    guard runs != [.kept(0..<text.count)] else { return raw }
    let mixed = mixed(runs)
    let wanted = tree.text()
    // Pieces side by side could mean another thing than each alone.
    let isSound = layers.first?.escaping.allows(mixed) != false && reading(mixed).text == wanted
    return isSound ? mixed : spelling(of: wanted[...])
  }

  /// The same way of escaping around other bytes.
  func reading(_ raw: [UInt8]) -> Inlay { Inlay(raw: raw, layers.map(\.escaping)) }

  private func mixed(_ runs: [ByteRun]) -> [UInt8] {
    var mixed: [UInt8] = []
    var position = 0
    for (index, run) in runs.enumerated() {
      switch run {
      case .kept(let range):
        mixed += raw[offset(range.lowerBound)..<offset(range.upperBound)]
        position = range.upperBound
      case .new(let bytes):
        var next = text.count
        if index + 1 < runs.count, case .kept(let range) = runs[index + 1] {
          next = range.lowerBound
        }
        mixed += spelling(of: bytes, insteadOf: position..<max(position, next))
      }
    }
    return mixed
  }

  /// Spells some bytes of XML; what they share with those they replace stays as it was.
  private func spelling(of bytes: [UInt8], insteadOf range: Range<Int>) -> [UInt8] {
    let old = text[range]
    var (head, tail) = old.sharedEnds(with: bytes[...])
    func isInside(_ bytes: some Collection<UInt8>) -> Bool {
      bytes.first.map { $0 & 0xC0 == 0x80 } ?? false
    }
    while head > 0, isInside(old.dropFirst(head)) || isInside(bytes.dropFirst(head)) { head -= 1 }
    while tail > 0, isInside(old.suffix(tail)) { tail -= 1 }
    let (start, end) = (range.lowerBound + head, range.upperBound - tail)
    return raw[offset(range.lowerBound)..<offset(start)]
      + spelling(of: bytes[head..<bytes.count - tail])
      + raw[offset(end)..<offset(range.upperBound)]
  }

  private func spelling(of xml: ArraySlice<UInt8>) -> [UInt8] {
    layers.reversed().reduce(Array(xml)) { $1.spelling(of: $0[...]) }
  }
}
