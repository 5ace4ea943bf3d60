import XMLTree

/// The WMI text around a sequence that stands in a CDATA section.
struct Envelope: Sendable {
  /// The outer file; the CDATA in it is as it was read.
  var outer: Document
  /// The `VALUE` element whose CDATA holds the sequence.
  let value: NodeID

  /// Finds the sequence's text in WMI text of a task sequence package.
  static func open(_ outer: Document) throws(LoadFailure) -> (Envelope, inner: Document) {
    let properties = outer.root.elements.filter { $0.isNamed("PROPERTY") }
    guard let property = properties.first(where: { $0.attribute("NAME") == "Sequence" }),
      let value = property.first("VALUE")
    else {
      throw .notASequence(
        "it is an exported task sequence object without its Sequence property; "
          + "export the task sequence again")
    }
    let sections = sections(of: value)
    guard let section = sections.first, sections.count == 1 else {
      throw .notASequence("its Sequence property holds no single CDATA section with the sequence")
    }
    do {
      let inner = try Document(parsing: Array(section.bytes.dropFirst(9).dropLast(3)))
      return (Envelope(outer: outer, value: value.id), inner.written(in: outer.encoding))
    } catch {
      let start = section.position
      throw .malformed(
        ParseFailure(
          line: start.line + error.line - 1,
          column: error.line == 1 ? start.column + opening + error.column - 1 : error.column,
          reason: error.reason))
    }
  }

  /// How long `<![CDATA[` is.
  static let opening = 9

  private static func sections(of value: Element) -> [ByteSlice] {
    value.children.compactMap { if case .cdata(let slice) = $0 { slice } else { nil } }
  }

  /// The CDATA section as it was read.
  var section: ByteSlice? { outer.element(value).flatMap { Self.sections(of: $0).first } }

  /// The file with another text of the sequence in the CDATA section.
  func serialized(around inner: Document) -> [UInt8] {
    let section = Array("<![CDATA[".utf8) + inner.text() + Array("]]>".utf8)
    return outer.rewriting([value]) { element in
      element.replacingChildren(
        element.children.map { node in
          if case .cdata = node { .cdata(ByteSlice(section)) } else { node }
        })
    }.serialized()
  }
}
