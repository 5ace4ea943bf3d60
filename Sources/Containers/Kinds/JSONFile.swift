import JSONText
package import TaskSequence
import XMLTree

/// JSON with the XML of sequences as texts in it: an answer of the AdminService, what `ConvertTo-Json`
/// makes of a task sequence or of its XML alone.
enum JSONFile: FileKind {
  static func open(_ file: [UInt8]) throws(LoadFailure) -> (any Container)? {
    guard let text = FileText(file), isJSON(text.text) else { return nil }
    let search = try search(text.text)
    guard let first = search.hits.first else { throw .notASequence(search.stranger) }
    guard search.hits.count > 1 else {
      let wrapping = FlatText(text, around: first.range, of: .json, first.properties)
      return SoleSequence(
        try wrapping.sequence(first.inlay, from: (1, 1), text.encoding), remark: text.remark)
    }
    let pieces = search.hits.map { hit in
      Several.Piece(
        range: hit.piece, FlatText(text, around: hit.range, of: .json, hit.properties),
        calling: hit.isShared ? hit.name : nil)
    }
    return Several(pieces, in: text, of: file, readBy: JSONPiece.self, remark: text.remark)
  }

  private static func isJSON(_ text: [UInt8]) -> Bool {
    text.first { !isSpace($0) }.map { [0x7B, 0x5B, 0x22].contains($0) } ?? false
  }

  fileprivate static func search(_ text: [UInt8]) throws(LoadFailure) -> JSONSearch {
    var search = JSONSearch(text)
    do throws(JSONFault) { try search.run() } catch {
      throw .notASequence("line \(error.line): \(error.reason)")
    }
    return search
  }
}

/// Reads an object, or a text, of a file of several sequences by itself.
private enum JSONPiece: PieceKind {
  static func sequence(
    in piece: [UInt8], at start: (line: Int, column: Int), _ encoding: TextEncoding
  ) throws(LoadFailure) -> SequenceDocument {
    guard let text = FileText(piece), let hit = try JSONFile.search(piece).hits.first else {
      throw .notASequence("it holds no task sequence any more")
    }
    let wrapping = FlatText(text, around: hit.range, of: .json, hit.properties)
    return try wrapping.sequence(hit.inlay, from: start, encoding)
  }
}

/// Looks for texts in JSON that are the XML of a sequence.
private struct JSONSearch {
  /// A text that is one.
  struct Hit {
    let inlay: Inlay
    /// Where the XML is.
    let range: Range<Int>
    /// What holds this sequence and no other: the object around it, else the text with its quotes.
    var piece: Range<Int>
    /// The property it is the value of.
    let name: String?
    /// The texts beside it: their names, and where they stand between their quotes.
    var properties: [FlatText.Property] = []
    /// Whether there is another one in the same object.
    var isShared = false
  }

  private(set) var hits: [Hit] = []
  private let text: [UInt8]
  /// Whether a property `Sequence` was there without one.
  private var hasBareRow = false

  init(_ text: [UInt8]) { self.text = text }

  mutating func run() throws(JSONFault) {
    var reader = JSONReader(text)
    repeat { try read(&reader, 0) } while !reader.isAtEnd()
  }

  /// What it is when there is no sequence in it.
  var stranger: String {
    hasBareRow
      ? "it is JSON whose task sequences come without their XML; a site gives Sequence only when it is "
        + "asked for one of them by its key, …/wmi/SMS_TaskSequencePackage('XYZ00001')"
      : "it is JSON, and no text in it is a task sequence"
  }

  private mutating func read(
    _ reader: inout JSONReader, _ depth: Int
  ) throws(JSONFault) {
    guard depth < 64 else { return try reader.skip() }
    switch try reader.next() {
    case .word: try reader.skip()
    case .string: try readText(&reader, nil)
    case .array:
      try reader.readArray { reader throws(JSONFault) in try read(&reader, depth + 1) }
    case .object: try readObject(&reader, depth)
    }
  }

  private mutating func readObject(
    _ reader: inout JSONReader, _ depth: Int
  ) throws(JSONFault) {
    let start = reader.place()
    var own: [Int] = []
    var properties: [FlatText.Property] = []
    var isRow = false
    try reader.readObject { reader, name throws(JSONFault) in
      guard try reader.next() == .string else {
        if name.lowercased() == "sequence" { isRow = true }
        return try read(&reader, depth + 1)
      }
      let count = hits.count
      properties.append(FlatText.Property(name: name, range: try readText(&reader, name)))
      if hits.count > count { own.append(count) }
    }
    if properties.contains(where: { $0.name.lowercased() == "packageid" }), own.isEmpty {
      hasBareRow = hasBareRow || isRow
    }
    for index in own {
      hits[index].properties = properties
      if own.count == 1 {
        hits[index].piece = start..<reader.end
      } else {
        hits[index].isShared = true
      }
    }
  }

  @discardableResult
  private mutating func readText(
    _ reader: inout JSONReader, _ name: String?
  ) throws(JSONFault) -> Range<Int> {
    let range = try reader.skipText()
    let signs: [UInt8] = [UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), 0xEF]
    let first = text[range].first { !isSpace($0) }
    if let first, signs.contains(first),
      let (inlay, place) = Inlay.find(in: text[range], [JSONEscaping()])
    {
      hits.append(
        Hit(
          inlay: inlay, range: place, piece: range.lowerBound - 1..<range.upperBound + 1,
          name: name))
    }
    return range
  }
}

extension Carrier {
  /// JSON that has the sequence as a text.
  package static let json = Carrier("json", words: "JSON with the sequence as a text")
}
