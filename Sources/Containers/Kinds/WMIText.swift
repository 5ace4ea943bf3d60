import TaskSequence
import XMLTree

/// WMI text, `object.xml` of a console's export: the properties of an instance of
/// `SMS_TaskSequencePackage`, the sequence as XML text inside the CDATA section of `Sequence`, or
/// escaped there.
///
/// The elements are those of “Representation of CIM in XML” (DMTF, DSP0201), the properties those of
/// the class (learn.microsoft.com, “SMS_TaskSequencePackage Server WMI Class”).
enum WMIText: TextKind {
  static func read(_ outer: Document) throws(LoadFailure) -> SequenceDocument? {
    guard outer.root.isNamed("INSTANCE"),
      outer.root.attribute("CLASSNAME") == "SMS_TaskSequencePackage"
    else { return nil }
    let property = outer.root.elements.first {
      $0.isNamed("PROPERTY") && $0.attribute("NAME") == "Sequence"
    }
    guard let value = property?.first("VALUE") else {
      throw .notASequence(
        "it is an exported task sequence object without its Sequence property; "
          + "export the task sequence again")
    }
    return try MarkupText.sequence(
      at: try place(in: value), in: outer, .export, from: (1, 1), outer.encoding)
  }

  private static func place(in value: Element) throws(LoadFailure) -> MarkupText.Place {
    if let place = MarkupSearch.place(in: value) { return place }
    let nodes = value.children
    guard let index = MarkupText.index(of: nodes), case .cdata(let slice) = nodes[index] else {
      throw .notASequence("its Sequence property holds no single CDATA section with the sequence")
    }
    // It is something else; if it is well-formed, what?
    let range = slice.bytes.indices.dropFirst(9).dropLast(3)
    return MarkupText.Place(
      host: value, slice: slice, isSection: true, inlay: Inlay(raw: Array(slice.bytes[range]), []),
      range: range.startIndex..<range.endIndex)
  }
}
