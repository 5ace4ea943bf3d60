package import TaskSequence
import XMLTree

/// A text of a sequence, named: the path of its node, what it is, and which of its kind.
package struct TextSite: Equatable, Sendable {
  /// What a text is.
  package typealias Kind = TextPlace.Name

  package var node: NodePath
  package var kind: Kind
  /// Which of the node's texts of that kind, from 1.
  package var ordinal: Int

  package init(_ kind: Kind, _ ordinal: Int = 1, of node: NodePath) {
    self.node = node
    self.kind = kind
    self.ordinal = ordinal
  }

  init(from reader: inout OperationReader) throws(OperationFault) {
    node = try reader.path()
    kind = try Kind(from: &reader)
    ordinal = try Kind.number(from: &reader)
  }

  func write(to writer: inout OperationWriter) {
    writer.path(node)
    kind.write(ordinal, to: &writer)
  }

  /// What it is, for messages.
  var words: String {
    switch kind {
    case .name: "name"
    case .description: "description"
    case .startIn: "start in"
    case .command: "command line"
    case .value(let name), .variable(let name): "variable \(name)"
    case .condition: "value \(ordinal) in the condition"
    case .element(let name): "<\(name)>"
    }
  }

  /// Names texts of a document, each in its place; nil for one that is not there.
  static func sites(of places: [TextPlace], in document: SequenceDocument) -> [TextSite?] {
    let nodes = Set(places.map(\.node.id))
    var sites: [TextPlace.Site: TextSite] = [:]
    visit(nodes, in: document) { place, site in sites[place.site] = site }
    return places.map { sites[$0.site] }
  }

  /// The texts of a document that are named, each in its place; nil for one that is not there.
  static func places(of sites: [TextSite], in document: SequenceDocument) -> [TextPlace?] {
    let nodes = document.nodes(at: sites.map(\.node)).map { $0?.id }
    var found: [Key: TextPlace] = [:]
    visit(Set(nodes.compactMap(\.self)), in: document) { place, site in
      found[Key(node: place.node.id, kind: site.kind, ordinal: site.ordinal)] = place
    }
    return zip(sites, nodes).map { site, node in
      node.flatMap { found[Key(node: $0, kind: site.kind, ordinal: site.ordinal)] }
    }
  }

  private struct Key: Hashable {
    let node: NodeID
    let kind: Kind
    let ordinal: Int
  }

  /// Calls `body` for every text of some nodes with its name.
  private static func visit(
    _ ids: Set<NodeID>, in document: SequenceDocument, _ body: (TextPlace, TextSite) -> Void
  ) {
    let known = document.located(ids)
    var counts: [Key: Int] = [:]
    document.forEachText(of: ids) { place in
      guard let path = known[place.node.id]?.path else { return }
      let kind = place.name
      let key = Key(node: place.node.id, kind: kind, ordinal: 0)
      counts[key, default: 0] += 1
      body(place, TextSite(kind, counts[key] ?? 1, of: path))
    }
  }
}

extension TextPlace.Name {
  init(from reader: inout OperationReader) throws(OperationFault) {
    switch try reader.one(of: [
      "name", "description", "start", "command", "value", "variable", "condition", "element",
    ]) {
    case "name": self = .name
    case "description": self = .description
    case "start":
      try reader.expect("in")
      self = .startIn
    case "command": self = .command
    case "value": self = .value(try reader.value("the name of a variable"))
    case "variable": self = .variable(try reader.value("the name of a variable"))
    case "element": self = .element(try reader.value("the name of an element"))
    default: self = .condition
    }
  }

  /// Which of the texts of one name, from 1.
  static func number(from reader: inout OperationReader) throws(OperationFault) -> Int {
    reader.isNumberNext ? try reader.number("a number") : 1
  }

  func write(_ ordinal: Int, to writer: inout OperationWriter) {
    switch self {
    case .name: writer.word("name")
    case .description: writer.word("description")
    case .startIn: writer.word("start in")
    case .command: writer.word("command")
    case .value(let name):
      writer.word("value")
      writer.value(name)
    case .variable(let name):
      writer.word("variable")
      writer.value(name)
    case .condition: writer.word("condition")
    case .element(let name):
      writer.word("element")
      writer.value(name)
    }
    if ordinal != 1 { writer.number(ordinal) }
  }
}
