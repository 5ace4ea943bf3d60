/// A piece of a document's bytes, UTF-8.
package enum ByteRun: Equatable, Sendable {
  /// It stands in a source, there.
  case kept(Range<Int>)
  /// An edit, or another file, has brought it.
  case new([UInt8])
}

extension Document {
  /// The bytes of `text()`, cut into those that stand in a source and those that do not.
  ///
  /// Costs a look at what edits have touched.
  package func runs(from source: Source) -> [ByteRun] {
    var cutter = RunCutter(source: source, encoding: encoding)
    cutter.pass(nodes)
    return cutter.finish()
  }
}

/// A walk through a tree in the order of its bytes.
private struct RunCutter {
  let source: Source
  let encoding: TextEncoding
  private var runs: [ByteRun] = []
  /// What is new since the last run that is kept.
  private var fresh: [UInt8] = []

  init(source: Source, encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
  }

  mutating func pass(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .element(let element): pass(element)
      case .characters(let slice), .markup(let slice): add(slice)
      case .cdata(let slice): add(slice, around: ("]]>", "<![CDATA["))
      }
    }
  }

  /// Answers the runs.
  mutating func finish() -> [ByteRun] {
    flush()
    return runs
  }

  private mutating func flush() {
    if !fresh.isEmpty { runs.append(.new(fresh)) }
    fresh = []
  }

  private mutating func pass(_ element: Element) {
    guard !element.isContiguous else {
      return add(element, element.startTag.lowerBound..<element.endTag.upperBound)
    }
    add(element, element.startTag)
    pass(element.children)
    add(element, element.endTag)
  }

  private mutating func add(_ element: Element, _ range: Range<UInt32>) {
    add(ByteSlice(element.source, Int(range.lowerBound), Int(range.upperBound)))
  }

  private mutating func add(_ slice: ByteSlice, around: (String, String) = ("", "")) {
    guard slice.count > 0 else { return }
    guard slice.source === source else {
      fresh += encoding.settled(slice.bytes, around: around)
      return
    }
    let range = slice.bytes.indices
    if fresh.isEmpty, case .kept(let last)? = runs.last, last.upperBound == range.lowerBound {
      runs[runs.count - 1] = .kept(last.lowerBound..<range.upperBound)
    } else {
      flush()
      runs.append(.kept(range))
    }
  }
}

extension Element {
  /// Where it stands in its source; nil for one an edit has cut.
  package var range: Range<Int>? {
    isContiguous ? Int(startTag.lowerBound)..<Int(endTag.upperBound) : nil
  }
}
