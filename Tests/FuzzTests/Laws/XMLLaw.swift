import Conditions
import Containers
@_spi(Edits) import TaskSequence
import XMLTree

enum XMLLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    let document: Document
    do throws(ParseFailure) { document = try Document(parsing: bytes) } catch {
      let isPlaced = error.line > 0 && error.column > 0 && !error.reason.isEmpty
      return isPlaced ? nil : "a refusal without place or reason"
    }
    guard document.serialized() == bytes else { return "other bytes come back" }
    var ids: Set<NodeID> = []
    var fault: String?
    document.root.walk { element in
      if !ids.insert(element.id).inserted { fault = "two elements have one id" }
      for attribute in element.attributes where element.attribute(attribute.name) == nil {
        fault = "an attribute is not found by its name"
      }
      if document.element(element.id) !== element { fault = "an element is not found by its id" }
      return fault == nil
    }
    return fault
  }
}

enum CarrierLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    guard let document = try? SequenceDocument(loading: bytes) else { return nil }
    guard document.serialized() == bytes else { return "other bytes come back" }
    var nodes: [TaskNode] = []
    document.sequence.walk { node, _ in
      nodes.append(node)
      return nodes.count < 200
    }
    for node in nodes {
      _ = (node.name, node.condition?.text, node.variables.map(\.value))
      guard let path = document.path(of: node.id) else { return "a node has no path" }
      guard NodePath(path.description) == path else { return "the path “\(path)” reads otherwise" }
    }
    return nodes.first { $0.kind != .sequence }.flatMap { edited(document, $0.id, bytes) }
  }

  /// Makes edits that reach every kind of place, and takes them back.
  private static func edited(
    _ document: SequenceDocument, _ id: NodeID, _ bytes: [UInt8]
  ) -> String? {
    var history = History(document)
    for number in 0..<3 {
      guard let change = try? edit(number, history.document, id) else { continue }
      history.record(change, focusBefore: nil, focusAfter: nil)
      let output = history.document.serialized()
      guard let again = try? SequenceDocument(loading: output), again.serialized() == output else {
        return "after “\(change.label)” the file cannot be read"
      }
    }
    while history.undo() != nil {}
    return history.document.serialized() == bytes ? nil : "undo gives other bytes back"
  }

  private static func edit(
    _ number: Int, _ document: SequenceDocument, _ id: NodeID
  ) throws(Refusal) -> Edit {
    switch number {
    case 0: try document.setting(.name, to: "<&\"\n]]>", on: [id])
    case 1: try document.setting(.disable, to: "true", on: [id])
    default: try document.removing([id])
    }
  }
}
