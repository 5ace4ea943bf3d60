package import TaskSequence
import XMLTree

/// WMI text, `object.xml` of a console's export: the properties of an instance of
/// `SMS_TaskSequencePackage`, the sequence as XML text inside the CDATA section of `Sequence`.
///
/// The elements are those of the CIM DTD (DMTF DSP0203), the properties those of the class
/// (learn.microsoft.com, “SMS_TaskSequencePackage Server WMI Class”).
struct WMIText: PackageRecord, TextKind {
  /// The text of the instance; the CDATA section in it is as it was read.
  private(set) var outer: Document
  /// The `VALUE` element whose CDATA section holds the sequence.
  private let value: NodeID

  /// Reads the sequence; nil when it is no such text.
  static func read(_ outer: Document) throws(LoadFailure) -> SequenceDocument? {
    guard outer.root.isNamed("INSTANCE"),
      outer.root.attribute("CLASSNAME") == "SMS_TaskSequencePackage"
    else { return nil }
    guard let value = value(of: "Sequence", in: outer) else {
      throw .notASequence(
        "it is an exported task sequence object without its Sequence property; "
          + "export the task sequence again")
    }
    let sections = sections(of: value)
    guard let section = sections.first, sections.count == 1 else {
      throw .notASequence("its Sequence property holds no single CDATA section with the sequence")
    }
    let inner = try parse(section).written(in: outer.encoding)
    guard inner.root.isNamed("sequence") else {
      throw .notASequence("its Sequence property holds <\(inner.root.name)>; expected <sequence>")
    }
    return SequenceDocument(
      inner.root, in: inner, record: WMIText(outer: outer, value: value.id))
  }

  /// Parses the text in a section; a fault in it is told where it stands in the file.
  private static func parse(_ section: ByteSlice) throws(LoadFailure) -> Document {
    do throws(ParseFailure) {
      return try Document(parsing: Array(section.bytes.dropFirst(opening.count).dropLast(3)))
    } catch {
      let start = section.position
      throw .malformed(error.moved { inFile($0, start) })
    }
  }

  private static let opening = Array("<![CDATA[".utf8)

  private static func sections(of value: Element) -> [ByteSlice] {
    value.children.compactMap { if case .cdata(let slice) = $0 { slice } else { nil } }
  }

  /// Where in the file a place of the text in a section is.
  private static func inFile(
    _ place: (line: Int, column: Int), _ section: (line: Int, column: Int)
  ) -> (line: Int, column: Int) {
    (
      section.line + place.line - 1,
      place.line == 1 ? section.column + opening.count + place.column - 1 : place.column
    )
  }

  // MARK: The record

  var carrier: Carrier { .export }

  var isInTree: Bool { false }

  var allowsSections: Bool { false }

  func property(_ name: String, around tree: Document) -> String? {
    Self.value(of: name, in: outer)?.text
  }

  mutating func set(
    _ name: String, to text: String, newline: [UInt8], around tree: inout Document
  ) -> Bool {
    guard let value = Self.value(of: name, in: outer) else { return false }
    rewrite(value.id) { $0.settingText(text, newline: newline) }
    return true
  }

  func position(of property: String, around tree: Document) -> (line: Int, column: Int)? {
    Self.value(of: property, in: outer).flatMap { outer.position(of: $0.id) }
  }

  func inFile(
    _ places: [NodeID: (line: Int, column: Int)]
  ) -> [NodeID: (line: Int, column: Int)] {
    guard let section = outer.element(value).flatMap({ Self.sections(of: $0).first }) else {
      return places
    }
    let start = section.position
    return places.mapValues { Self.inFile($0, start) }
  }

  func isIdentical(to other: any PackageRecord) -> Bool {
    outer.root === (other as? WMIText)?.outer.root
  }

  func adopting(_ new: any PackageRecord) -> WMIText? {
    guard let new = new as? WMIText else { return nil }
    var copy = self
    copy.outer = outer.adopting(new.outer)
    return copy.outer.element(value) == nil ? nil : copy
  }

  func serialized(around tree: Document) -> [UInt8] {
    let section = Self.opening + tree.text() + Array("]]>".utf8)
    return outer.rewriting([value]) { element in
      element.replacingChildren(
        element.children.map { node in
          if case .cdata = node { .cdata(ByteSlice(section)) } else { node }
        })
    }.serialized()
  }

  // MARK: Properties

  private static func value(of name: String, in outer: Document) -> Element? {
    outer.root.elements.first { $0.isNamed("PROPERTY") && $0.attribute("NAME") == name }?
      .first("VALUE")
  }

  /// Puts another element in the place of one.
  mutating func rewrite(_ id: NodeID, _ body: (Element) -> Element) {
    outer = outer.rewriting([id], body)
  }

  /// Changes the text of the instance at will.
  mutating func change(_ body: (Document) -> Document) { outer = body(outer) }
}

extension Carrier {
  /// WMI text, `object.xml` of a console export.
  package static let export = Carrier("export", words: "object.xml of an export")
}
