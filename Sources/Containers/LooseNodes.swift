package import TaskSequence
import XMLTree

/// Steps and groups that are to be put into a sequence, such as those people publish to be pasted.
package struct LooseNodes: Equatable, Sendable {
  /// Their XML, one after the other.
  package let xml: String
  /// What they are: “the group ‘Prepare’” in a message.
  package let words: String
  /// The product they are for, where what they were found in says so.
  package let origin: Dialect?

  /// Those of a file that holds steps and groups and no sequence around them; nil when it holds
  /// something else.
  package init?(_ file: [UInt8]) {
    let text = Document.text(of: file)
    guard let elements = try? Document.elements(of: text), !elements.isEmpty else { return nil }
    let nodes = elements.compactMap(TaskNode.init)
    guard nodes.count == elements.count, !nodes.contains(where: { $0.kind == .sequence }) else {
      return nil
    }
    self.init(nodes, origin: nil)
  }

  /// Those of a sequence.
  package init(_ document: SequenceDocument) {
    self.init(document.sequence.children, origin: document.dialect)
  }

  private init(_ nodes: [TaskNode], origin: Dialect?) {
    xml = nodes.map { String(decoding: $0.element.serialized(), as: UTF8.self) }
      .joined(separator: "\n")
    let kind = nodes.count == 1 ? "the \(nodes[0].kind.word) " : ""
    words = kind + SequenceDocument.words(for: nodes)
    self.origin = origin
  }
}
