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
  package let encoding: TextEncoding
  /// Whether the file starts with a byte-order mark.
  package let hasByteOrderMark: Bool
  /// Hands out ids for elements to come.
  package var ids: IDSource

  /// Reads a file.
  ///
  /// Refuses whatever libxml2 refuses in a document without a DTD, and a DOCTYPE.
  /// - Throws: line, column and reason of the first fault.
  package init(parsing file: [UInt8]) throws(ParseFailure) {
    let form = try FileForm(of: file)
    let source = Source(form.text)
    let bytes = source.bytes
    let forbidden = firstForbiddenCharacter(in: source.bytes)
    var parser = Parser(
      source, from: 0, to: forbidden?.offset ?? source.bytes.count, ids: IDSource())
    do throws(Parser.Fault) {
      let nodes = try parser.parseDocument(bytes.span)
      if let forbidden {
        throw Parser.Fault(offset: forbidden.offset, reason: forbidden.reason)
      }
      if let fault = form.fault { throw fault }
      try self.init(nodes: nodes, form: form, ids: parser.ids)
    } catch {
      // What follows a bad byte was not parsed: whatever ran out there did so because of it.
      var first = error
      let cut = forbidden.map { Parser.Fault(offset: $0.offset, reason: $0.reason) } ?? form.fault
      if let cut, error.ranOut || cut.offset <= error.offset { first = cut }
      throw ParseFailure(first.reason, at: first.offset, in: source.bytes)
    }
  }

  private init(nodes: [Node], form: FileForm, ids: IDSource) throws(Parser.Fault) {
    guard let root = nodes.lazy.compactMap(\.element).first else {
      throw Parser.Fault(offset: 0, reason: "there is no element")
    }
    self.nodes = nodes
    self.root = root
    encoding = form.encoding
    hasByteOrderMark = form.hasByteOrderMark
    self.ids = ids
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
  package func serialized() -> [UInt8] {
    var text: [UInt8] = []
    for node in nodes { node.append(to: &text) }
    if encoding == .utf8, !hasByteOrderMark { return text }
    var file: [UInt8] = []
    if hasByteOrderMark { encoding.encode(Array("\u{FEFF}".utf8), into: &file) }
    encoding.encode(text, into: &file)
    return file
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

extension Element {
  /// Appends the bytes as they are spelled, UTF-8; one copy for what no edit has touched.
  package func append(to text: inout [UInt8]) {
    let bytes = source.bytes
    if isContiguous {
      text += bytes[Int(startTag.lowerBound)..<Int(endTag.upperBound)]
      return
    }
    text += bytes[Int(startTag.lowerBound)..<Int(startTag.upperBound)]
    for child in children { child.append(to: &text) }
    text += bytes[Int(endTag.lowerBound)..<Int(endTag.upperBound)]
  }

  /// The bytes as they are spelled, UTF-8.
  package func serialized() -> [UInt8] {
    var text: [UInt8] = []
    append(to: &text)
    return text
  }
}
