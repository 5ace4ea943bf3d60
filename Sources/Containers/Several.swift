package import TaskSequence
import XMLTree

/// A file that holds several sequences as texts, each in a piece of it that can stand alone.
package struct Several: Container {
  private var text: FileText
  /// The bytes it was opened from; nil once something else was put into it.
  private var file: [UInt8]?
  private var pieces: [(member: Member, range: Range<Int>)] = []
  private let kind: any PieceKind.Type
  package let remark: String?

  /// A piece that was found, and what it says of its sequence.
  struct Piece {
    let range: Range<Int>
    fileprivate let id: String?
    fileprivate let name: String?

    /// - Parameter name: What the sequence is called where the piece has no name for it.
    init(range: Range<Int>, _ wrapping: any Wrapping, calling name: String? = nil) {
      self.range = range
      id = name ?? wrapping.property("PackageID")
      self.name = name ?? wrapping.property("Name")
    }
  }

  init(
    _ found: [Piece], in text: FileText, of file: [UInt8], readBy kind: any PieceKind.Type,
    remark: String?
  ) {
    self.text = text
    self.remark = remark
    self.file = file
    self.kind = kind
    var known: Set<String> = []
    for (index, piece) in found.enumerated() {
      let stem = [piece.id, piece.name].compactMap(\.self).first { !$0.isEmpty } ?? "\(index + 1)"
      var id = stem
      var count = 1
      while !known.insert(id.lowercased()).inserted {
        count += 1
        id = "\(stem) (\(count))"
      }
      pieces.append((Member(MemberID(id), name: piece.name), piece.range))
    }
  }

  package var members: [Member] { pieces.map(\.member) }

  package var bytes: [UInt8] { file ?? text.bytes }

  package func document(of member: MemberID) throws(LoadFailure) -> SequenceDocument {
    guard let piece = pieces.first(where: { $0.member.id == member }) else {
      throw .noMember(member)
    }
    let start = linesAndColumns(of: [0: piece.range.lowerBound], in: text.text, from: (1, 1))[0]
    return try kind.sequence(
      in: Array(text.text[piece.range]), at: start ?? (1, 1), text.encoding)
  }

  package func putting(_ documents: [MemberID: SequenceDocument]) throws(Refusal) -> Several {
    try refuseStrangers(documents)
    var copy = self
    for index in copy.pieces.indices {
      guard let new = documents[copy.pieces[index].member.id]?.serialized() else { continue }
      let range = copy.pieces[index].range
      guard copy.text.text[range] != new[...] else { continue }
      if let lacking = copy.text.encoding.firstLacking(in: new[...]) {
        throw Refusal("“\(lacking)” cannot be written in \(copy.text.encoding.rawValue)")
      }
      copy.file = nil
      copy.text.text.replaceSubrange(range, with: new)
      copy.move(behind: range, by: new.count - range.count)
      copy.pieces[index].range = range.lowerBound..<range.lowerBound + new.count
    }
    return copy
  }

  private mutating func move(behind range: Range<Int>, by growth: Int) {
    for index in pieces.indices where pieces[index].range.lowerBound >= range.upperBound {
      let old = pieces[index].range
      pieces[index].range = old.lowerBound + growth..<old.upperBound + growth
    }
  }
}

/// How a piece of a file of several sequences is read.
protocol PieceKind: Sendable {
  /// The sequence in a piece.
  ///
  /// - Parameters:
  ///   - start: Where in the file the piece begins.
  ///   - encoding: How the file is written; the piece is UTF-8.
  static func sequence(
    in piece: [UInt8], at start: (line: Int, column: Int), _ encoding: TextEncoding
  ) throws(LoadFailure) -> SequenceDocument
}
