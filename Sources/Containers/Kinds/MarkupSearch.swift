import TaskSequence
import XMLTree

/// Looks for sequences that stand as text in the elements of XML that is something else.
enum MarkupSearch {
  /// The container; nil when there is none in it.
  static func open(
    _ outer: Document, _ file: [UInt8]
  ) throws(LoadFailure) -> (any Container)? {
    let places = places(in: outer)
    guard let first = places.first else { return nil }
    guard places.count > 1 else {
      return SoleSequence(
        try MarkupText.sequence(
          at: first, in: outer, carrier(of: outer), from: (1, 1), outer.encoding),
        remark: outer.remark)
    }
    let pieces = places.map { place in
      let wrapping = MarkupText(place, in: outer, carrier(of: outer))
      return Several.Piece(range: range(of: place, among: places, in: outer), wrapping)
    }
    return Several(
      pieces, in: FileText(of: outer), of: file, readBy: MarkupPiece.self, remark: outer.remark)
  }

  /// The places in document order.
  static func places(in outer: Document) -> [MarkupText.Place] {
    var places: [MarkupText.Place] = []
    outer.root.walk { element in
      if !element.hasElements, let place = place(in: element) { places.append(place) }
      return true
    }
    return places
  }

  /// The sequence that is the text of an element.
  static func place(in element: Element) -> MarkupText.Place? {
    let nodes = element.children
    guard let index = MarkupText.index(of: nodes) else { return nil }
    let isSerialized = ["S", "XD"].contains(element.name)
    switch nodes[index] {
    case .cdata(let slice):
      let inside = slice.bytes.dropFirst(9).dropLast(3)
      return Inlay.find(in: inside, []).map { inlay, range in
        MarkupText.Place(
          host: element, slice: slice, isSection: true, inlay: inlay, range: range)
      }
    case .characters(let slice):
      guard slice.bytes.contains(UInt8(ascii: "&")) else { return nil }
      let escapings: [any Escaping] =
        isSerialized ? [XMLEscaping(), SerializerEscaping()] : [XMLEscaping()]
      return Inlay.find(in: slice.bytes, escapings).map { inlay, range in
        MarkupText.Place(
          host: element, slice: slice, isSection: false, inlay: inlay, range: range)
      }
    case .element, .markup: return nil
    }
  }

  static func carrier(of outer: Document) -> Carrier {
    ["Objs", "Obj", "S", "XD"].contains(outer.root.name) ? .serialized : .escaped
  }

  /// The largest element with that place and no other.
  private static func range(
    of place: MarkupText.Place, among places: [MarkupText.Place], in outer: Document
  ) -> Range<Int> {
    let others = places.map(\.host.id).filter { $0 != place.host.id }
    let chain = outer.ancestry(of: place.host.id) ?? [place.host]
    let alone = chain.first { element in !others.contains { element.holds($0) } } ?? place.host
    return alone.range ?? 0..<0
  }
}

/// Reads an element of a file of several sequences by itself.
private enum MarkupPiece: PieceKind {
  static func sequence(
    in piece: [UInt8], at start: (line: Int, column: Int), _ encoding: TextEncoding
  ) throws(LoadFailure) -> SequenceDocument {
    guard let outer = try? Document(text: piece),
      let place = MarkupSearch.places(in: outer).first
    else { throw .notASequence("it holds no task sequence any more") }
    return try MarkupText.sequence(
      at: place, in: outer, MarkupSearch.carrier(of: outer), from: start, encoding)
  }
}
