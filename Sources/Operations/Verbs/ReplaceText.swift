import StepCatalog
@_spi(Edits) package import TaskSequence
package import XMLTree

/// Puts a text in the place of another wherever that stands.
package struct ReplaceText: Operation {
  package var replacement: Replacement
  /// The nodes whose texts are looked at; nil for all.
  package var nodes: [NodePath]?

  package init(_ replacement: Replacement, of nodes: [NodePath]? = nil) {
    self.replacement = replacement
    self.nodes = nodes
  }

  package static let verbs = ["replace"]

  package static let form = """
    replace TEXT with TEXT [as pattern] [matching case] \
    [in names|descriptions|commands|variables|conditions] [of PATH, …]
    """

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    let find = try reader.value("a text")
    try reader.expect("with")
    replacement = Replacement(find: find, with: try reader.value("a text"))
    replacement.isPattern = reader.take("as")
    if replacement.isPattern { try reader.expect("pattern") }
    replacement.matchesCase = reader.take("matching")
    if replacement.matchesCase { try reader.expect("case") }
    if reader.take("in") {
      let scopes = Replacement.Scope.allCases.filter { $0 != .everything }
      let word = try reader.one(of: scopes.map(\.rawValue))
      replacement.scope = scopes.first { $0.rawValue == word } ?? .everything
    }
    nodes = reader.take("of") ? try reader.paths() : nil
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("replace")
    writer.value(replacement.find)
    writer.word("with")
    writer.value(replacement.with)
    if replacement.isPattern { writer.word("as pattern") }
    if replacement.matchesCase { writer.word("matching case") }
    if replacement.scope != .everything {
      writer.word("in")
      writer.word(replacement.scope.rawValue)
    }
    if let nodes {
      writer.word("of")
      writer.paths(nodes)
    }
  }

  package func covered(in document: SequenceDocument) -> ReplaceText {
    var copy = self
    copy.replacement.find = SecretText.covered(replacement.find)
    copy.replacement.with = SecretText.covered(replacement.with)
    return copy
  }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    var ids: Set<NodeID>?
    if let nodes { ids = try scene.nodes(at: nodes) }
    let changes = try Self.changes(replacement, in: scene.document, of: ids)
    return try scene.document.making(
      changes, label: Self.label(replacement) + changes.inNodes)
  }

  /// What a replacement changes; texts that are not shown as they are cannot be looked at, and how many
  /// rows there are is no text.
  /// - Throws: why what is looked for is no regular expression.
  package static func changes(
    _ replacement: Replacement, in document: SequenceDocument, of ids: Set<NodeID>?
  ) throws(Refusal) -> [TextChange] {
    let secrecy = Secrecy(of: document)
    return try replacement.changes(in: document, of: ids) { place in
      guard place.shownText(secrecy) == place.text else { return true }
      guard case .variable(let name) = place.kind else { return false }
      let type = StepTypes.shared.type(of: place.node, in: document.dialect)
      return type?.field(of: name)?.isCount == true
    }
  }

  private static func label(_ replacement: Replacement) -> String {
    "Replaced “\(replacement.find)” with “\(replacement.with)”"
  }
}

extension [TextChange] {
  /// In how many nodes they are.
  package var inNodes: String {
    let count = Set(map(\.place.node.id)).count
    return count == 1 ? " in 1 node" : " in \(count) nodes"
  }
}
