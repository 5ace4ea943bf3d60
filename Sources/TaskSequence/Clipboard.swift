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
  package func pasting(
    _ clipboard: Clipboard, at destination: Destination
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
    if clipboard.origin != dialect { change.notes = foreignNotes(clipboard.nodes) }
    return change
  }

  /// What to say of nodes that come from the other product.
  func foreignNotes(_ nodes: [TaskNode]) -> [String] {
    var strangers: [String] = []
    for node in nodes {
      if isForeign(node) { strangers.append("“\(node.name)”") }
      node.walk { inner, _ in
        if isForeign(inner) { strangers.append("“\(inner.name)”") }
        return true
      }
    }
    guard !strangers.isEmpty else { return [] }
    let product = dialect == .mdt ? "MDT" : "Configuration Manager"
    let names = strangers.prefix(3).joined(separator: ", ") + (strangers.count > 3 ? " …" : "")
    return [
      "\(product) may not run \(strangers.count == 1 ? "" : "\(strangers.count) steps: ")\(names)."
    ]
  }

  /// Whether a step only makes sense in the other product: MDT knows no child sequences and no
  /// package-run command lines; ConfigMgr knows no step without a type.
  private func isForeign(_ node: TaskNode) -> Bool {
    switch (dialect, node.kind) {
    case (_, .group), (_, .sequence): false
    case (.mdt, .childSequence): true
    case (.mdt, .step): (node.action ?? "").lowercased().hasPrefix("smsswd.exe")
    case (.configurationManager, .step): node.type == nil
    case (.configurationManager, .childSequence): false
    }
  }
}
