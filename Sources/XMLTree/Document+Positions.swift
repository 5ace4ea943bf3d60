extension Document {
  /// The line and the column, from 1, of an element's `<`; nil when it is not in this revision.
  ///
  /// Costs one pass over the bytes before it and no copy of them.
  package func position(of id: NodeID) -> (line: Int, column: Int)? { positions(of: [id])[id] }

  /// The lines and the columns, from 1, of the `<` of many elements; those that are not in this
  /// revision are left out.
  ///
  /// Costs one pass over the bytes before the last of them, however many they are, and no copy of them.
  package func positions(of ids: Set<NodeID>) -> [NodeID: (line: Int, column: Int)] {
    var search = PositionSearch(for: ids, LineCounter())
    search.pass(nodes)
    return search.found
  }

  /// How many bytes of `text()` stand before the `<` of each of many elements; those that are not in
  /// this revision are left out.
  ///
  /// Costs what their positions do.
  package func offsets(of ids: Set<NodeID>) -> [NodeID: Int] {
    var search = PositionSearch(for: ids, OffsetCounter(encoding: encoding))
    search.pass(nodes)
    return search.found
  }
}

/// Counts along a text that comes in pieces, and says where it is.
protocol PlaceCounter {
  associatedtype Place

  /// Goes past some bytes.
  mutating func pass(_ bytes: ArraySlice<UInt8>)

  /// Where the next byte stands; nil at the end of the text.
  func place(of next: UInt8?) -> Place
}

extension LineCounter: PlaceCounter {}

/// Counts the bytes of a text as its encoding has it.
private struct OffsetCounter: PlaceCounter {
  let encoding: TextEncoding
  private var offset = 0

  init(encoding: TextEncoding) { self.encoding = encoding }

  mutating func pass(_ bytes: ArraySlice<UInt8>) {
    offset += encoding.firstLacking(in: bytes) == nil ? bytes.count : encoding.settled(bytes).count
  }

  func place(of next: UInt8?) -> Int { offset }
}

/// A walk through a tree in the order of its bytes that notes where some elements begin.
private struct PositionSearch<Counter: PlaceCounter> {
  private(set) var found: [NodeID: Counter.Place] = [:]
  private let wanted: Set<NodeID>
  private let ordered: [NodeID]
  private var counter: Counter

  init(for ids: Set<NodeID>, _ counter: Counter) {
    wanted = ids
    ordered = ids.sorted()
    self.counter = counter
  }

  private var isDone: Bool { found.count == wanted.count }

  /// Whether one that is wanted can be in an element.
  private func isWanted(inside element: Element) -> Bool {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      if ordered[middle].number < element.lowest { low = middle + 1 } else { high = middle }
    }
    return low < ordered.count && element.mayContain(ordered[low])
  }

  mutating func pass(_ nodes: [Node]) {
    for node in nodes {
      if isDone { return }
      switch node {
      case .element(let element): pass(element)
      case .characters(let slice), .cdata(let slice), .markup(let slice): counter.pass(slice.bytes)
      }
    }
  }

  private mutating func pass(_ element: Element) {
    if wanted.contains(element.id) {
      found[element.id] = counter.place(of: UInt8(ascii: "<"))
      if isDone { return }
    }
    let isEntered = !element.kept.isEmpty && isWanted(inside: element)
    guard isEntered || !element.isContiguous else {
      counter.pass(element.bytes(of: element.startTag.lowerBound..<element.endTag.upperBound))
      return
    }
    counter.pass(element.bytes(of: element.startTag))
    pass(element.children)
    if isDone { return }
    counter.pass(element.bytes(of: element.endTag))
  }
}
