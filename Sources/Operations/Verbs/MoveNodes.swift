@_spi(Edits) package import TaskSequence

/// Moves nodes: by one place, out of their group, into the one beside them, or to any place.
package struct MoveNodes: Operation {
  /// Where nodes move.
  package enum Way: Equatable, Sendable {
    case up, down
    /// Out of their group, to stand after it.
    case out
    /// Into the group next to them.
    case inwards
    case to(NodePlace)
  }

  package var nodes: [NodePath]
  package var way: Way

  package init(_ nodes: [NodePath], _ way: Way) {
    self.nodes = nodes
    self.way = way
  }

  package static let verbs = ["move"]

  package static let form =
    "move PATH, … up|down|out|in · move PATH, … before|after|into|first into PATH"

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    nodes = try reader.paths()
    for (word, way) in Self.words where reader.take(word) {
      self.way = way
      return
    }
    way = .to(try NodePlace(from: &reader))
  }

  private static let words: [(word: String, way: Way)] = [
    ("up", .up), ("down", .down), ("out", .out), ("in", .inwards),
  ]

  package func write(to writer: inout OperationWriter) {
    writer.word("move")
    writer.paths(nodes)
    switch way {
    case .to(let place): place.write(to: &writer)
    default:
      if let word = Self.words.first(where: { $0.way == way })?.word { writer.word(word) }
    }
  }

  package func covered(in document: SequenceDocument) -> MoveNodes { self }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let ids = try scene.nodes(at: nodes)
    return switch way {
    case .up: try scene.document.movingUp(ids)
    case .down: try scene.document.movingDown(ids)
    case .out: try scene.document.movingOut(ids)
    case .inwards: try scene.document.movingIn(ids)
    case .to(let place): try scene.document.moving(ids, to: scene.destination(place))
    }
  }
}
