/// A whole XML file as an immutable tree that knows every byte it came from.
///
/// Invariants: `serialized()` of a parsed document is the parsed bytes; an edit answers a new document
/// that shares everything it did not touch; ids are unique and survive edits.
package struct Document: Sendable {
  /// Everything on the top level, exactly one element among it.
  package private(set) var nodes: [Node]
  /// The root element.
  package private(set) var root: Element
  /// How the characters are written as bytes.
  package private(set) var encoding: TextEncoding
  /// Whether the file starts with a byte-order mark.
  package let hasByteOrderMark: Bool
  /// Hands out ids for elements to come.
  package var ids: IDSource

  /// Reads a file.
  ///
  /// Refuses whatever libxml2 refuses in a document without a DTD, and a DOCTYPE.
  /// - Parameter witness: Whom to believe about the encoding; with the bytes alone, `falseEncoding`
  ///   says what the declaration got wrong.
  /// - Throws: line, column and reason of the first fault.
  package init(
    parsing file: [UInt8], believing witness: EncodingWitness = .both
  ) throws(ParseFailure) {
    try self.init(FileForm(of: file, believing: witness))
  }

  /// Reads a text that was a part of another one, which has settled what its characters are: whatever
  /// a declaration in it says of an encoding was true elsewhere.
  ///
  /// - Parameter encoding: That of the file it is written back into: what that lacks becomes a
  ///   reference.
  /// - Throws: as for a file.
  package init(
    text: [UInt8], in encoding: TextEncoding = .utf8
  ) throws(ParseFailure) {
    try self.init(FileForm(text: text, in: encoding))
  }

  private init(_ form: FileForm) throws(ParseFailure) {
    ids = IDSource()
    nodes = try Parser.read(Source(form.text), .document, badEncoding: form.fault, &ids)
    guard let root = nodes.lazy.compactMap(\.element).first else {
      throw ParseFailure(line: 1, column: 1, reason: "there is no element; expected '<'")
    }
    self.root = root
    encoding = form.encoding
    hasByteOrderMark = form.hasByteOrderMark
  }

  /// The characters of a file as UTF-8, read in the encoding it has and without a byte-order mark; the
  /// bytes as they are when they are no text.
  package static func text(of file: [UInt8]) -> [UInt8] { (try? FileForm(of: file))?.text ?? file }

  /// The bytes the root was read from; of a document that no edit has touched all that it was read
  /// from, without a mark and as UTF-8.
  package var source: Source { root.source }

  /// The XML declaration, when there is one.
  var declarationSlice: ByteSlice? {
    guard case .markup(let slice)? = nodes.first, slice.bytes.starts(with: Array("<?xml".utf8)),
      slice.bytes.dropFirst(5).first.map(isSpace) == true
    else { return nil }
    return slice
  }

  /// The same document with another root.
  package func replacingRoot(_ root: Element) -> Document {
    guard root !== self.root else { return self }
    var copy = self
    copy.root = root
    copy.nodes = nodes.map { if case .element = $0 { .element(root) } else { $0 } }
    return copy
  }

  /// The file's bytes: encoding, byte-order mark and every spelling as they came in.
  ///
  /// Costs nothing as long as a UTF-8 file is as it was parsed.
  package func serialized() -> [UInt8] {
    if let parsed { return parsed }
    var file: [UInt8] = []
    if hasByteOrderMark { encoding.encode(Array("\u{FEFF}".utf8)[...], into: &file) }
    if encoding == .utf8 {
      for node in nodes { node.append(to: &file) }
    } else {
      encoding.encode(nodes, into: &file)
    }
    return file
  }

  /// The bytes it was parsed from, when they are its own still.
  private var parsed: [UInt8]? {
    guard encoding == .utf8, !hasByteOrderMark else { return nil }
    var end: UInt32 = 0
    for node in nodes {
      guard node.isFrom(root.source), node.range.lowerBound == end else { return nil }
      end = node.range.upperBound
    }
    return end == root.source.bytes.count ? root.source.bytes : nil
  }

  /// The characters of the file as UTF-8.
  package func text() -> [UInt8] {
    encoding == .utf8 ? serialized() : encoding.decode(serialized()[...]).text
  }

  /// The first `limit` bytes as UTF-8, without a byte-order mark; costs no more than these.
  package func opening(_ limit: Int) -> [UInt8] {
    var text: [UInt8] = []
    for node in nodes { node.appendOpening(limit, to: &text) }
    return text
  }
}

extension Node {
  /// Appends the bytes as they are spelled, UTF-8.
  package func append(to text: inout [UInt8]) {
    switch self {
    case .element(let element): element.append(to: &text)
    case .characters(let slice), .cdata(let slice), .markup(let slice): text += slice.bytes
    }
  }
}

extension Node {
  fileprivate func appendOpening(_ limit: Int, to text: inout [UInt8]) {
    switch self {
    case .element(let element): element.appendOpening(limit, to: &text)
    case .characters(let slice), .cdata(let slice), .markup(let slice):
      text += slice.bytes.prefix(limit - text.count)
    }
  }
}

extension Element {
  /// Appends the bytes as they are spelled, UTF-8; one copy for what no edit has touched.
  package func append(to text: inout [UInt8]) {
    guard !isContiguous else {
      text += bytes(of: startTag.lowerBound..<endTag.upperBound)
      return
    }
    text += bytes(of: startTag)
    for child in children { child.append(to: &text) }
    text += bytes(of: endTag)
  }

  /// The bytes as they are spelled, UTF-8.
  package func serialized() -> [UInt8] {
    var text: [UInt8] = []
    append(to: &text)
    return text
  }

  /// The first `limit` of the bytes, each element inside shown as another one; costs no more than these
  /// and what `shown` does.
  package func opening(_ limit: Int, as shown: (Element) -> Element) -> [UInt8] {
    var text: [UInt8] = []
    appendOpening(limit, to: &text, as: shown)
    return text
  }

  private func appendOpening(
    _ limit: Int, to text: inout [UInt8], as shown: (Element) -> Element
  ) {
    let element = shown(self)
    text += element.bytes(of: element.startTag).prefix(limit - text.count)
    for child in element.children {
      guard text.count < limit else { return }
      if case .element(let inner) = child {
        inner.appendOpening(limit, to: &text, as: shown)
      } else {
        child.appendOpening(limit, to: &text)
      }
    }
    text += element.bytes(of: element.endTag).prefix(limit - text.count)
  }

  fileprivate func appendOpening(_ limit: Int, to text: inout [UInt8]) {
    guard !isContiguous else {
      text += bytes(of: startTag.lowerBound..<endTag.upperBound).prefix(limit - text.count)
      return
    }
    text += bytes(of: startTag).prefix(limit - text.count)
    for child in children {
      guard text.count < limit else { return }
      child.appendOpening(limit, to: &text)
    }
    text += bytes(of: endTag).prefix(limit - text.count)
  }
}
