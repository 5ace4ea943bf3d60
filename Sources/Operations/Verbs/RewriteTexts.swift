import StepCatalog
@_spi(Edits) package import TaskSequence

/// Puts new texts in some places, at the same time.
package struct RewriteTexts: Operation {
  /// A place and what is to stand there.
  package struct Change: Equatable, Sendable {
    package var site: TextSite
    package var text: String

    package init(_ site: TextSite, to text: String) {
      self.site = site
      self.text = text
    }
  }

  package var changes: [Change]

  package init(_ changes: [Change]) { self.changes = changes }

  /// Names changes of texts of a document.
  package init(_ changes: [TextChange], in document: SequenceDocument) {
    let changes = changes.whole
    let sites = TextSite.sites(of: changes.map(\.place), in: document)
    self.init(
      zip(changes, sites).compactMap { change, site in site.map { Change($0, to: change.new) } })
  }

  package static let verbs = ["rewrite"]

  package static let form = """
    rewrite PATH name|description|start in|command|value NAME|variable NAME|condition|element NAME \
    [NUMBER] as TEXT, …
    """

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    changes = try reader.list { (reader) throws(OperationFault) in
      let site = try TextSite(from: &reader)
      try reader.expect("as")
      return Change(site, to: try reader.value("a text"))
    }
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("rewrite")
    writer.list(changes) { writer, change in
      change.site.write(to: &writer)
      writer.word("as")
      writer.value(change.text)
    }
  }

  package func covered(in document: SequenceDocument) -> RewriteTexts {
    let places = TextSite.places(of: changes.map(\.site), in: document)
    let secrecy = Secrecy(of: document)
    return RewriteTexts(
      zip(changes, places).map { change, place in
        let isHidden = place.map { place in
          if case .variable(let name) = place.kind, place.holder.hides(name, secrecy) {
            return true
          }
          return place.shownText(secrecy) != place.text
        }
        return isHidden ?? true
          ? Change(change.site, to: Secrets.mask)
          : Change(change.site, to: SecretText.covered(change.text))
      })
  }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    _ = try scene.nodes(at: changes.map(\.site.node))
    var found: [TextChange] = []
    for (change, place) in zip(
      changes, TextSite.places(of: changes.map(\.site), in: scene.document))
    {
      guard let place else {
        throw Refusal("there is no \(change.site.words) in “\(change.site.node)”")
      }
      found.append(TextChange(place: place, old: place.text, new: change.text))
    }
    let count = found.count == 1 ? "1 text" : "\(found.count) texts"
    return try scene.document.making(
      found, label: "Changed \(count)\(found.inNodes)")
  }
}
