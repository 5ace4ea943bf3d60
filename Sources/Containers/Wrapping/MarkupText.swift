package import TaskSequence
import XMLTree

/// A text of XML in which the XML of a sequence stands, as text or in a CDATA section: what a console
/// exports, what PowerShell's serializer and its `ConvertTo-Xml` write, or anything else.
struct MarkupText: Wrapping {
  /// The text; what stands in it of the sequence is as it was read.
  private(set) var outer: Document
  /// The element the sequence's text is directly in.
  private let host: NodeID
  /// What stands before and behind the XML in the run of characters or the section.
  private let around: (before: [UInt8], after: [UInt8])
  let carrier: Carrier
  /// How the properties beside the sequence are written; they may be serialized once more.
  private let isSerialized: Bool

  /// A run of characters or a section in which a sequence was found.
  struct Place {
    let host: Element
    let slice: ByteSlice
    let isSection: Bool
    let inlay: Inlay
    /// Where in the document's text the XML is.
    let range: Range<Int>
  }

  /// The text around a place in it.
  init(_ place: Place, in outer: Document, _ carrier: Carrier) {
    self.outer = outer
    self.carrier = carrier
    host = place.host.id
    isSerialized = carrier == .serialized
    let bytes = place.slice.bytes
    around = (
      Array(bytes[..<place.range.lowerBound]), Array(bytes[place.range.upperBound...])
    )
  }

  /// The sequence at a place of a text.
  ///
  /// - Parameters:
  ///   - start: Where in the file the text begins.
  ///   - encoding: How the file is written.
  static func sequence(
    at place: Place, in outer: Document, _ carrier: Carrier,
    from start: (line: Int, column: Int), _ encoding: TextEncoding
  ) throws(LoadFailure) -> SequenceDocument {
    let offset = place.range.lowerBound
    let position = linesAndColumns(of: [0: offset], in: outer.source.bytes, from: start)[0]
    return try Envelope.sequence(
      place.inlay, in: MarkupText(place, in: outer, carrier), at: position ?? start, encoding)
  }

  // MARK: The text around

  var product: Dialect? {
    carrier == .export || property("PackageID") != nil ? .configurationManager : nil
  }

  var allowsSections: Bool { !around.before.starts(with: Array("<![CDATA[".utf8)) }

  func property(_ name: String) -> String? {
    value(of: name).map { isSerialized ? Self.read($0.text) : $0.text }
  }

  mutating func set(_ name: String, to text: String, newline: [UInt8]) -> Bool {
    guard let value = value(of: name) else { return false }
    let written = isSerialized ? Self.written(text) : text
    rewrite(value.id) { $0.settingText(written, newline: newline) }
    return true
  }

  func position(of property: String) -> (line: Int, column: Int)? {
    value(of: property).flatMap { outer.position(of: $0.id) }
  }

  func isIdentical(to other: any Wrapping) -> Bool {
    outer.root === (other as? MarkupText)?.outer.root
  }

  func adopting(_ new: any Wrapping) -> MarkupText? {
    guard let new = new as? MarkupText, new.carrier == carrier else { return nil }
    var copy = self
    copy.outer = outer.adopting(new.outer)
    return copy.outer.element(host) == nil || around != new.around ? nil : copy
  }

  func bytes(around raw: [UInt8]) -> [UInt8] {
    let slice = ByteSlice(around.before + raw + around.after)
    return outer.rewriting([host]) { element in
      var nodes = element.children
      guard let index = Self.index(of: nodes) else { return element }
      if case .cdata = nodes[index] {
        nodes[index] = .cdata(slice)
      } else {
        nodes[index] = .characters(slice)
      }
      return element.replacingChildren(nodes)
    }.serialized()
  }

  // MARK: Pieces

  /// Which of an element's children is its text: a section, or the only characters that are more than
  /// blanks; nil when there is none, or more than one.
  static func index(of nodes: [Node]) -> Int? {
    let sections = nodes.indices.filter { if case .cdata = nodes[$0] { true } else { false } }
    if !sections.isEmpty { return sections.count == 1 ? sections[0] : nil }
    let runs = nodes.indices.filter { nodes[$0].isText && !nodes[$0].isWhitespace }
    return runs.count == 1 ? runs[0] : nil
  }

  /// The element with the text of a property beside the sequence.
  ///
  /// Properties are elements beside each other that have their names in an attribute, or as theirs; the
  /// text of each is in the element or, as the sequence's is, in one in it.
  private func value(of name: String) -> Element? {
    let chain = outer.ancestry(of: host) ?? []
    guard let host = chain.last else { return nil }
    let isNested = Self.key(host) == nil && chain.dropLast().last.flatMap(Self.key) != nil
    let all = chain.dropLast(isNested ? 2 : 1).last?.elements.filter { element in
      (Self.key(element) ?? element.name).lowercased() == name.lowercased()
    }
    guard let property = all?.first else { return nil }
    let value = isNested ? property.elements.first { $0.name == host.name } : property
    return value.flatMap { $0.hasElements ? nil : $0 }
  }

  /// The name an element has for a property in an attribute: in WMI text, in what `ConvertTo-Xml`
  /// writes, in a serialized object.
  private static func key(_ element: Element) -> String? {
    ["NAME", "Name", "N"].lazy.compactMap { element.attribute($0) }.first
  }

  private static func read(_ text: String) -> String {
    String(
      decoding: SpelledText(raw: Array(text.utf8), SerializerEscaping()).text, as: UTF8.self)
  }

  private static func written(_ text: String) -> String {
    let spelled = SpelledText(raw: [], SerializerEscaping()).spelling(of: Array(text.utf8)[...])
    return String(decoding: spelled, as: UTF8.self)
  }

  /// Puts another element in the place of one.
  mutating func rewrite(_ id: NodeID, _ body: (Element) -> Element) {
    outer = outer.rewriting([id], body)
  }

  /// Changes the text at will.
  mutating func change(_ body: (Document) -> Document) { outer = body(outer) }
}

extension Carrier {
  /// WMI text, `object.xml` of a console export.
  package static let export = Carrier("export", words: "object.xml of an export")
  /// What PowerShell's `Export-Clixml` writes.
  package static let serialized = Carrier("clixml", words: "an object of Export-Clixml")
  /// Escaped XML, alone or inside another element.
  package static let escaped = Carrier("escaped", words: "sequence as escaped XML")
}
