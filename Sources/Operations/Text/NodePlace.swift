package import TaskSequence

/// Where nodes are put, named by the path of a node.
package enum NodePlace: Equatable, Sendable {
  case before(NodePath)
  case after(NodePath)
  /// First inside a group or the sequence.
  case start(of: NodePath)
  /// Last inside a group or the sequence.
  case end(of: NodePath)

  /// Reads `before PATH`, `after PATH`, `into PATH` or `first into PATH`.
  init(from reader: inout OperationReader) throws(OperationFault) {
    switch try reader.one(of: ["before", "after", "first", "into"]) {
    case "before": self = .before(try reader.path())
    case "after": self = .after(try reader.path())
    case "first":
      try reader.expect("into")
      self = .start(of: try reader.path())
    default: self = .end(of: try reader.path())
    }
  }

  func write(to writer: inout OperationWriter) {
    switch self {
    case .before: writer.word("before")
    case .after: writer.word("after")
    case .start: writer.word("first into")
    case .end: writer.word("into")
    }
    writer.path(anchor)
  }

  private var anchor: NodePath {
    switch self {
    case .before(let path), .after(let path), .start(let path), .end(let path): path
    }
  }
}

extension OperationScene {
  /// Where a place is in the document.
  /// - Throws: when its path leads nowhere.
  func destination(_ place: NodePlace) throws(Refusal) -> Destination {
    switch place {
    case .before(let path): .before(try node(at: path).id)
    case .after(let path): .after(try node(at: path).id)
    case .start(let path): .start(of: try node(at: path).id)
    case .end(let path): .end(of: try node(at: path).id)
    }
  }
}
