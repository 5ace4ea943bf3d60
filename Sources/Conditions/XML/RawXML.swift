import TaskSequence
import XMLTree

/// XML of elements that are none of a condition's own, in one spelling whatever the file's.
enum RawXML {
  /// An element on one line: white space that only indents is left out, values are escaped anew.
  static func text(of element: Element) -> String {
    var xml = XMLText()
    write(element, to: &xml)
    return xml.string
  }

  private static func write(_ element: Element, to xml: inout XMLText) {
    let name = element.name
    xml.open(name, element.attributes.map { ($0.name, $0.value) })
    if element.hasElements {
      for inner in element.elements { write(inner, to: &xml) }
      if element.hasOwnText { xml.text(element.text, newline: [0x0A]) }
    } else {
      xml.text(element.text, newline: [0x0A])
    }
    xml.close(name)
  }

  /// Why a text is no operand.
  struct Fault: Error {
    let reason: String
  }

  /// The operand some XML is: one that is known, else the XML itself.
  static func operand(of text: String) throws(Fault) -> Operand {
    guard let root = try? Document(parsing: Array(text.utf8)).root else {
      throw Fault(reason: "this is no XML of one element")
    }
    guard TaskNode(root) == nil, !root.isNamed("condition") else {
      throw Fault(reason: "<\(root.name)> cannot stand inside a condition")
    }
    return Operand(root)
  }
}
