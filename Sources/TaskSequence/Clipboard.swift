package import XMLTree

/// Nodes that were cut or copied: elements of the document they came from, unchanged.
package struct Clipboard: Sendable {
  /// The nodes as they stood.
  package let nodes: [TaskNode]
  let pieces: [Piece]
  /// The product of the document they are from, and how it is laid out.
  package let origin: Dialect
  package let layout: LayoutHabit

  /// Takes copies of nodes.
  package init(of document: SequenceDocument, _ ids: Set<NodeID>) {
    nodes = document.topmost(ids)
    var tree = document.tree
    pieces = nodes.compactMap { tree.duplicate(of: $0.id) }
    origin = document.dialect
    layout = document.habits.layout
  }

  /// The XML of the nodes, one after the other, for a clipboard that holds text.
  package var xml: [UInt8] {
    Array(nodes.map { $0.element.serialized() }.joined(separator: [0x0A]))
  }

  /// The same with the white space before each that indented it.
  package var rootedXML: [UInt8] { pieces.flatMap(\.rooted) }
}

extension SequenceDocument {
  /// Pastes nodes.
  ///
  /// Those of a file with other habits are laid out anew; what the dialect of this
  /// file does not know is kept and named in the notes.
  @_spi(Edits) public func pasting(
    _ clipboard: Clipboard, at destination: Destination, knowing knowledge: any StepKnowledge
  ) throws(Refusal) -> Edit {
    guard !clipboard.pieces.isEmpty else { throw Refusal("nothing was copied yet") }
    var copy = self
    let isAlike = clipboard.layout == habits.layout
    let pieces = clipboard.pieces.map { piece in
      var new = isAlike ? piece : piece.uprooted
      new.element = piece.element.renumbered(&copy.tree.ids)
      return new
    }
    var change = try copy.inserting(pieces, at: destination, verb: "Pasted")
    if clipboard.origin != dialect { change.notes = notes(onStrangers: clipboard.nodes, knowledge) }
    return change
  }

  /// What to say of nodes that come from the other product.
  package func notes(
    onStrangers nodes: [TaskNode], _ knowledge: any StepKnowledge
  ) -> [String] {
    var strangers: [Strangeness: [String]] = [:]
    func look(_ node: TaskNode) {
      guard let strangeness = knowledge.strangeness(of: node, to: dialect) else { return }
      strangers[strangeness, default: []].append("“\(node.name)”")
    }
    for node in nodes {
      look(node)
      node.walk { inner, _ in
        look(inner)
        return true
      }
    }
    return [
      (Strangeness.notRun, "may not run", "steps"), (.notRead, "does not read all of", "nodes"),
    ].compactMap { strangeness, verb, noun in
      guard let names = strangers[strangeness] else { return nil }
      let count = names.count == 1 ? "" : "\(names.count) \(noun): "
      let some = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " …" : "")
      return "\(dialect.words) \(verb) \(count)\(some)."
    }
  }
}
