import StepCatalog
@_spi(Edits) package import TaskSequence
import XMLTree

/// Puts in nodes that are given as XML: what was copied or pasted.
package struct AddXML: Operation {
  /// Steps and groups, or a sequence of them.
  package var xml: String
  /// Whether the white space before each says how it is indented, so that it is moved and not laid out
  /// anew: nodes of a file that is laid out as this one.
  package var isRooted: Bool
  /// The product it comes from, where that is known: what the other one cannot run is said.
  package var origin: Dialect?
  package var place: NodePlace

  package init(
    _ xml: String, isRooted: Bool = false, from origin: Dialect? = nil, _ place: NodePlace
  ) {
    self.xml = xml
    self.isRooted = isRooted
    self.origin = origin
    self.place = place
  }

  /// Pastes what was copied into a document.
  package init(_ clipboard: Clipboard, into document: SequenceDocument, _ place: NodePlace) {
    let isRooted = clipboard.layout == document.habits.layout
    self.init(
      String(decoding: isRooted ? clipboard.rootedXML : clipboard.xml, as: UTF8.self),
      isRooted: isRooted, from: clipboard.origin, place)
  }

  package static let verbs = ["add xml"]

  package static let isTyped = false

  package static let form =
    "add xml XML [as it stands] [from mdt|configmgr] before|after|into|first into PATH"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    xml = try reader.value("the XML of steps and groups")
    isRooted = reader.take("as")
    if isRooted {
      try reader.expect("it")
      try reader.expect("stands")
    }
    origin = nil
    if reader.take("from") {
      origin = Dialect(word: try reader.one(of: [Dialect.mdt, .configurationManager].map(\.word)))
    }
    place = try NodePlace(from: &reader)
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("add xml")
    writer.value(xml)
    if isRooted { writer.word("as it stands") }
    if let origin { writer.word("from \(origin.word)") }
    place.write(to: &writer)
  }

  package func covered(in document: SequenceDocument) -> AddXML {
    var copy = self
    var tree = document.tree
    let secrecy = Secrecy(of: document)
    let pieces = try? tree.parseFragment(Array(xml.utf8))
    // What cannot be read cannot be told to be free of them.
    copy.xml =
      pieces?.map { piece in
        let node = TaskNode(piece.element)
        return String(
          decoding: node?.shownXML(.max, secrecy) ?? piece.element.serialized(), as: UTF8.self)
      }.joined() ?? Secrets.mask
    return copy
  }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let newline = scene.document.habits.newline
    return try scene.document.inserting(
      xml: isRooted ? Array(xml.utf8) : Self.ending(Array(xml.utf8), with: newline),
      isRooted: isRooted, from: origin, at: scene.destination(place),
      knowing: scene.types)
  }

  /// A text with other line ends.
  private static func ending(_ text: [UInt8], with newline: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x0D: result += newline
      case 0x0A where index > 0 && text[index - 1] == 0x0D: break
      case 0x0A: result += newline
      default: result.append(byte)
      }
    }
    return result
  }
}
